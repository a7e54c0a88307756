import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { judgeKinds } from '#domain';
import { drawKinds, type DrawKind } from '#domain/draw/draw-document';
import type { HandLine } from '#domain/draw/drawn-by-hand';
import type { NewHandDraw, NewSeededDraw, PoolWanted } from '#judging';
import { KindWantedDto } from './assignment-parameters.dto.js';

/** Seats and reserves of one draw, at most. */
const mostDrawn = 500;
/** Lines of a draw by hand, at most: as many as a request has room for. */
const mostLines = 2000;

export class JudgesWantedDto {
  @IsInt()
  @Min(1)
  @Max(mostDrawn)
  seats: number;

  @IsInt()
  @Min(0)
  @Max(mostDrawn)
  reserves: number;

  /** Of the seats, at least so many of a kind. */
  @IsArray()
  @ArrayMaxSize(judgeKinds.length)
  @ValidateNested({ each: true })
  @Type(() => KindWantedDto)
  kindsWanted: KindWantedDto[];

  /** Drawn judges of one employer, reserves counted; null: any number. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(mostDrawn)
  mostPerEmployer: number | null = null;
}

class DrawDto {
  @IsIn(drawKinds)
  kind: DrawKind;

  /** Panel for which judges are drawn; null: the stage. */
  @IsOptional()
  @IsUUID()
  panelId: string | null = null;

  /** Judges of this field group alone; null: all. */
  @IsOptional()
  @IsUUID()
  fieldGroupId: string | null = null;

  /** Whoever has a conflict of interest with an entry that is to be judged is not drawn. */
  @IsBoolean()
  passesConflicted: boolean;

  /** Places of the order of appearance are drawn within each panel. */
  @IsBoolean()
  byPanel: boolean;

  /** Of a draw of judges. */
  @IsOptional()
  @ValidateNested()
  @Type(() => JudgesWantedDto)
  judges: JudgesWantedDto | null = null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  place: string | null = null;

  /** Who draws. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  drawer: string | null = null;

  /** Who supervises. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  @Matches(/\S/)
  supervisor: string | null = null;

  /** Why what was drawn before for the same scope is drawn anew; needed where anything was, also what was taken back. */
  @IsOptional()
  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason: string | null = null;
}

export class CommitDrawDto extends DrawDto implements NewSeededDraw {
  /** Where the seed will be read. */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/)
  seedSource: string;

  /** From when on it can be known; ten minutes ahead at least. */
  @Type(() => Date)
  @IsDate()
  seedKnownFrom: Date;
}

export class HandLineDto implements HandLine {
  /** Id of a judge, or number of an entry. */
  @IsString()
  @Length(1, 64)
  member: string;

  @IsIn(['seat', 'reserve', 'panel', 'place'])
  outcome: 'seat' | 'reserve' | 'panel' | 'place';

  /** Key of the panel, for `panel`. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  panel: string | null = null;

  /** From 1, for the others. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(mostLines)
  place: number | null = null;
}

export class HandDrawDto extends DrawDto implements NewHandDraw {
  /** Not in the future. */
  @Type(() => Date)
  @IsDate()
  drawnAt: Date;

  @IsArray()
  @ArrayMaxSize(mostLines)
  @ValidateNested({ each: true })
  @Type(() => HandLineDto)
  lines: HandLineDto[];
}

export class DrawSeedDto {
  /** As it was published: one line of text, without blanks at its ends. */
  @IsString()
  @Length(1, 200)
  @Matches(/^\S(?:[^\p{Cc}]*\S)?$/u)
  seed: string;
}

export class DrawReturnDto {
  /** Why it is taken back. */
  @IsString()
  @Length(1, 500)
  @Matches(/\S/)
  reason: string;
}

export class CallSubstituteDto {
  /** Judge with a seat who will not come. */
  @IsUUID()
  judge: string;
}

/** Of whom would be drawn. */
export class DrawPoolQueryDto {
  @IsIn(drawKinds)
  kind: DrawKind;

  @IsOptional()
  @IsUUID()
  panelId?: string;

  @IsOptional()
  @IsUUID()
  fieldGroupId?: string;

  @IsIn(['true', 'false'])
  passesConflicted: 'true' | 'false';

  static toWanted({ kind, panelId, fieldGroupId, passesConflicted }: DrawPoolQueryDto): PoolWanted {
    return {
      ...{ kind, panelId: panelId ?? null, fieldGroupId: fieldGroupId ?? null, byPanel: false },
      passesConflicted: passesConflicted === 'true',
    };
  }
}
