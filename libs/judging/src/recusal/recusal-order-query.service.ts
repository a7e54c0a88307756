import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { otherApprovers } from '#identity';
import { LedgerService } from '#ledger';
import { byName } from '../by-name.js';
import type { ConflictReason } from '../conflict.service.js';
import { officePeople, type OfficePerson, recusalEdition, type RecusalEdition } from './case-people.js';

export const recusalOrderStates = ['awaited', 'confirmed', 'declined', 'taken-back'] as const;
export type RecusalOrderState = (typeof recusalOrderStates)[number];

export interface RecusalOrderLine {
  readonly id: string;
  readonly role: 'judge' | 'organiser';
  /** Whom it concerns; null where the account is gone, as the other names. */
  readonly person: string | null;
  readonly entryNumber: number;
  readonly entryTitle: string;
  readonly reasonCode: ConflictReason;
  /** Null where it was erased, as `evidence`. */
  readonly reason: string | null;
  readonly evidence: string | null;
  /** Who takes the case of an organiser. */
  readonly handedTo: string | null;
  readonly state: RecusalOrderState;
  readonly orderedBy: string | null;
  readonly orderedAt: Date;
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  /** Why it was declined. */
  readonly endReason: string | null;
  /** The reader ordered it, and so decides nothing of it. */
  readonly isOwn: boolean;
}

export interface RecusalOrders {
  readonly edition: RecusalEdition;
  readonly reader: string;
  /** By name. */
  readonly judges: readonly { readonly id: string; readonly name: string | null }[];
  readonly people: readonly OfficePerson[];
  /** Those that await a second person first, then the newest; at most 500. */
  readonly orders: readonly RecusalOrderLine[];
  /** How many others than the reader may confirm. */
  readonly otherApprovers: number;
}

/** What the office reads of ordered recusals: none that is about the reader, or of an entry that concerns the reader. */
@Injectable()
export class RecusalOrderQueryService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: LedgerService,
  ) {}

  /** The ledger is told of the reading. @throws DomainError `not-found` */
  async read(slug: string, reader: string): Promise<RecusalOrders> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { id, ...edition } = await recusalEdition(manager, slug);
      const orders = await manager.query<RecusalOrderLine[]>(ordersSql, [id, reader]);
      const judges = await manager.query<{ id: string; name: string | null }[]>(
        `select j.id, u.display_name as name from judges j left join users u on u.id = j.user_id
          where j.edition_id = $1 and j.is_active and j.user_id is distinct from $2`,
        [id, reader],
      );
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: id },
        body: { what: 'recusal-orders', rows: orders.length },
      });
      return {
        ...{ edition, reader, judges: byName(judges), people: await officePeople(manager, id), orders },
        otherApprovers: await otherApprovers(manager, id, 'recusal.confirm', reader),
      };
    });
  }
}

const ordersSql = `
  select o.id, case when o.judge_id is null then 'organiser' else 'judge' end as role, w.display_name as person,
         e.number as "entryNumber", e.title as "entryTitle", o.reason_code as "reasonCode", o.reason, o.evidence,
         h.display_name as "handedTo", coalesce(o.outcome, 'awaited') as state, b.display_name as "orderedBy",
         o.ordered_at as "orderedAt", n.display_name as "endedBy", o.ended_at as "endedAt", o.end_reason as "endReason",
         o.ordered_by = $2 as "isOwn"
    from recusal_orders o join entries e on e.id = o.entry_id and e.edition_id = $1
    left join judges j on j.id = o.judge_id
    left join users w on w.id = coalesce(o.organiser_id, j.user_id)
    left join organiser_recusals r on o.outcome = 'confirmed' and r.user_id = o.organiser_id and r.entry_id = o.entry_id
    left join users h on h.id = coalesce(r.handed_to, o.handed_to) left join users b on b.id = o.ordered_by
    left join users n on n.id = o.ended_by
   where coalesce(o.organiser_id, j.user_id) is distinct from $2 and not viewer_is_conflicted($2, e.id)
   order by (o.outcome is null) desc, o.id desc limit 500`;
