import { IsIn, IsInt, IsISO8601, IsString, Length, Matches, Max, Min } from 'class-validator';
import { opinionLevels, type OpinionLevel, type OpinionLine, type TechnicalOpinions } from '#judging';
import { NameDto } from '../contest/name.dto.js';
import { DeskEditionDto } from './assignment.dto.js';

export class TechnicalOpinionDto {
  id: string;
  entryNumber: number;
  entryTitle: string;
  /** Public title of the problem. */
  problem: NameDto;
  level: 'meets' | 'meets-in-part' | 'does-not-meet';
  /** Null where it was erased, as `signedBy` and `evidence`. */
  opinion: string | null;
  signedBy: string | null;
  /** ISO date. */
  givenOn: string;
  evidence: string | null;
  /** Null where the account is gone. */
  recordedBy: string | null;
  recordedAt: string;
  /** A later one of the entry takes its place. */
  isReplaced: boolean;

  static from({ recordedAt, ...line }: OpinionLine): TechnicalOpinionDto {
    return { ...line, recordedAt: recordedAt.toISOString() };
  }
}

export class TechnicalOpinionsDto {
  edition: DeskEditionDto;
  /** Entries that answer a problem, and how many of them have no opinion yet. */
  entries: number;
  missing: number;
  /** By number of the entry, the newest first; at most 1,000. */
  opinions: TechnicalOpinionDto[];

  static from({ edition, entries, missing, opinions }: TechnicalOpinions): TechnicalOpinionsDto {
    return { edition, entries, missing, opinions: opinions.map((line) => TechnicalOpinionDto.from(line)) };
  }
}

export class RecordTechnicalOpinionDto {
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  entryNumber: number;

  @IsIn(opinionLevels)
  level: OpinionLevel;

  @IsString()
  @Length(1, 4000)
  @Matches(/\S/)
  opinion: string;

  /** Who of the owner signed it. */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/)
  signedBy: string;

  /** ISO date, not after today in China. */
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  givenOn: string;

  /** Where the signed paper lies: a file number, a scan in the office's own files. */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/)
  evidence: string;
}
