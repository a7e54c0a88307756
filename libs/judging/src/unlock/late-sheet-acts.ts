import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { shareStage } from '#contest';
import { canonicalJson, DomainError } from '#domain';
import { IdempotencyService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import { assertNoTie } from './unlock-tie.js';

/** How an assignment stands when a sheet of it is handed in late. */
export interface LateStanding {
  readonly id: string;
  readonly stageId: string;
  readonly revision: number;
  readonly isOpen: boolean;
  readonly isOver: boolean;
  readonly isSettled: boolean;
  readonly isHandedIn: boolean;
}

interface Given {
  readonly scores: Readonly<Record<string, string>>;
  readonly deduction: unknown;
  readonly comments: unknown;
}

/** The rows and events of late sheets. */
@Injectable()
export class LateSheetActs {
  constructor(
    private readonly idempotency: IdempotencyService,
    private readonly ledger: LedgerService,
  ) {}

  /** Under the stage's shared lock: who closes, opens or uses the stage meanwhile waits, or has done so when this looks. */
  async once(
    manager: EntityManager,
    request: IdempotentRequest,
    stageId: string,
    act: () => Promise<string | null>,
  ): Promise<{ readonly resultId: string | null }> {
    return this.idempotency.run(manager, request, async () => {
      await shareStage(manager, stageId);
      return { status: 204, resultId: await act() };
    });
  }

  async keep(
    manager: EntityManager,
    userId: string,
    held: LateStanding,
    { given, typedAt }: { readonly given: Given; readonly typedAt: Date | null },
  ): Promise<string> {
    const id = uuidv7();
    const { scores, deduction, comments } = given;
    await manager.query(
      `insert into late_sheets (id, assignment_id, stage_id, revision, scores, deduction, comments, typed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[id, held.id, held.stageId, held.revision, JSON.stringify(scores), deduction],
        ...[comments === null ? null : JSON.stringify(comments), typedAt],
      ],
    );
    const sheet = await this.ledger.commitment(manager, 'late-sheet', id, canonicalJson(given));
    await this.ledger.record(manager, {
      kind: 'late-sheet-handed-in',
      subject: { stage: held.stageId, assignment: held.id, lateSheet: id },
      body: { actor: userId, revision: held.revision, typedAt: typedAt?.toISOString() ?? null, sheet },
    });
    return id;
  }

  async refuse(
    manager: EntityManager,
    { by, stageId, id, reason }: { by: string; stageId: string; id: string; reason: string },
  ): Promise<void> {
    await assertNoTie(
      manager,
      by,
      `select se.entry_id from late_sheets l join assignments a on a.id = l.assignment_id
         join stage_entries se on se.id = a.stage_entry_id where l.id = $2`,
      id,
    );
    await manager.query('select from late_sheets where id = $1 for no key update', [id]);
    const [late] = await manager.query<{ assignmentId: string; isAsked: boolean; judgeUserId: string | null }[]>(
      `select l.assignment_id as "assignmentId", j.user_id as "judgeUserId",
              exists (select from sheet_unlocks u
                where u.assignment_id = l.assignment_id and u.outcome is null) as "isAsked"
         from late_sheets l join assignments a on a.id = l.assignment_id join judges j on j.id = a.judge_id
        where l.id = $1 and l.stage_id = $2 and l.outcome is null`,
      [id, stageId],
    );
    if (!late) throw new DomainError('late-sheet-missing');
    if (late.judgeUserId === by) throw new DomainError('sheet-unlock-own');
    if (late.isAsked) throw new DomainError('sheet-unlock-requested');
    await manager.query(
      `update late_sheets set outcome = 'refused', reason = $2, decided_by = $3, decided_at = clock_timestamp()
        where id = $1`,
      [id, reason, by],
    );
    await this.ledger.record(manager, {
      kind: 'late-sheet-refused',
      subject: { stage: stageId, assignment: late.assignmentId, lateSheet: id },
      body: { actor: by, reason: await this.ledger.commitment(manager, 'late-sheet-refusal', id, reason) },
    });
  }
}
