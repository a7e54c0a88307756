import type { EntityManager } from 'typeorm';
import { DomainError, type StageTallyResult } from '#domain';
import type { ShadowReport } from './shadow/compare-with-shadow.js';
import type { TallyFailpoint } from './tally-failpoint.js';
import type { ClaimedRun } from './tally-run.store.js';
import type { TallySnapshot } from './tally-snapshot.js';

export interface ComputedTally {
  readonly snapshot: TallySnapshot;
  readonly result: StageTallyResult;
  /** 64 hex digits. */
  readonly inputsHash: string;
  readonly shadow: ShadowReport;
}

/** @returns when the run ended, by the database, in milliseconds. @throws DomainError `tally-fenced` */
export async function completeRun(
  manager: EntityManager,
  run: ClaimedRun,
  { snapshot, result, inputsHash, shadow }: ComputedTally,
): Promise<number> {
  const [rows] = await manager.query<[{ at: number }[], number]>(
    `update tally_runs set state = 'completed', finished_at = now(), rules_version_id = $2,
            rules_hash = decode($3, 'hex'), inputs_hash = decode($4, 'hex'), outputs_hash = decode($5, 'hex'),
            sheets = $6, shadow = $7, shadow_differences = $8, warnings = $9
      where id = $1 and state = 'active'
      returning floor(extract(epoch from finished_at) * 1000)::float8 as at`,
    [
      ...[run.id, snapshot.rulesVersionId, snapshot.rulesHash, inputsHash, result.outputsHash],
      ...[snapshot.sheets.length, shadow.verdict, JSON.stringify(shadow.differences), JSON.stringify(result.warnings)],
    ],
  );
  // Another worker took this run for dead: whatever was computed here is void.
  if (rows[0] === undefined) throw new DomainError('tally-fenced', { fence: run.fence });
  return rows[0].at;
}

/** Writes the run's rows in place of those of the run before, unless a frozen list names that one. */
export async function replaceRows(
  manager: EntityManager,
  run: ClaimedRun,
  { snapshot, result }: ComputedTally,
  failpoint: TallyFailpoint,
): Promise<void> {
  await manager.query(
    `insert into tally_rows (run_id, stage_id, stage_entry_id, outcome, reason, sheets, score, exact_numerator,
                             exact_denominator, standard_error, rank, tie, criteria, components)
     select $1, $2, entry, outcome, reason, sheets, score, numerator, denominator, error, rank, tie, criteria, components
       from jsonb_to_recordset($3::jsonb) as r (entry uuid, outcome text, reason text, sheets integer, score numeric,
         numerator numeric, denominator numeric, error float8, rank integer, tie jsonb, criteria jsonb, components jsonb)`,
    [run.id, run.stageId, JSON.stringify(result.rows.map(storedRow))],
  );
  failpoint('after-rows');
  await manager.query(
    `insert into judge_effects (run_id, judge_id, sheets, mean_total, deviation, standard_error)
     select $1, judge, sheets, "meanTotal", deviation, "standardError"
       from jsonb_to_recordset($2::jsonb)
         as r (judge uuid, sheets integer, "meanTotal" numeric, deviation numeric, "standardError" float8)`,
    [run.id, JSON.stringify(result.judges.filter(({ meanTotal }) => meanTotal !== null))],
  );
  failpoint('after-judge-effects');
  await dropRowsBefore(manager, run);
  failpoint('after-old-rows');
  await manager.query('delete from pending_tallies where id = any ($1)', [snapshot.pendingIds]);
  failpoint('after-pending');
}

async function dropRowsBefore(manager: EntityManager, run: ClaimedRun): Promise<void> {
  // Locked against a freeze that is about to name this run: it waits for us, or we see that it did.
  const before = await manager.query<{ id: string }[]>(
    `select id from tally_runs where stage_id = $1 and state = 'completed' and fence < $2
      order by fence desc limit 1 for update`,
    [run.stageId, run.fence],
  );
  for (const table of ['tally_rows', 'judge_effects']) {
    await manager.query(
      `delete from ${table} where run_id = any ($1)
          and not exists (select 1 from award_list_runs f where f.run_id = ${table}.run_id)`,
      [before.map(({ id }) => id)],
    );
  }
}

function storedRow(row: StageTallyResult['rows'][number]): Record<string, unknown> {
  const { entry, outcome, reason, sheets, score, exact, standardError, rank, tie, criteria, components } = row;
  const { numerator = null, denominator = null } = exact ?? {};
  const result = { entry, outcome, reason, sheets, score, numerator, denominator, rank, tie, criteria, components };
  return { ...result, error: standardError };
}
