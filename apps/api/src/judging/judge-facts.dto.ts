import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  type EarlierEmployer,
  type JudgeFacts,
  judgeKinds,
  type JudgeKind,
  judgeLanguages,
  type JudgeLanguage,
} from '#domain/roster/judge-facts';

const unlessNull = (_: unknown, value: unknown) => value !== null;

export class EarlierEmployerDto implements EarlierEmployer {
  /** As typed, 1 to 200 characters. */
  @IsString()
  @MaxLength(1000)
  name: string;

  /** 1900 to 2200; null where nobody has said it. */
  @ValidateIf(unlessNull)
  @IsInt()
  fromYear: number | null;

  /** 1900 to 2200, and not before `fromYear`. */
  @ValidateIf(unlessNull)
  @IsInt()
  untilYear: number | null;
}

/** What the office knows of a judge beside the account. */
export class JudgeFactsDto implements JudgeFacts {
  /** In the office's own list; at most 120 characters. */
  @ValidateIf(unlessNull)
  @IsString()
  @MaxLength(1000)
  externalKey: string | null;

  /** At present, as typed; at most 200 characters. */
  @ValidateIf(unlessNull)
  @IsString()
  @MaxLength(1000)
  employer: string | null;

  @ValidateIf(unlessNull)
  @IsIn(judgeKinds)
  kind: JudgeKind | null;

  /** Keys of field groups of the edition. */
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  fieldGroups: string[];

  /** At most 20, each of at most 60 characters and without a ; */
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  @MaxLength(1000, { each: true })
  keywords: string[];

  /** In which the judge reads entries. */
  @IsArray()
  @IsIn(judgeLanguages, { each: true })
  languages: JudgeLanguage[];

  /** Entries that the judge reads at the least in all stages of the edition, 0 to 10000. */
  @IsInt()
  leastEntries: number;

  /** And at the most at a time, in stages whose judging is not over, 1 to 10000; null: as many as come. */
  @ValidateIf(unlessNull)
  @IsInt()
  mostEntries: number | null;

  /** Reads only where another judge falls out. */
  @IsBoolean()
  isSubstitute: boolean;

  /** First day, YYYY-MM-DD; null: from the beginning. */
  @ValidateIf(unlessNull)
  @IsString()
  @MaxLength(20)
  availableFrom: string | null;

  /** Last day, YYYY-MM-DD; null: to the end. */
  @ValidateIf(unlessNull)
  @IsString()
  @MaxLength(20)
  availableUntil: string | null;

  /** At most 20, each once. */
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => EarlierEmployerDto)
  earlierEmployers: EarlierEmployerDto[];
}

export class NewJudgeDto extends JudgeFactsDto {
  /** With which the judge signs in. */
  @IsString()
  @MaxLength(1000)
  email: string;

  /** At most 120 characters; of a new account alone: whoever has one has named themselves. */
  @IsString()
  @MaxLength(1000)
  displayName: string;
}

export class NewJudgeMadeDto {
  id: string;
}
