import { ApiProperty } from '@nestjs/swagger';
import type { SheetComments } from '#domain/rubric/score-sheet';
import { IsIn, IsInt, IsObject, IsOptional, Matches, Min } from 'class-validator';
import { conflictReasons, receiptNumber, type AcceptedSheet, type ConflictReason, type SavedDraft } from '#judging';

/** What a judge says in words; what is left out is not said. It enters no total. */
export class SheetCommentsDto {
  /** In which all of them are written; asked for once there is one. */
  language?: SheetComments['language'];

  /** Criterion key → text of at most 2,000 characters, where the rules ask for comments to the criteria. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  criteria?: Record<string, string>;

  /** On the entry as a whole, where the rules ask for it. */
  overall?: string;

  /** The reason for a deduction, which needs one. */
  deduction?: string;
}

/** How a judge signs a sheet on the screen. */
export class SheetSignatureDto {
  kind: 'drawn' | 'typed';
  /** Drawn: an SVG path of moves and lines within 600 × 200. Typed: a name of at most 100 characters. */
  content: string;
}

export class SaveDraftDto {
  /** Criterion key → decimal string such as "8.5"; criteria may be absent. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  scores: Record<string, unknown>;

  /** Decimal string, where the rules allow a deduction; null for none. Left out, what the draft holds stays. */
  @ApiProperty({ type: 'string', required: false, nullable: true })
  @IsOptional()
  deduction?: unknown;

  /** Null for none. Left out, what the draft holds stays. */
  @ApiProperty({ type: SheetCommentsDto, required: false, nullable: true })
  @IsOptional()
  @IsObject()
  comments?: Record<string, unknown> | null;

  /** `submitted.revision` that the page shows, 0 where it shows none. 412 `revision-stale` where a newer one was submitted since. */
  @IsOptional()
  @IsInt()
  @Min(0)
  seenRevision?: number;
}

export class SavedDraftDto {
  version: number;
  updatedAt: string;

  static from({ version, updatedAt }: SavedDraft): SavedDraftDto {
    return { version, updatedAt: updatedAt.toISOString() };
  }
}

/** What a judge gave, as far as it may be left out. */
export class GivenSheetDto {
  /** Decimal string, where the rules allow a deduction. */
  @ApiProperty({ type: 'string', required: false })
  @IsOptional()
  deduction?: unknown;

  @ApiProperty({ type: SheetCommentsDto, required: false })
  @IsOptional()
  @IsObject()
  comments?: Record<string, unknown>;
}

export class SubmitScoreSheetDto extends GivenSheetDto {
  /** Criterion key → decimal string such as "8.5"; every criterion of the rules. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  @IsObject()
  scores: Record<string, unknown>;

  /** Where the rules have sheets signed on the screen. */
  @ApiProperty({ type: SheetSignatureDto, required: false })
  @IsOptional()
  @IsObject()
  signature?: Record<string, unknown>;

  /** Hash of the rules by which the sheet was scored. */
  @Matches(/^[0-9a-f]{64}$/)
  rulesHash: string;
}

export class ReceiptDto {
  revision: number;
  /** Hash of the ledger event, 64 hex digits. */
  receipt: string;
  /** Its first twelve digits, to be read aloud. */
  receiptNumber: string;
  submittedAt: string;
  /** Decimal string. */
  total: string;

  static from({ revision, receipt, submittedAt, total }: AcceptedSheet): ReceiptDto {
    return { revision, receipt, receiptNumber: receiptNumber(receipt), submittedAt: submittedAt.toISOString(), total };
  }
}

export class RecuseDto {
  @IsIn(conflictReasons)
  reasonCode: ConflictReason;
}
