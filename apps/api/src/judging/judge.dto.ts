import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { JudgeKind } from '#domain';
import type { JudgePage } from '#judging';
import { NameDto } from '../contest/name.dto.js';

const wholeNumber = ({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;

export class JudgeQueryDto {
  /** Part of a name, address or employer. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q: string = '';

  /** How many judges were told before. */
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

export class JudgeInvitationStateDto {
  state: 'none' | 'invited' | 'opened' | 'expired' | 'accepted' | 'declined';
  /** When it came to be so; null where there was none. */
  at: string | null;
  /** Why the judge declined. */
  reason: string | null;
  /** Version of the commitment that was signed. */
  commitment: string | null;
}

export class ListedJudgeDto {
  id: string;
  name: string | null;
  email: string | null;
  /** Null where nobody has said it yet. */
  kind: JudgeKind | null;
  /** As the office typed it. */
  employer: string | null;
  /** What the register of organisations takes it for. */
  organisation: NameDto | null;
  /** `none` until a password is set. */
  account: 'none' | 'signs-in' | 'disabled';
  /** A proposed place takes effect once a second person has approved the roster. */
  place: 'on-roster' | 'off-roster' | 'addition-proposed' | 'removal-proposed';
  invitation: JudgeInvitationStateDto;
}

export class JudgePageDto {
  judges: ListedJudgeDto[];
  total: number;
  nextAfter: number | null;

  static from({ judges, total, nextAfter }: JudgePage): JudgePageDto {
    return { judges: [...judges], total, nextAfter };
  }
}
