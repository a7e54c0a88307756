import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { LedgerService } from '#ledger';

export interface AskedUnlock {
  /** Id of the assignment. */
  readonly id: string;
  /** That stands. */
  readonly revision: number;
  readonly stageId: string;
  readonly reason: string;
  readonly hours: number;
  readonly by: string;
}

/** The first person's half of an unlock: the row and its event. Whether it may be asked for was looked at before. */
export async function askForUnlock(manager: EntityManager, ledger: LedgerService, asked: AskedUnlock): Promise<void> {
  const { stageId, revision, reason, hours, by } = asked;
  const id = uuidv7();
  await manager.query(
    `insert into sheet_unlocks (id, assignment_id, stage_id, revision, reason, hours, requested_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, asked.id, stageId, revision, reason, hours, by],
  );
  await ledger.record(manager, {
    kind: 'sheet-unlock-requested',
    subject: { stage: stageId, assignment: asked.id, unlock: id },
    body: { actor: by, revision, hours, reason: await ledger.commitment(manager, 'sheet-unlock', id, reason) },
  });
}
