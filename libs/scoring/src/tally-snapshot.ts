import type { EntityManager } from 'typeorm';
import type { StageRules, StageTallyContext, TallySheet } from '#domain';
import { SheetScores } from './sheet-scores.js';

/** All that a run computes from, read in one REPEATABLE READ transaction. */
export interface TallySnapshot {
  /** Pending rows that the snapshot saw: the run answers exactly these. */
  readonly pendingIds: readonly string[];
  readonly rulesVersionId: string;
  readonly rules: StageRules;
  /** 64 hex digits. */
  readonly rulesHash: string;
  readonly sheets: readonly TallySheet[];
  readonly context: StageTallyContext;
}

interface SheetRow {
  readonly id: string;
  readonly entry: string;
  readonly judge: string;
  readonly deduction: string;
}

const sheetsSql = `
  select c.id, c.stage_entry_id as entry, c.judge_id as judge, c.deduction::text as deduction
    from counted_sheets c where c.stage_id = $1`;

const entriesSql = `
  select se.id
    from stage_entries se join entries e on e.id = se.entry_id and e.state = 'submitted'
   where se.stage_id = $1 and coalesce(se.outcome, '') not in ('retired', 'forfeit')`;

/** Published scores of the stage before, from its newest completed run. */
const previousSql = `
  select se.id, t.score::text as score
    from stages s
    join lateral (select r.id from tally_runs r where r.stage_id = s.previous_stage_id and r.state = 'completed'
                   order by r.fence desc limit 1) r on true
    join tally_rows t on t.run_id = r.id and t.score is not null
    join stage_entries before on before.id = t.stage_entry_id
    join stage_entries se on se.stage_id = s.id and se.entry_id = before.entry_id
   where s.id = $1`;

/**
 * @param manager of a REPEATABLE READ transaction
 * @param scores what this process has read before
 */
export async function readSnapshot(
  manager: EntityManager,
  stageId: string,
  scores: SheetScores = new SheetScores(),
): Promise<TallySnapshot> {
  const pending = await manager.query<{ id: string }[]>('select id from pending_tallies where stage_id = $1', [
    stageId,
  ]);
  const versions = await manager.query<{ id: string; document: StageRules; hash: string }[]>(
    `select id, document, encode(hash, 'hex') as hash from rules_versions
      where stage_id = $1 order by number desc limit 1`,
    [stageId],
  );
  const version = versions[0];
  if (version === undefined) throw new TypeError(`stage ${stageId} has no rules`);
  const rows = await manager.query<SheetRow[]>(sheetsSql, [stageId]);
  await scores.read(
    manager,
    rows.map(({ id }) => id),
  );
  const entries = await manager.query<{ id: string }[]>(entriesSql, [stageId]);
  const previous = await manager.query<{ id: string; score: string }[]>(previousSql, [stageId]);
  return {
    pendingIds: pending.map(({ id }) => id),
    rulesVersionId: version.id,
    rules: version.document,
    rulesHash: version.hash,
    sheets: rows.map(({ id, entry, judge, deduction }) => ({ entry, judge, deduction, scores: scores.of(id) })),
    context: {
      entries: entries.map(({ id }) => id),
      previousStageScores: Object.fromEntries(previous.map(({ id, score }) => [id, score])),
    },
  };
}
