import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { type JudgeKind, judgeKinds } from '#domain';
import { type AssignmentParameters, mostJudgesWanted } from '#domain/assignment/assignment-parameters';

/** Judges or panels that a plan names. */
const mostChosen = 2000;

const isGiven = (_: unknown, value: unknown) => value !== undefined;

export class KindWantedDto {
  @IsIn(judgeKinds)
  kind: JudgeKind;

  @IsInt()
  @Min(1)
  @Max(mostJudgesWanted)
  atLeast: number;
}

/** Points, whole numbers, of one pair of entry and judge. */
export class ObjectiveWeightsDto {
  @IsInt()
  @Min(0)
  @Max(1000)
  expertise: number;

  @IsInt()
  @Min(0)
  @Max(1000)
  preference: number;

  @IsInt()
  @Min(0)
  @Max(1000)
  ownLanguage: number;

  @IsInt()
  @Min(0)
  @Max(1000)
  kept: number;
}

export class AssignmentParametersDto implements AssignmentParameters {
  /** Judges an entry. */
  @IsInt()
  @Min(1)
  @Max(mostJudgesWanted)
  judgesWanted: number;

  /** Of these at least so many of a kind. */
  @IsArray()
  @ArrayMaxSize(judgeKinds.length)
  @ValidateNested({ each: true })
  @Type(() => KindWantedDto)
  kindsWanted: KindWantedDto[];

  /** Judges of one employer on an entry; null: any number. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(mostJudgesWanted)
  mostPerEmployer: number | null = null;

  /**
   * `keep`: every standing assignment stays; `improve`: one stays where nothing better is found. Once begun it stays
   * anyway; of a judge who will not come nothing else does.
   */
  @IsIn(['keep', 'improve'])
  existing: 'keep' | 'improve';

  @IsBoolean()
  withSubstitutes: boolean;

  /** Who alone may be given further entries, with the members of `onlyPanels`; none of both: every judge. */
  @ValidateIf(isGiven)
  @IsArray()
  @ArrayMaxSize(mostChosen)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  onlyJudges: string[] = [];

  @ValidateIf(isGiven)
  @IsArray()
  @ArrayMaxSize(mostChosen)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  onlyPanels: string[] = [];

  @IsDefined()
  @ValidateNested()
  @Type(() => ObjectiveWeightsDto)
  weights: ObjectiveWeightsDto;

  /** Public: decides between pairs of equal worth. */
  @IsString()
  @Length(1, 100)
  @Matches(/^[\p{L}\p{N}\p{P}\p{S}][\p{L}\p{N}\p{P}\p{S} ]*$/u)
  seed: string;
}

export class ApplyAssignmentDto {
  /** The plan's hash, as it was shown. */
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  planHash: string;
}
