import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, Matches, MaxLength } from 'class-validator';
import type { RankingPage, RankingRow, RunView } from '#scoring';

export class RankingQueryDto {
  /** From `nextCursor` of the page before. */
  @IsOptional()
  @Matches(/^[\w-]+$/)
  @MaxLength(64)
  cursor?: string;

  /** 1 to 200; 50 when absent. */
  @IsOptional()
  @Matches(/^([1-9]|[1-9]\d|1\d\d|200)$/)
  limit?: string;
}

export class RunDto {
  fence: number;
  finishedAt: string;
  outputsHash: string;
  inputsHash: string;
  rulesHash: string;
  /** Whether the independent computation agrees; a difference blocks publication. */
  shadow: 'agrees' | 'differs';
  sheets: number;

  static from({ fence, finishedAt, outputsHash, inputsHash, rulesHash, shadow, sheets }: RunView): RunDto {
    return { fence, finishedAt: finishedAt.toISOString(), outputsHash, inputsHash, rulesHash, shadow, sheets };
  }
}

export class TieDto {
  /** Entries with the same figure. */
  size: number;
  /** The rung of the tie ladder that gave this place; null while the tie is open. */
  resolvedBy: string | null;
  /** The rung that people must take next. */
  nextStep: string | null;
}

export class RankingRowDto {
  rank: number | null;
  entryNumber: number;
  title: string;
  sheets: number;
  /** Why the entry has no rank. */
  reason: string | null;
  /** Decimal string as published. */
  score: string | null;
  tie: TieDto | null;
  /** Panel score by criterion, decimal strings. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  criteria: Record<string, string>;

  static from({ rank, entryNumber, title, sheets, reason, score, tie, criteria }: RankingRow): RankingRowDto {
    return { rank, entryNumber, title, sheets, reason, score, tie, criteria: { ...criteria } };
  }
}

export class RankingPageDto {
  run: RunDto;
  rows: RankingRowDto[];
  nextCursor: string | null;

  static from({ run, rows, nextCursor }: RankingPage): RankingPageDto {
    return { run: RunDto.from(run), rows: rows.map((row) => RankingRowDto.from(row)), nextCursor };
  }
}
