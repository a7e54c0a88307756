import { Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { JudgeKind, JudgeLanguage } from '#domain/roster/judge-facts';
import type { JudgePage, ListedJudge } from '#judging';
import { NameDto } from '../contest/name.dto.js';
import { wholeNumber } from '../http/whole-number.js';

export class JudgeQueryDto {
  /** Part of a name, address, employer or keyword. */
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
  state: 'none' | 'invited' | 'opened' | 'expired' | 'taken-back' | 'accepted' | 'declined';
  /** When it came to be so; null where there was none. */
  at: string | null;
  /** Why the judge declined. */
  reason: string | null;
  /** Version of the commitment that was signed. */
  commitment: string | null;
}

export class ListedEarlierEmployerDto {
  /** As the office typed it. */
  name: string;
  /** What the register of organisations takes it for. */
  organisation: NameDto | null;
  fromYear: number | null;
  untilYear: number | null;
}

export class ListedJudgeDto {
  id: string;
  /** Of what the office knows of the judge: a change of it is made over this one. */
  version: number;
  name: string | null;
  email: string | null;
  /** Another address that awaits a second person. */
  newEmail: string | null;
  /** Null where nobody has said it yet. */
  kind: JudgeKind | null;
  /** As the office typed it. */
  employer: string | null;
  /** What the register of organisations takes it for. */
  organisation: NameDto | null;
  /** In the office's own list. */
  externalKey: string | null;
  /** Keys of field groups of the edition. */
  fieldGroups: string[];
  keywords: string[];
  /** In which the judge reads entries. */
  languages: JudgeLanguage[];
  /** Entries that the judge reads at the least. */
  leastEntries: number;
  /** And at the most; null: as many as come. */
  mostEntries: number | null;
  /** Reads only where another judge falls out. */
  isSubstitute: boolean;
  /** First day, YYYY-MM-DD; null: from the beginning. */
  availableFrom: string | null;
  /** Last day; null: to the end. */
  availableUntil: string | null;
  /** The latest first. */
  earlierEmployers: ListedEarlierEmployerDto[];
  /** `none` until a password is set. */
  account: 'none' | 'signs-in' | 'disabled';
  /** A proposed place takes effect once a second person has approved the roster. */
  place: 'on-roster' | 'off-roster' | 'addition-proposed' | 'removal-proposed';
  invitation: JudgeInvitationStateDto;
  /** Whether the judge has submitted a sheet: from then on a removal needs its reason. */
  hasSubmitted: boolean;

  static from(this: void, judge: ListedJudge): ListedJudgeDto {
    const { fieldGroups, keywords, languages, earlierEmployers } = judge;
    return {
      ...{ ...judge, fieldGroups: [...fieldGroups], keywords: [...keywords], languages: [...languages] },
      earlierEmployers: [...earlierEmployers],
    };
  }
}

export class JudgePageDto {
  judges: ListedJudgeDto[];
  total: number;
  nextAfter: number | null;

  static from({ judges, total, nextAfter }: JudgePage): JudgePageDto {
    return { judges: judges.map(ListedJudgeDto.from), total, nextAfter };
  }
}
