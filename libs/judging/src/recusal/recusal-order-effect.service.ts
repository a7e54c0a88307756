import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TallyQueue } from '#queue';
import { type ConflictReason, ConflictService } from '../conflict.service.js';
import { assertCaseTaker, invalid } from './case-people.js';
import { OrganiserRecusalService } from './organiser-recusal.service.js';

interface ConfirmedOrder {
  readonly entryId: string;
  /** Null: it concerns an organiser. */
  readonly judgeId: string | null;
  /** User id of whom it concerns. */
  readonly person: string | null;
  readonly handedTo: string | null;
  readonly reasonCode: ConflictReason;
  readonly orderedBy: string;
}

/** What an ordered recusal does once a second person has confirmed it. */
@Injectable()
export class RecusalOrderEffectService {
  constructor(
    private readonly conflicts: ConflictService,
    private readonly organisers: OrganiserRecusalService,
    private readonly tallies: TallyQueue,
  ) {}

  /**
   * Keeps the recusal as any other; one by oneself meanwhile stands.
   *
   * @returns stages to tally once the transaction is committed
   * @throws DomainError `request-invalid` naming `handedTo` where that one has left or the entry concerns that one by now
   */
  async take(
    manager: EntityManager,
    editionId: string,
    order: ConfirmedOrder,
    { actor, taker }: { readonly actor: string; readonly taker: string | null },
  ): Promise<string[]> {
    const { entryId, judgeId, person, reasonCode, orderedBy } = order;
    const handedTo = taker ?? order.handedTo;
    if (judgeId !== null) {
      if (taker !== null) throw invalid('handedTo', 'option-unknown');
      return this.conflicts.declare(manager, { judgeId, entryId, form: 'ordered', reasonCode }, { actor });
    }
    if (person === null || handedTo === null || (await hasSteppedBack(manager, person, entryId))) return [];
    await assertCaseTaker(manager, { editionId, entryId, organiser: person, handedTo });
    const recusal = { editionId, entryId, organiser: person, form: 'ordered', reasonCode, handedTo } as const;
    return this.organisers.keep(manager, { ...recusal, declaredBy: orderedBy }, actor);
  }

  tally(stages: readonly string[]): void {
    for (const stage of stages) this.tallies.request(stage);
  }
}

export async function hasSteppedBack(manager: EntityManager, person: string, entryId: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>('select from organiser_recusals where user_id = $1 and entry_id = $2', [
    person,
    entryId,
  ]);
  return rows.length > 0;
}
