import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  type EligibilityDecision,
  eligibilityDecisions,
  type EligibilityState,
  eligibilityStates,
  type EligibilityVerdict,
  type TranslationState,
  translationStates,
} from '#domain';
import type { SeenEntry } from '#submission';
import { wholeNumber } from '../http/whole-number.js';

/** As a team and the office read it. */
export class EligibilityLabelDto {
  @IsString()
  @Length(1, 200)
  zh: string;

  @IsString()
  @Length(1, 200)
  en: string;
}

export class EligibilityItemDto {
  /** Lower-case words joined by hyphens. */
  @IsString()
  @Length(1, 60)
  key: string;

  @ValidateNested()
  @Type(() => EligibilityLabelDto)
  label: EligibilityLabelDto;
}

export class EligibilitySettingDto {
  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => EligibilityItemDto)
  checklist: EligibilityItemDto[];

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => EligibilityItemDto)
  reasons: EligibilityItemDto[];

  /** Whether a pass needs the word of a second person. */
  @IsBoolean()
  needsSecondReader: boolean;

  /** Days for a correction that the page proposes. */
  @IsInt()
  @Min(1)
  @Max(60)
  correctionDays: number;
}

export class StandingSettingDto {
  /** 0 where the edition has set nothing and the platform's own list is used. */
  version: number;
  setting: EligibilitySettingDto;
}

export class SettingKeptDto {
  version: number;
}

export class EligibilityQueryDto {
  @IsOptional()
  @IsIn(eligibilityStates)
  state?: EligibilityState;

  /** Key of a track, with all below it. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  track?: string;

  /** How the translation into the entry's other language stands. */
  @IsOptional()
  @IsIn(translationStates)
  translation?: TranslationState;

  /** Part of a title, or an entry's number. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Number of the last entry of the page before. */
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(0)
  after: number = 0;

  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(200)
  limit: number = 50;
}

export class NoteDto {
  @IsString()
  @MaxLength(2000)
  zh: string;

  @IsString()
  @MaxLength(2000)
  en: string;
}

export class SeenEntryDto {
  @IsUUID()
  publicId: string;

  /** The version that was read. */
  @IsInt()
  @Min(1)
  version: number;
}

export class VerdictDto {
  @IsIn(eligibilityDecisions)
  decision: EligibilityDecision;

  /** Keys of the points of the checklist that hold: all of them for a pass. */
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  met: string[];

  /** Keys of the edition's reasons. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  reasons: string[];

  /** Free text for the team; where anything is said, it is said in the team's language too. */
  @IsOptional()
  @ValidateNested()
  @Type(() => NoteDto)
  note?: NoteDto;

  /** With a correction: until when the team may change the entry. */
  @IsOptional()
  @IsISO8601({ strict: true })
  correctUntil?: string;
}

export class CheckEntriesDto extends VerdictDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique(({ publicId }: SeenEntryDto) => publicId)
  @ValidateNested({ each: true })
  @Type(() => SeenEntryDto)
  entries: SeenEntryDto[];

  static verdict({ decision, met, reasons, note, correctUntil }: CheckEntriesDto): EligibilityVerdict {
    return {
      ...{ decision, met, reasons },
      note: { zh: note?.zh ?? '', en: note?.en ?? '' },
      correctUntil: correctUntil === undefined ? null : new Date(correctUntil),
    };
  }

  static seen({ entries }: CheckEntriesDto): SeenEntry[] {
    return entries.map(({ publicId, version }) => ({ publicId, version }));
  }
}
