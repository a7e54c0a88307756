import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { canonicalJson, DomainError } from '#domain';
import { assertFreeOfTies, IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { MailService } from '#mail';
import { assertEvidenceSeen, type SeenEvidence } from '../candidate/conflict-candidate.service.js';
import type { ConflictReason } from '../conflict.service.js';
import { assertCasePeople, heldEntry, invalid, recusalEdition } from './case-people.js';
import { orderLetters } from './order-letters.js';
import { hasSteppedBack, RecusalOrderEffectService } from './recusal-order-effect.service.js';

export interface NewRecusalOrder {
  /** Of the entry, in its edition. */
  readonly entryNumber: number;
  /** Id of the judge whom it concerns; null: it concerns an organiser. */
  readonly judge: string | null;
  /** User id; null: it concerns a judge. */
  readonly organiser: string | null;
  /** User id of the organiser who takes the case of another one. */
  readonly handedTo: string | null;
  readonly reasonCode: ConflictReason;
  /** 1 to 500 characters. */
  readonly reason: string;
  /** What shows it, 1 to 1000 characters. */
  readonly evidence: string;
  /** Where the order answers a candidate: what was read of it. */
  readonly seen: SeenEvidence | null;
}

interface HeldOrder {
  readonly id: string;
  readonly entryId: string;
  readonly judgeId: string | null;
  /** User id of whom it concerns; null of a judge whose account is gone. */
  readonly person: string | null;
  readonly handedTo: string | null;
  readonly reasonCode: ConflictReason;
  readonly orderedBy: string;
}

type Whom = Pick<HeldOrder, 'judgeId' | 'person' | 'handedTo'>;

/**
 * Recusal by order (责令回避): one person orders it with reason and evidence, and from that moment whom it concerns reads
 * nothing of the entry; a second person confirms it, for good, or declines it. Nothing else changes before: sheets go on
 * counting. The database holds each of these rules.
 */
@Injectable()
export class RecusalOrderService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
    private readonly effects: RecusalOrderEffectService,
    private readonly mail: MailService,
  ) {}

  /**
   * The first person's half.
   *
   * @throws DomainError `not-found`, `organiser-conflicted`, `recusal-order-own`, `judge-recused`, `organiser-recused`,
   *   `recusal-ordered`, `candidate-evidence-changed`, `request-invalid` naming `entryNumber`, `judge`, `organiser` or `handedTo`
   */
  async order(request: IdempotentRequest, slug: string, wanted: NewRecusalOrder): Promise<void> {
    await this.once(request, slug, async (manager, editionId) => {
      const entryId = await heldEntry(manager, editionId, wanted.entryNumber);
      await assertFreeOfTies(manager, request.userId, [entryId]);
      const whom = await whomOf(manager, { editionId, entryId, wanted });
      if (whom.person === request.userId) throw new DomainError('recusal-order-own');
      await assertNew(manager, entryId, whom);
      if (wanted.seen !== null && whom.judgeId !== null) {
        await assertEvidenceSeen(manager, { judgeId: whom.judgeId, entryId }, wanted.seen, request.userId);
      }
      const id = uuidv7();
      const organiser = whom.judgeId === null ? whom.person : null;
      await manager.query(
        `insert into recusal_orders (id, entry_id, judge_id, organiser_id, handed_to, reason_code, reason, evidence, ordered_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[id, entryId, whom.judgeId, organiser, whom.handedTo, wanted.reasonCode, wanted.reason, wanted.evidence],
          request.userId,
        ],
      );
      const words = canonicalJson({ reason: wanted.reason, evidence: wanted.evidence });
      await this.ledger.record(manager, {
        kind: 'recusal-ordered',
        subject: { edition: editionId, entry: entryId, order: id },
        body: {
          ...{ actor: request.userId, judge: whom.judgeId, organiser, handedTo: whom.handedTo },
          ...{
            reasonCode: wanted.reasonCode,
            words: await this.ledger.commitment(manager, 'recusal-order', id, words),
          },
        },
      });
      await this.mail.post(manager, await orderLetters(manager, { id, editionId, entryId, orderedBy: request.userId }));
      return [];
    });
  }

  /**
   * The second person's half: the recusal stands as any other. A recusal by oneself meanwhile is no obstacle.
   *
   * @param taker user id of another organiser who takes the case; null: whom the order names
   * @throws DomainError `recusal-order-missing`, `organiser-conflicted`, `same-person`, `recusal-order-own`,
   *   `request-invalid` naming `handedTo` where that one has left, the entry concerns that one by now, or a judge steps back
   */
  async confirm(request: IdempotentRequest, slug: string, id: string, taker: string | null): Promise<void> {
    const actor = request.userId;
    await this.once(request, slug, async (manager, editionId) => {
      const order = await held(manager, editionId, id, actor);
      if (order.orderedBy === actor) throw new DomainError('same-person');
      await this.end(manager, editionId, order, { outcome: 'confirmed', actor, reason: null });
      return this.effects.take(manager, editionId, order, { actor, taker });
    });
  }

  /**
   * The second person sees no ground: whom it concerned reads the entry again.
   *
   * @param reason 1 to 500 characters
   * @throws DomainError as `confirm`
   */
  async decline(request: IdempotentRequest, slug: string, id: string, reason: string): Promise<void> {
    const actor = request.userId;
    await this.once(request, slug, async (manager, editionId) => {
      const order = await held(manager, editionId, id, actor);
      if (order.orderedBy === actor) throw new DomainError('same-person');
      await this.end(manager, editionId, order, { outcome: 'declined', actor, reason });
      return [];
    });
  }

  /**
   * Whoever ordered it takes it back.
   *
   * @throws DomainError `recusal-order-missing` also where another ordered it, `recusal-order-own`, `organiser-conflicted`
   */
  async takeBack(request: IdempotentRequest, slug: string, id: string): Promise<void> {
    const actor = request.userId;
    await this.once(request, slug, async (manager, editionId) => {
      const order = await held(manager, editionId, id, actor);
      if (order.orderedBy !== actor) throw new DomainError('recusal-order-missing');
      await this.end(manager, editionId, order, { outcome: 'taken-back', actor, reason: null });
      return [];
    });
  }

  private async end(
    manager: EntityManager,
    editionId: string,
    { id, entryId }: HeldOrder,
    ending: {
      readonly outcome: 'confirmed' | 'declined' | 'taken-back';
      readonly actor: string;
      readonly reason: string | null;
    },
  ): Promise<void> {
    const { outcome, actor, reason } = ending;
    await manager.query(
      `update recusal_orders set outcome = $2, ended_by = $3, ended_at = clock_timestamp(), end_reason = $4 where id = $1`,
      [id, outcome, actor, reason],
    );
    const words = reason === null ? null : await this.ledger.commitment(manager, 'recusal-order-end', id, reason);
    await this.ledger.record(manager, {
      kind: `recusal-order-${outcome}`,
      subject: { edition: editionId, entry: entryId, order: id },
      body: { actor, words },
    });
  }

  /** @param act gives the stages to tally anew once it is committed */
  private async once(
    request: IdempotentRequest,
    slug: string,
    act: (manager: EntityManager, editionId: string) => Promise<string[]>,
  ): Promise<void> {
    const stages: string[] = [];
    await this.dataSource.transaction((manager) =>
      this.idempotency.run(manager, request, async () => {
        const { id } = await recusalEdition(manager, slug);
        stages.push(...(await act(manager, id)));
        return { status: 204, resultId: null };
      }),
    );
    this.effects.tally(stages);
  }
}

/** Either a judge of the edition, or a person of its office and who takes the case. */
async function whomOf(
  manager: EntityManager,
  given: { readonly editionId: string; readonly entryId: string; readonly wanted: NewRecusalOrder },
): Promise<Whom> {
  const { editionId, entryId, wanted } = given;
  if (wanted.judge === null) {
    if (wanted.organiser === null) throw invalid('organiser', 'organiser-unknown');
    const people = { editionId, entryId, organiser: wanted.organiser, handedTo: wanted.handedTo };
    await assertCasePeople(manager, people);
    return { judgeId: null, person: wanted.organiser, handedTo: wanted.handedTo };
  }
  if (wanted.organiser !== null || wanted.handedTo !== null) throw invalid('organiser', 'option-unknown');
  const [judge] = await manager.query<{ person: string | null }[]>(
    'select user_id as person from judges where id = $1 and edition_id = $2',
    [wanted.judge, editionId],
  );
  if (!judge) throw invalid('judge', 'option-unknown');
  return { judgeId: wanted.judge, person: judge.person, handedTo: null };
}

async function assertNew(manager: EntityManager, entryId: string, { judgeId, person }: Whom): Promise<void> {
  const [found] = await manager.query<{ ordered: boolean; recused: boolean }[]>(
    `select exists (select from recusal_orders o where o.entry_id = $1 and o.outcome is null
              and coalesce(o.judge_id, o.organiser_id) = $2) as ordered,
            exists (select from conflicts_of_interest c where c.judge_id = $2 and c.entry_id = $1) as recused`,
    [entryId, judgeId ?? person],
  );
  if (found?.recused === true) throw new DomainError('judge-recused');
  if (judgeId === null && person !== null && (await hasSteppedBack(manager, person, entryId))) {
    throw new DomainError('organiser-recused');
  }
  if (found?.ordered === true) throw new DomainError('recusal-ordered');
}

/** Of two who decide at once the second waits here, and finds it ended. */
async function held(manager: EntityManager, editionId: string, id: string, actor: string): Promise<HeldOrder> {
  const [order] = await manager.query<HeldOrder[]>(
    `select o.id, o.entry_id as "entryId", o.judge_id as "judgeId", o.handed_to as "handedTo",
            o.reason_code as "reasonCode", o.ordered_by as "orderedBy",
            coalesce(o.organiser_id, (select j.user_id from judges j where j.id = o.judge_id)) as person
       from recusal_orders o join entries e on e.id = o.entry_id and e.edition_id = $2
      where o.id = $1 and o.outcome is null for no key update of o`,
    [id, editionId],
  );
  if (!order) throw new DomainError('recusal-order-missing');
  if (order.person === actor) throw new DomainError('recusal-order-own');
  await assertFreeOfTies(manager, actor, [order.entryId]);
  return order;
}
