import { ledgerEvent, type LedgerEventKind, type LedgerValue } from '#domain';
import { v7 as uuidv7 } from 'uuid';

/** An accepted act, as a feature tells it: ids, hashes, counts, decimal strings and commitments, never a name. */
export interface LedgerAct {
  readonly kind: LedgerEventKind;
  /** Ids of what it is about. */
  readonly subject?: Readonly<Record<string, string>>;
  readonly body?: { readonly [key: string]: LedgerValue };
  /** The day of the act where it lies in the past, YYYY-MM-DD. */
  readonly occurredOn?: string;
}

/** The row that will be stored; `hash` (64 hex digits) is the receipt. */
export interface PreparedEvent {
  readonly id: string;
  readonly kind: LedgerEventKind;
  readonly canonical: string;
  readonly hash: string;
  readonly occurredOn: string | null;
}

/**
 * The event of an act, ready to be inserted; its own id makes two equal acts two events.
 *
 * @throws DomainError `ledger-event-invalid`
 */
export function prepareEvent(act: LedgerAct): PreparedEvent {
  const id = uuidv7();
  const { occurredOn } = act;
  const { canonical, hash } = ledgerEvent({
    id,
    kind: act.kind,
    subject: act.subject ?? {},
    body: act.body ?? {},
    ...(occurredOn === undefined ? {} : { occurredOn }),
  });
  return { id, kind: act.kind, canonical, hash, occurredOn: occurredOn ?? null };
}
