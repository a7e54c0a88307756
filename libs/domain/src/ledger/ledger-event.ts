import { DomainError } from '../errors/domain-error.js';
import { canonicalJson } from '../hashing/canonical-json.js';
import { sha256Hex } from '../hashing/sha256-hex.js';
import { type LedgerEventKind, ledgerEventKinds } from './event-kinds.js';

export type LedgerValue =
  string | number | boolean | null | readonly LedgerValue[] | { readonly [key: string]: LedgerValue };

export interface LedgerEventInput {
  readonly kind: LedgerEventKind;
  /** Ids of what the event is about: `{ entry: '…', stage: '…', actor: '…' }`. Never a name or an address. */
  readonly subject?: Readonly<Record<string, string>>;
  /** Ids, hashes, counts, decimal strings and salted commitments; no personal data. */
  readonly body: { readonly [key: string]: LedgerValue };
  /** The day of the act where the domain has one, YYYY-MM-DD. */
  readonly occurredOn?: string;
  /** Makes two equal acts two events. */
  readonly id?: string;
}

export const ledgerSchema = 1;
/** Named in every event, so that one written today can be checked when others are in use. */
export const ledgerAlgorithms = { canonical: 'RFC8785', hash: 'SHA-256' } as const;

export interface LedgerEvent {
  readonly kind: LedgerEventKind;
  readonly schema: number;
  readonly algorithms: typeof ledgerAlgorithms;
  /** The canonical JSON that is stored and hashed. */
  readonly canonical: string;
  /** SHA-256 of it, 64 hex digits: the receipt. */
  readonly hash: string;
}

/**
 * The canonical text and hash of one accepted act.
 *
 * @throws DomainError `ledger-event-invalid` for a kind outside the registry, or a day that is none.
 */
export function ledgerEvent(input: LedgerEventInput): LedgerEvent {
  if (!ledgerEventKinds.includes(input.kind)) throw new DomainError('ledger-event-invalid', { kind: input.kind });
  if (input.occurredOn !== undefined && !isDay(input.occurredOn)) {
    throw new DomainError('ledger-event-invalid', { occurredOn: input.occurredOn });
  }
  const canonical = canonicalJson({
    schema: ledgerSchema,
    algorithms: ledgerAlgorithms,
    kind: input.kind,
    id: input.id,
    subject: input.subject,
    body: input.body,
    occurredOn: input.occurredOn,
  });
  return {
    kind: input.kind,
    schema: ledgerSchema,
    algorithms: ledgerAlgorithms,
    canonical,
    hash: sha256Hex(canonical),
  };
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
