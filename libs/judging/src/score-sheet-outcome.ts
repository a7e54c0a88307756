import pg from 'pg';
import { DomainError, type DomainErrorCode } from '#domain';

const { DatabaseError } = pg;

/** What the database answered to a submission. */
export interface OutcomeRow {
  readonly outcome: string;
  readonly revision: number | null;
  /** 64 hex digits. */
  readonly receipt: string | null;
  readonly submitted_at: Date | null;
  readonly detail: Readonly<Record<string, unknown>> | null;
}

export interface SubmittedSheet {
  readonly revision: number;
  /** Hash of the ledger event, 64 hex digits. */
  readonly receipt: string;
  readonly submittedAt: Date;
  /** True when the same key had been answered before: nothing new was stored. */
  readonly isReplay: boolean;
}

const refusals = [
  'idempotency-key-reused',
  'assignment-not-found',
  'assignment-recused',
  'entry-withdrawn',
  'conflict-of-interest',
  'window-not-open',
  'deadline-passed',
  'result-used',
  'rules-changed',
  'revision-stale',
  // The unlock that the submission named needs no naming any more: judging was opened again meanwhile.
  'unlock-unnamed',
] as const satisfies readonly DomainErrorCode[];

/** @throws DomainError with the outcome's code where it is a refusal. */
export function readOutcome(row: OutcomeRow): SubmittedSheet {
  const refusal = refusals.find((code) => code === row.outcome);
  if (refusal !== undefined) throw new DomainError(refusal, refusalDetails(refusal, row));
  const { revision, receipt, submitted_at: submittedAt } = row;
  if (revision === null || receipt === null || submittedAt === null) {
    throw new TypeError(`a submission without a receipt: ${row.outcome}`);
  }
  return { revision, receipt, submittedAt, isReplay: row.outcome === 'replayed' };
}

/** After judging has ended: the unlock that lets the sheet in, for its event to name; null where there is none to name. */
export function unlockOf({ outcome, detail }: OutcomeRow): string | null {
  const unlock = outcome === 'unlock-unnamed' ? detail?.['unlock'] : null;
  return typeof unlock === 'string' ? unlock : null;
}

function refusalDetails(code: DomainErrorCode, row: OutcomeRow): Readonly<Record<string, unknown>> {
  if (code === 'revision-stale') return { revision: row.revision, stored: row.detail };
  return row.detail ?? {};
}

/** Constraints that stand behind the checks of the service: what they refuse was an invalid sheet. */
export function constraintRefusal(error: unknown): DomainError | null {
  if (!(error instanceof DatabaseError)) return null;
  const { code, constraint } = error;
  // 23514 check, 22P02 and 22003 not a number or none that fits, 23502 a criterion without a score
  if (code === undefined || !['23514', '22P02', '22003', '23502'].includes(code)) return null;
  return new DomainError('score-sheet-invalid', { constraint: constraint ?? code, problems: [] });
}
