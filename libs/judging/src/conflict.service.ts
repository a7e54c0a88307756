import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Act } from '#contest';
import { compareCodePoints, DomainError } from '#domain';
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
    return this.declareMany(manager, [declaration], act);
  }

  /** Many declarations at once, each as {@link declare} takes it; one ledger event a pair. */
  async declareMany(manager: EntityManager, declarations: readonly ConflictDeclaration[], act: Act): Promise<string[]> {
    const added = await this.insert(manager, declarations, act);
    if (added.length === 0) return [];
    const voided = await this.void(manager, added);
    await this.ledger.recordMany(
      manager,
      added.map(({ judgeId, entryId, form, reasonCode }) => ({
        kind: 'conflict-declared',
        subject: { judge: judgeId, entry: entryId },
        body: {
          ...{ actor: act.actor, form, reason: reasonCode },
          stages: voided
            .filter((one) => one.judgeId === judgeId && one.entryId === entryId)
            .map(({ stageId }) => stageId),
        },
        ...(act.occurredOn === undefined ? {} : { occurredOn: act.occurredOn }),
      })),
    );
    const stages = [...new Set(voided.map(({ stageId }) => stageId))].sort(compareCodePoints);
    await this.tallies.mark(manager, stages);
    return stages;
  }

  /**
   * A judge steps back from an assignment of their own, also after having scored it, once off the roster, and when it was
   * given to another in the very moment: what a judge declares is always heard.
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
         join judges j on j.id = a.judge_id and j.user_id = $2
         join stage_entries se on se.id = a.stage_entry_id
        where a.public_id = $1`,
      [publicId, userId],
    );
    if (rows[0] === undefined) throw new DomainError('assignment-not-found');
    return this.declare(manager, { ...rows[0], form: 'by-oneself', reasonCode }, { actor: userId });
  }

  /** The declarations that are new. */
  private async insert(
    manager: EntityManager,
    declarations: readonly ConflictDeclaration[],
    act: Act,
  ): Promise<ConflictDeclaration[]> {
    return manager.query<ConflictDeclaration[]>(
      `insert into conflicts_of_interest (id, judge_id, entry_id, form, reason_code, declared_by, occurred_on)
       select id, judge_id, entry_id, form, reason_code, $6, $7
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[])
           as g (id, judge_id, entry_id, form, reason_code)
       on conflict (judge_id, entry_id) do nothing
       returning judge_id as "judgeId", entry_id as "entryId", form, reason_code as "reasonCode"`,
      [
        ...[declarations.map(() => uuidv7()), declarations.map(({ judgeId }) => judgeId)],
        ...[declarations.map(({ entryId }) => entryId), declarations.map(({ form }) => form)],
        ...[declarations.map(({ reasonCode }) => reasonCode), act.actor, act.occurredOn ?? null],
      ],
    );
  }

  private async void(
    manager: EntityManager,
    declarations: readonly ConflictDeclaration[],
  ): Promise<VoidedAssignment[]> {
    return manager.query<VoidedAssignment[]>(
      `with voided as (
         update assignments a set voided_at = now(), void_reason = 'recusal'
           from stage_entries se, unnest($1::uuid[], $2::uuid[]) as g (judge_id, entry_id)
          where se.id = a.stage_entry_id and se.entry_id = g.entry_id and a.judge_id = g.judge_id and a.voided_at is null
         returning a.judge_id, se.entry_id, a.stage_id)
       select judge_id as "judgeId", entry_id as "entryId", stage_id as "stageId" from voided order by stage_id`,
      [declarations.map(({ judgeId }) => judgeId), declarations.map(({ entryId }) => entryId)],
    );
  }
}

interface VoidedAssignment {
  readonly judgeId: string;
  readonly entryId: string;
  readonly stageId: string;
}
