import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import type { EntryVersionLine, VersionComparison } from '#submission';

const asNumber = ({ value }: { value: unknown }) =>
  // What Number() would make of '1e2' or '0x10' is no number that anybody typed.
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;

export class VersionPairDto {
  @Transform(asNumber)
  @IsInt()
  @Min(1)
  @Max(999_999)
  from: number;

  @Transform(asNumber)
  @IsInt()
  @Min(1)
  @Max(999_999)
  to: number;
}

export class EntryVersionDto {
  number: number;
  at: string;
  /** Hash of the ledger event, 64 hex digits. */
  receipt: string;
  files: number;
}

export class EntryVersionsDto {
  /** The newest first. */
  versions: EntryVersionDto[];

  static from(versions: readonly EntryVersionLine[]): EntryVersionsDto {
    return { versions: versions.map((version) => ({ ...version, at: version.at.toISOString() })) };
  }
}

export class AnswerDifferenceDto {
  /** Of the core answers or of the form's own. */
  key: string;
  @ApiProperty({ enum: ['added', 'removed', 'changed'] })
  change: 'added' | 'removed' | 'changed';
  /** Absent where versions hold no plain value: answers that name somebody. */
  @ApiProperty({ required: false, nullable: true, type: Object, additionalProperties: true })
  before?: unknown;
  @ApiProperty({ required: false, nullable: true, type: Object, additionalProperties: true })
  after?: unknown;
}

export class NamedDifferenceDto {
  /** Null for a name that has been erased since. */
  @ApiProperty({ type: 'array', items: { type: 'string', nullable: true } })
  added: (string | null)[];
  @ApiProperty({ type: 'array', items: { type: 'string', nullable: true } })
  removed: (string | null)[];
}

export class VersionComparisonDto {
  changes: AnswerDifferenceDto[];
  members: NamedDifferenceDto;
  files: NamedDifferenceDto;

  static from({ changes, members, files }: VersionComparison): VersionComparisonDto {
    const named = ({ added, removed }: VersionComparison['files']) => ({ added: [...added], removed: [...removed] });
    return { changes: changes.map((change) => ({ ...change })), members: named(members), files: named(files) };
  }
}
