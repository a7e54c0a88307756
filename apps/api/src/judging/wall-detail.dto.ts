import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, Max, Min } from 'class-validator';
import { wallChangeKinds, type WallChangeKind, type WallChanges, type WallCoverage, type WallMap } from '#judging';
import { NameDto } from '../contest/name.dto.js';
import { DeskEditionDto } from './assignment.dto.js';
import { WallStageDto } from './wall.dto.js';
import { wholeNumber } from '../http/whole-number.js';

export class WallPageQueryDto {
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
  @Max(200)
  limit: number = 50;
}

export class WallChangesQueryDto extends WallPageQueryDto {
  /** Of one kind alone. */
  @IsOptional()
  @IsIn(wallChangeKinds)
  kind?: WallChangeKind;
}

export class MarkSeenDto {
  /** `until` of the answer that was seen. */
  @IsISO8601({ strict: true })
  until: string;
}

class WallHeadDto {
  stage: WallStageDto;
  edition: DeskEditionDto;
  /** An entry of the stage concerns the reader, and is left out. */
  leavesOut: boolean;
}

export class WallCoverageEntryDto {
  number: number;
  title: string;
  panel: NameDto | null;
  assigned: number;
  submitted: number;
  drafts: number;
  /** Judges who were assigned and have stepped back. */
  recused: number;
}

export class WallCoverageListDto extends WallHeadDto {
  /** Fewest sheets with which an entry is ranked. */
  floor: number;
  /** Entries that have fewer, over all pages. */
  total: number;
  entries: WallCoverageEntryDto[];

  static from({ entries, ...coverage }: WallCoverage): WallCoverageListDto {
    return { ...coverage, entries: [...entries] };
  }
}

export class WallMapJudgeDto {
  id: string;
  name: string | null;
}

export class WallMapCellDto {
  /** Id of the judge. */
  judge: string;
  state: 'not-begun' | 'draft' | 'submitted' | 'revised' | 'suspended' | 'recused';
}

export class WallMapEntryDto {
  number: number;
  title: string;
  /** None where a judge hasn't the entry. */
  cells: WallMapCellDto[];
}

export class WallMapDto extends WallHeadDto {
  /** Entries over all pages. */
  total: number;
  /** Those who have a cell on this page, by name. */
  judges: WallMapJudgeDto[];
  entries: WallMapEntryDto[];

  static from({ judges, entries, ...map }: WallMap): WallMapDto {
    return {
      ...map,
      judges: [...judges],
      entries: entries.map(({ number, title, cells }) => ({ number, title, cells: [...cells] })),
    };
  }
}

export class WallChangeCountDto {
  kind: WallChangeKindName;
  count: number;
}

type WallChangeKindName =
  | 'submitted'
  | 'revised'
  | 'recused'
  | 'assigned'
  | 'unassigned'
  | 'unlock-requested'
  | 'unlocked'
  | 'opened'
  | 'moved'
  | 'closed';

export class WallChangeDto {
  kind: WallChangeKindName;
  /** Null of an act on the stage itself, as `number` and `title`, or where the account is gone. */
  judge: string | null;
  number: number | null;
  title: string | null;
}

export class WallChangesDto extends WallHeadDto {
  /** Up to when the reader has seen what changed; null: never yet. */
  since: string | null;
  until: string;
  /** Of each kind that happened, over all pages. */
  counts: WallChangeCountDto[];
  lines: WallChangeDto[];

  static from({ since, until, counts, lines, ...head }: WallChanges): WallChangesDto {
    return {
      ...head,
      since: since?.toISOString() ?? null,
      until: until.toISOString(),
      counts: wallChangeKinds.flatMap((kind) => {
        const count = counts[kind] ?? 0;
        return count > 0 ? [{ kind, count }] : [];
      }),
      lines: [...lines],
    };
  }
}
