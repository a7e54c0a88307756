import { Transform } from 'class-transformer';
import { IsBoolean, IsInt, IsOptional, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import type { JudgeKind } from '#domain';
import type { EntryWithJudgesPage } from '#judging';
import { NameDto } from '../contest/name.dto.js';
import { wholeNumber } from '../http/whole-number.js';

export class AddAssignmentDto {
  /** Of the entry in the stage. */
  @IsUUID()
  entryId: string;

  @IsUUID()
  judgeId: string;
}

export class AssignedEntriesQueryDto {
  /** How many rows are passed over. */
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(0)
  after: number = 0;

  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 50;

  /** An entry's number, or part of its title or of a judge's name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q: string = '';

  /** Only entries with fewer judges than that; in a plan, without those whom it takes away. */
  @IsOptional()
  @Transform(wholeNumber)
  @IsInt()
  @Min(1)
  @Max(100)
  below?: number;

  /** Only entries that the plan changes. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  isChanged: boolean = false;
}

export class EntryJudgeDto {
  id: string;
  name: string | null;
  kind: JudgeKind | null;
  /** Null in a plan. */
  assignmentId: string | null;
  /** A draft or a sheet is there: it stays assigned. */
  isBegun: boolean;
  /** In a plan, against what stands. */
  change: 'kept' | 'added' | 'removed' | null;
  /** The entry's field group is one of the judge's. */
  knowsTopic: boolean;
  /** The judge's keywords that stand in the entry's title or summary. */
  keywords: string[];
}

export class EntryWithJudgesDto {
  id: string;
  number: number;
  title: string;
  language: 'zh' | 'en';
  fieldGroup: NameDto | null;
  judges: EntryJudgeDto[];
}

export class AssignedEntriesDto {
  entries: EntryWithJudgesDto[];
  /** Rows of all pages. */
  total: number;

  static from({ entries, total }: EntryWithJudgesPage): AssignedEntriesDto {
    return {
      entries: entries.map((entry) => ({
        ...entry,
        judges: entry.judges.map((judge) => ({ ...judge, keywords: [...judge.keywords] })),
      })),
      total,
    };
  }
}
