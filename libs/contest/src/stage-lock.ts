import { compareCodePoints } from '#domain';
import type { EntityManager } from 'typeorm';

/**
 * Holds stages for one who ends their judging or uses their result: waits for every sheet that was let in, keeps the
 * others out until the transaction ends. Take it before any row. The key stands in the database (`stage_lock_key`),
 * where a submission shares it.
 */
export async function holdStages(manager: EntityManager, stageIds: readonly string[]): Promise<void> {
  // One order, so that two who hold several never wait for each other in a circle.
  for (const stageId of [...new Set(stageIds)].sort(compareCodePoints)) {
    await manager.query('select pg_advisory_xact_lock(stage_lock_key($1))', [stageId]);
  }
}

/** Lets a transaction add sheets to a stage; look at the window only afterwards. */
export async function shareStage(manager: EntityManager, stageId: string): Promise<void> {
  await manager.query('select pg_advisory_xact_lock_shared(stage_lock_key($1))', [stageId]);
}
