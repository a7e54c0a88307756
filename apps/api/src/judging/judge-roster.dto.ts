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

export class PendingAddressDto {
  /** Of the judge. */
  id: string;
  name: string | null;
  /** As it stands; null where the account is gone. */
  email: string | null;
  newEmail: string;
  proposedBy: string | null;
  proposedAt: string;
  /** The reader proposed it, and so doesn't approve it. */
  isOwn: boolean;
  /** It is the reader's own account. */
  isOneself: boolean;
}

export class ContactChangeDto {
  /** The new address; to approve, as it was shown. */
  @IsString()
  @MaxLength(1000)
  email: string;
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
  /** Addresses of judges that await a second person. */
  addresses: PendingAddressDto[];
  /** Of the roster as it is once the reader has approved what others proposed, 64 hex digits. */
  hash: string;
  /** How many others than the reader may approve. */
  otherApprovers: number;
  last: LastRosterApprovalDto | null;

  static from({ judges, changes, addresses, hash, otherApprovers, last }: RosterView): JudgeRosterDto {
    return {
      ...{ judges, hash, otherApprovers },
      changes: changes.map((change) => ({ ...change, proposedAt: change.proposedAt.toISOString() })),
      addresses: addresses.map((one) => ({ ...one, proposedAt: one.proposedAt.toISOString() })),
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
