import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { TallyQueue } from '#queue';
import { type ConflictReason, ConflictService } from '../conflict.service.js';
import {
  assertCasePeople,
  heldEntry,
  invalid,
  officePeople,
  type OfficePerson,
  type RecusalEdition,
  recusalEdition,
} from './case-people.js';

export interface NewOrganiserRecusal {
  /** Of the entry, in its edition. */
  readonly entryNumber: number;
  readonly reasonCode: ConflictReason;
  /** User id of the organiser who takes the case. */
  readonly handedTo: string;
}

/** What is kept once it is decided. */
export interface DecidedRecusal {
  readonly editionId: string;
  readonly entryId: string;
  /** User id. */
  readonly organiser: string;
  readonly form: 'by-oneself' | 'ordered';
  readonly reasonCode: ConflictReason;
  readonly handedTo: string;
  /** User id: of an order, who gave it. */
  readonly declaredBy: string;
}

/** Of the reader: that awaits its second person, while nothing of the entry is read any more. */
export interface AwaitedOrder {
  readonly entryNumber: number;
  readonly reasonCode: ConflictReason;
  readonly at: Date;
}

export interface OrganiserRecusalLine {
  readonly id: string;
  /** Null where the account is gone, as `handedTo`. */
  readonly organiser: string | null;
  readonly entryNumber: number;
  /** Null where the entry concerns the reader. */
  readonly entryTitle: string | null;
  readonly form: 'by-oneself' | 'ordered';
  readonly reasonCode: ConflictReason;
  readonly handedTo: string | null;
  readonly at: Date;
  /** The reader stepped back. */
  readonly isOwn: boolean;
  /** The reader has the case. */
  readonly isHandedToReader: boolean;
}

export interface OrganiserRecusals {
  readonly edition: RecusalEdition;
  readonly reader: string;
  /** By name, with the reader. */
  readonly people: readonly OfficePerson[];
  /** The newest first, at most 500; of another's, none whose entry concerns the reader. */
  readonly recusals: readonly OrganiserRecusalLine[];
  /** The newest first. */
  readonly awaited: readonly AwaitedOrder[];
}

/**
 * Organisers recuse too: whom an entry concerns hands its case to another organiser, and from then on reads nothing of it
 * (the database's `viewer_is_conflicted` and `conflicted_entries` say so to every route).
 */
@Injectable()
export class OrganiserRecusalService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly conflicts: ConflictService,
    private readonly tallies: TallyQueue,
  ) {}

  /** The ledger is told of the reading. @throws DomainError `not-found` */
  async read(slug: string, reader: string): Promise<OrganiserRecusals> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { id, ...edition } = await recusalEdition(manager, slug);
      const recusals = await manager.query<OrganiserRecusalLine[]>(
        `select r.id, o.display_name as organiser, e.number as "entryNumber", r.form, r.reason_code as "reasonCode",
                case when not viewer_is_conflicted($2, e.id) then e.title end as "entryTitle",
                h.display_name as "handedTo", r.recorded_at as at, r.user_id = $2 as "isOwn",
                r.handed_to = $2 as "isHandedToReader"
           from organiser_recusals r join entries e on e.id = r.entry_id
           left join users o on o.id = r.user_id left join users h on h.id = r.handed_to
          where e.edition_id = $1 and (r.user_id = $2 or not viewer_is_conflicted($2, e.id))
          order by r.id desc limit 500`,
        [id, reader],
      );
      await this.ledger.record(manager, {
        kind: 'read',
        subject: { actor: reader, edition: id },
        body: { what: 'organiser-recusals', rows: recusals.length },
      });
      const awaited = await manager.query<AwaitedOrder[]>(
        `select e.number as "entryNumber", o.reason_code as "reasonCode", o.ordered_at as at
           from recusal_orders o join entries e on e.id = o.entry_id
          where e.edition_id = $1 and o.organiser_id = $2 and o.outcome is null order by o.ordered_at desc`,
        [id, reader],
      );
      return { edition, reader, people: await officePeople(manager, id), recusals, awaited };
    });
  }

  /**
   * The person who asks steps back, for good.
   *
   * @throws DomainError `not-found`, `organiser-recused` where it stands already, `request-invalid` naming `entryNumber`
   *   or `handedTo`
   */
  async declare(request: IdempotentRequest, slug: string, wanted: NewOrganiserRecusal): Promise<void> {
    const { userId } = request;
    const stages: string[] = [];
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { id: editionId } = await recusalEdition(manager, slug);
        const entryId = await heldEntry(manager, editionId, wanted.entryNumber);
        const { reasonCode, handedTo } = wanted;
        await assertCasePeople(manager, { editionId, entryId, organiser: userId, handedTo });
        const decided = { editionId, entryId, organiser: userId, form: 'by-oneself', reasonCode, handedTo } as const;
        stages.push(...(await this.keep(manager, { ...decided, declaredBy: userId }, userId)));
        return { status: 204, resultId: null };
      }),
    );
    for (const stage of stages) this.tallies.request(stage);
  }

  /**
   * Keeps what is decided; it is not taken back. Where the person judges as well, the judge steps back from the entry by
   * the same act.
   *
   * @returns stages to request once the transaction is committed
   * @throws DomainError `organiser-recused` where it stands already
   */
  async keep(manager: EntityManager, recusal: DecidedRecusal, actor: string): Promise<string[]> {
    const { editionId, entryId, organiser, form, reasonCode, handedTo, declaredBy } = recusal;
    const made = await manager
      .query<unknown[]>(
        `insert into organiser_recusals (id, entry_id, user_id, form, reason_code, handed_to, declared_by)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (user_id, entry_id) do nothing returning 1`,
        [uuidv7(), entryId, organiser, form, reasonCode, handedTo, declaredBy],
      )
      .catch(concernedMeanwhile);
    if (made.length === 0) throw new DomainError('organiser-recused');
    await this.ledger.record(manager, {
      kind: 'organiser-recused',
      subject: { edition: editionId, organiser, entry: entryId },
      body: { actor, form, reason: reasonCode, handedTo },
    });
    const judges = await manager.query<{ judgeId: string }[]>(
      'select id as "judgeId" from judges where user_id = $1 and edition_id = $2',
      [organiser, editionId],
    );
    const asJudge = judges.map((judge) => ({ ...judge, entryId, form, reasonCode }));
    return this.conflicts.declareMany(manager, asJudge, { actor });
  }
}

/** That the entry concerns who takes the case may have come about in this very moment. */
function concernedMeanwhile(error: unknown): never {
  const isOfTaker =
    error instanceof Error && 'constraint' in error && error.constraint === 'organiser_recusals_free_of_ties';
  throw isOfTaker ? invalid('handedTo', 'case-taker-conflicted') : error;
}
