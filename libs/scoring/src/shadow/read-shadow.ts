import type { EntityManager } from 'typeorm';
import type { StageRules, StageTallyResult } from '#domain';
import type { ShadowRow } from './shadow-row.js';
import { shadowSql, totalsQuery } from './shadow-sql.js';
import { partsOf, type SheetTotal, slowSeverity } from './slow-severity.js';

/**
 * For the transaction in which the shadow is computed. The planner knows nothing of the relations within the statement:
 * right after a bulk load it would choose loops over loops, and compiling the plan takes longer than running it.
 */
export async function planForShadow(manager: EntityManager): Promise<void> {
  await manager.query(`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`);
}

/**
 * Computes the shadow on what the manager's transaction sees.
 *
 * @param variance of the tally's own fit, asked for by a model of random effects alone
 */
export async function readShadow(
  manager: EntityManager,
  stageId: string,
  rules: StageRules,
  variance: () => Promise<StageTallyResult['variance']> = () => Promise.resolve(undefined),
): Promise<ShadowRow[]> {
  const criteria = rules.rubric.criteria
    .filter(({ counted }) => counted)
    .map(({ key, factor, maximum }, at) => ({ at, key, factor, maximum }));
  const parameters = [stageId, JSON.stringify(criteria)];
  if (rules.method.key !== 'severity-adjusted') return manager.query<ShadowRow[]>(shadowSql(rules), parameters);
  const totals = await manager.query<{ entry: string; judge: string; v: string; unit: string }[]>(
    totalsQuery(rules),
    parameters,
  );
  const sheets = totals.map(({ entry, judge, v, unit }) => ({ entry, judge, total: Number(v) / Number(unit) }));
  const scores = [...slowSeverity(sheets, rules.method.options, await variance())];
  const scored = scores.map(([entry, score]) => ({ entry, num: BigInt(Math.round(score * 1e9)).toString() }));
  const rows = await manager.query<ShadowRow[]>(shadowSql(rules), [...parameters, JSON.stringify(scored)]);
  return withoutSevered(rows, sheets);
}

/** Ranks nobody where the entries to be ranked lie in parts that no judge connects. */
function withoutSevered(rows: readonly ShadowRow[], sheets: readonly SheetTotal[]): ShadowRow[] {
  const partOf = partsOf(sheets);
  const reached = new Set(rows.filter((row) => row.is_ranked).map(({ entry }) => partOf.get(entry)));
  if (reached.size <= 1) return [...rows];
  return rows.map((row) => ({
    ...row,
    is_ranked: false,
    numerator: null,
    denominator: null,
    rounded: null,
    rank: null,
  }));
}
