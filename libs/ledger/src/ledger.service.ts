import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { saltBytes, saltedCommitment } from '#domain';
import { prepareEvent, type LedgerAct, type PreparedEvent } from './prepared-event.js';

const batchSize = 2000;

const insertEvents = `
  with given as (
    select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[])
      as g (id, kind, canonical, hash, occurred_on)
  ), events as (
    insert into ledger_events (id, kind, canonical, hash, occurred_on)
    select id, kind, canonical, decode(hash, 'hex'), occurred_on from given
  )
  insert into ledger_pending (event_id) select id from given`;

export interface LedgerReceipt {
  readonly id: string;
  /** 64 hex digits. */
  readonly hash: string;
}

/** Writes the ledger (存证日志): an event and its pending row in the transaction of the act itself. */
@Injectable()
export class LedgerService {
  /** @throws DomainError `ledger-event-invalid` */
  async record(manager: EntityManager, act: LedgerAct): Promise<LedgerReceipt> {
    const event = prepareEvent(act);
    await this.insert(manager, [event]);
    return { id: event.id, hash: event.hash };
  }

  /** Many acts in one transaction; receipts in the order given. */
  async recordMany(manager: EntityManager, acts: readonly LedgerAct[]): Promise<LedgerReceipt[]> {
    const events = acts.map((act) => prepareEvent(act));
    await this.insert(manager, events);
    return events.map(({ id, hash }) => ({ id, hash }));
  }

  /** Events that were prepared apart because their hash is needed by rows of the same transaction. */
  async insert(manager: EntityManager, events: readonly PreparedEvent[]): Promise<void> {
    for (let start = 0; start < events.length; start += batchSize) {
      const batch = events.slice(start, start + batchSize);
      await manager.query(insertEvents, [
        batch.map(({ id }) => id),
        batch.map(({ kind }) => kind),
        batch.map(({ canonical }) => canonical),
        batch.map(({ hash }) => hash),
        batch.map(({ occurredOn }) => occurredOn),
      ]);
    }
  }

  /**
   * Binds an event to a person's datum without holding it; the salt is made once per subject and erased with the person.
   *
   * @returns 64 hex digits
   */
  async commitment(manager: EntityManager, subjectKind: string, subjectId: string, value: string): Promise<string> {
    const [commitment] = await this.commitments(manager, subjectKind, [{ subjectId, value }]);
    return commitment as string;
  }

  /**
   * Of many subjects in one statement.
   *
   * @param given no subject twice
   * @returns 64 hex digits each, in the order given
   */
  async commitments(
    manager: EntityManager,
    subjectKind: string,
    given: readonly { readonly subjectId: string; readonly value: string }[],
  ): Promise<string[]> {
    // The update of nothing makes the row of a concurrent twin visible to `returning`; one order lets no two deadlock.
    const rows = await manager.query<{ subject: string; salt: string }[]>(
      `insert into commitment_salts (subject_kind, subject_id, salt)
       select $1, subject, decode(salt, 'hex') from unnest($2::uuid[], $3::text[]) as g (subject, salt) order by subject
       on conflict (subject_kind, subject_id) do update set salt = commitment_salts.salt
       returning subject_id as subject, encode(salt, 'hex') as salt`,
      [subjectKind, given.map(({ subjectId }) => subjectId), given.map(() => randomBytes(saltBytes).toString('hex'))],
    );
    const salts = new Map(rows.map(({ subject, salt }) => [subject, salt]));
    return given.map(({ subjectId, value }) => saltedCommitment(salts.get(subjectId) ?? '', value));
  }
}
