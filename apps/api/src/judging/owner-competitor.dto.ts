import { IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import type { CompetitorLine, OwnerCompetitors } from '#judging';
import { NameDto } from '../contest/name.dto.js';

export class CompetedProblemDto {
  number: number;
  title: NameDto;
}

export class OwnerCompetitorDto {
  id: string;
  problemNumber: number;
  /** Public title of the problem. */
  problem: NameDto;
  organisation: NameDto;
  /** From whom or what the office knows it; null once it is erased. */
  source: string | null;
  /** Null where the account is gone. */
  recordedBy: string | null;
  recordedAt: string;

  static from({ recordedAt, ...line }: CompetitorLine): OwnerCompetitorDto {
    return { ...line, recordedAt: recordedAt.toISOString() };
  }
}

export class OwnerCompetitorsDto {
  problems: CompetedProblemDto[];
  /** By number of the problem; at most 1,000. */
  competitors: OwnerCompetitorDto[];

  static from({ problems, competitors }: OwnerCompetitors): OwnerCompetitorsDto {
    return { problems: [...problems], competitors: competitors.map((line) => OwnerCompetitorDto.from(line)) };
  }
}

export class RecordCompetitorDto {
  @IsInt()
  @Min(1)
  @Max(999_999_999)
  problemNumber: number;

  /** Of the register. */
  @IsUUID()
  organisationId: string;

  /** From whom or what the office knows it. */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/)
  source: string;
}
