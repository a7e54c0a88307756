import type { EntityManager } from 'typeorm';
import { stageCandidates } from '../candidate/stage-candidates.js';
import { calibrationEntriesSql } from '../candidate/stage-ties.sql.js';
import { calibrationAwaitedSql, calibrationSql, type CalibrationRow } from './calibration.sql.js';

/** Judges from whom a calibration entry is kept, by the calibration's id. */
export type CalibrationTies = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Pairs of a stage's calibration entries and judges for which something speaks for a conflict of interest, unless somebody
 * has dismissed it: no such judge is given the entry, since whom one knows is no measure. What judges state counts as it stood before judging opened; who has a true later tie
 * steps back from the entry.
 *
 * @param judgeId of this judge alone
 */
export async function calibrationTies(
  manager: EntityManager,
  stageId: string,
  judgeId: string | null = null,
): Promise<CalibrationTies> {
  const ties = new Map<string, Set<string>>();
  for (const { entry, judge, state } of await stageCandidates(manager, stageId, calibrationEntriesSql, judgeId)) {
    if (state === 'dismissed') continue;
    ties.set(entry.id, (ties.get(entry.id) ?? new Set()).add(judge.id));
  }
  return ties;
}

/** What a person is given to calibrate: one entry by its public id, or (null) all of the stages that are being judged. */
export async function givenCalibration(
  manager: EntityManager,
  userId: string,
  publicId: string | null,
): Promise<CalibrationRow[]> {
  const rows = await manager.query<CalibrationRow[]>(calibrationSql, [userId, publicId]);
  const kept = new Map<string, CalibrationTies>();
  // A person is one judge of a stage.
  for (const [stageId, judgeId] of new Map(rows.map((row) => [row.stageId, row.judgeId]))) {
    kept.set(stageId, await calibrationTies(manager, stageId, judgeId));
  }
  return rows.filter(({ stageId, calibrationId, judgeId }) => !kept.get(stageId)?.get(calibrationId)?.has(judgeId));
}

/** Whether a judge has still to score a calibration entry before the entries of the stage. */
export async function awaitsCalibration(manager: EntityManager, stageId: string, judgeId: string): Promise<boolean> {
  const awaited = await manager.query<{ id: string }[]>(calibrationAwaitedSql, [stageId, judgeId]);
  if (awaited.length === 0) return false;
  const ties = await calibrationTies(manager, stageId, judgeId);
  return awaited.some(({ id }) => !ties.get(id)?.has(judgeId));
}
