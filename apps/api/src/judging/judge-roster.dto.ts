import { IsString, Matches, MaxLength } from 'class-validator';
import type { JudgeKind } from '#domain';
import type { RosterView } from '#judging';
import { NameDto } from '../contest/name.dto.js';

export class RosterChangeDto {
  id: string;
  /** Null where the account is gone, as `email` and `proposedBy`. */
  name: string | null;
  email: string | null;
  /** `none` until a password is set. */
  account: 'none' | 'signs-in' | 'disabled';
  kind: JudgeKind | null;
  /** As the office typed it. */
  employer: string | null;
  /** What the register of organisations takes it for. */
  organisation: NameDto | null;
  change: 'addition' | 'removal';
  /** Why the judge leaves; null where nobody has said it. */
  reason: string | null;
  proposedBy: string | null;
  proposedAt: string;
  /** The reader proposed it, and so doesn't approve it. */
  isOwn: boolean;
  /** It is the reader's own place, which the reader doesn't approve either. */
  isOneself: boolean;
}

export class LastRosterApprovalDto {
  approvedBy: string | null;
  approvedAt: string;
  /** Of the roster's document, 64 hex digits, as the ledger has it. */
  hash: string;
}

export class JudgeRosterDto {
  /** How many judges stand on the roster now. */
  judges: number;
  changes: RosterChangeDto[];
  /** Of the roster as it is once the reader has approved what others proposed, 64 hex digits. */
  hash: string;
  /** How many others than the reader may approve. */
  otherApprovers: number;
  last: LastRosterApprovalDto | null;

  static from({ judges, changes, hash, otherApprovers, last }: RosterView): JudgeRosterDto {
    return {
      ...{ judges, hash, otherApprovers },
      changes: changes.map((change) => ({ ...change, proposedAt: change.proposedAt.toISOString() })),
      last: last && { ...last, approvedAt: last.approvedAt.toISOString() },
    };
  }
}

export class ApproveRosterDto {
  /** The hash that was shown with the roster. */
  @IsString()
  @Matches(/^[0-9a-f]{64}$/)
  hash: string;
}

export class RemoveJudgeDto {
  /** At most 500 characters; may be empty until the judge has submitted a sheet. */
  @IsString()
  @MaxLength(5000)
  reason: string;
}
