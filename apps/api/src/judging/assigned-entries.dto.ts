import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { JudgeKind } from '#domain';
import type { EntryWithJudgesPage } from '#judging';
import { NameDto } from '../contest/name.dto.js';

export class AddAssignmentDto {
  /** Of the entry in the stage. */
  @IsUUID()
  entryId: string;

  @IsUUID()
  judgeId: string;
}

const wholeNumber = ({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

export class AssignedEntriesQueryDto {
  /** Number of the last entry that was told before. */
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
  nextAfter: number | null;

  static from({ entries, nextAfter }: EntryWithJudgesPage): AssignedEntriesDto {
    return {
      entries: entries.map((entry) => ({
        ...entry,
        judges: entry.judges.map((judge) => ({ ...judge, keywords: [...judge.keywords] })),
      })),
      nextAfter,
    };
  }
}
