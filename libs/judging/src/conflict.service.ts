import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Act } from '#contest';
import { DomainError } from '#domain';
import { LedgerService } from '#ledger';
import { TallyQueue } from '#queue';

export interface ConflictDeclaration {
  readonly judgeId: string;
  readonly entryId: string;
  readonly form: 'by-oneself' | 'on-application' | 'ordered';
  readonly reasonCode: string;
}

/** Reasons a judge may give; the page shows a sentence for each. */
export const conflictReasons = [
  'own-entry',
  'same-organisation',
  'family',
  'business-interest',
  'adviser-of-the-team',
  'dispute',
  'other',
] as const;
export type ConflictReason = (typeof conflictReasons)[number];

/** Conflicts of interest (利益冲突) and the recusals (回避) that follow from them. */
@Injectable()
export class ConflictService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly tallies: TallyQueue,
  ) {}

  /**
   * Keeps the declaration, voids the judge's assignments of that entry in every stage and has those stages tallied
   * anew without the sheets; the sheets themselves stay. A pair declared already changes nothing.
   *
   * @returns stages to request once the transaction is committed
   */
  async declare(manager: EntityManager, declaration: ConflictDeclaration, act: Act): Promise<string[]> {
    const { judgeId, entryId, form, reasonCode } = declaration;
    const added = await manager.query<unknown[]>(
      `insert into conflicts_of_interest (id, judge_id, entry_id, form, reason_code, declared_by, occurred_on)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (judge_id, entry_id) do nothing returning 1`,
      [uuidv7(), judgeId, entryId, form, reasonCode, act.actor, act.occurredOn ?? null],
    );
    if (added.length === 0) return [];
    const stages = await this.void(manager, judgeId, entryId);
    await this.ledger.record(manager, {
      kind: 'conflict-declared',
      subject: { judge: judgeId, entry: entryId },
      body: { actor: act.actor, form, reason: reasonCode, stages },
      ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
    });
    await this.tallies.mark(manager, stages);
    return stages;
  }

  /**
   * A judge steps back from an assignment of their own, also after having scored it.
   *
   * @returns stages to request once the transaction is committed
   * @throws DomainError `assignment-not-found`
   */
  async recuse(
    manager: EntityManager,
    publicId: string,
    userId: string,
    reasonCode: ConflictReason,
  ): Promise<string[]> {
    const rows = await manager.query<{ judgeId: string; entryId: string }[]>(
      `select a.judge_id as "judgeId", se.entry_id as "entryId"
         from assignments a
         join judges j on j.id = a.judge_id and j.user_id = $2 and j.is_active
         join stage_entries se on se.id = a.stage_entry_id
        where a.public_id = $1 and (a.voided_at is null or a.void_reason = 'recusal')`,
      [publicId, userId],
    );
    if (rows[0] === undefined) throw new DomainError('assignment-not-found');
    return this.declare(manager, { ...rows[0], form: 'by-oneself', reasonCode }, { actor: userId });
  }

  private async void(manager: EntityManager, judgeId: string, entryId: string): Promise<string[]> {
    const rows = await manager.query<{ stage_id: string }[]>(
      `with voided as (
         update assignments a set voided_at = now(), void_reason = 'recusal'
           from stage_entries se
          where se.id = a.stage_entry_id and se.entry_id = $2 and a.judge_id = $1 and a.voided_at is null
         returning a.stage_id)
       select distinct stage_id from voided order by stage_id`,
      [judgeId, entryId],
    );
    return rows.map(({ stage_id: stage }) => stage);
  }
}
