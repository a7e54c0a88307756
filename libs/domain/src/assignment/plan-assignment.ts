import { assertSound } from './problem-faults.js';
import type { AssignmentFinding, Relaxation } from './assignment-finding.js';
import type { AssignmentProblem, EntryJudgePair } from './assignment-problem.js';
import { connectPlan } from './connect-plan.js';
import { judgeTable, orderedProblem } from './judge-table.js';
import type { SolveLinear } from './linear-model.js';
import { fixedConflicts, localFindings } from './local-findings.js';
import type { PairTable } from './pair-table.js';
import type { Place } from './plan-graph.js';
import { type PlanQuality, planQuality } from './plan-quality.js';
import { planRelaxations } from './plan-relaxations.js';
import { shortGroups } from './short-groups.js';
import { placesOf, solveTable, type TableSolution } from './solve-table.js';

export interface AssignmentPlan {
  readonly kind: 'plan';
  /** By entry and judge, in code point order; fixed ones included. */
  readonly pairs: readonly EntryJudgePair[];
  readonly quality: PlanQuality;
  /** Why loads are uneven. */
  readonly findings: readonly AssignmentFinding[];
}

export interface InfeasibleAssignment {
  readonly kind: 'infeasible';
  readonly findings: readonly AssignmentFinding[];
  /** Together the smallest relaxation; empty where fixed pairs have conflicts. */
  readonly relaxations: readonly Relaxation[];
  /** The plan that the relaxations would allow. */
  readonly nearest: readonly EntryJudgePair[];
}

export type AssignmentOutcome = AssignmentPlan | InfeasibleAssignment;

/**
 * The plan of most points that keeps every rule, with loads that differ by one at most where such a plan exists, and
 * connected where swaps can do it; or why there is none. Points are those of `ObjectiveWeights`, and lots by the seed, of
 * less than a point a pair, decide between equals. The same problem gives the same plan, in whatever order it is given.
 *
 * @param gapWanted share of the points at which to stop looking for better; 0: the best
 * @throws RangeError for a problem that no caller should send (`assertSound`).
 */
export async function planAssignment(
  given: AssignmentProblem,
  solve: SolveLinear,
  gapWanted = 0,
): Promise<AssignmentOutcome> {
  assertSound(given);
  const problem = orderedProblem(given);
  const refused = fixedConflicts(problem);
  if (refused.length > 0) return { kind: 'infeasible', findings: refused, relaxations: [], nearest: [] };
  const table = judgeTable(problem);
  const solved = await solveTable(table, solve, gapWanted);
  const relaxations = planRelaxations(solved);
  if (relaxations.length === 0) return planOf(table, solved);
  return {
    ...{ kind: 'infeasible', relaxations, nearest: pairsOf(table, placesOf(solved)) },
    findings: [...localFindings(problem), ...shortGroups(solved, 'most')],
  };
}

function planOf(table: PairTable, solved: TableSolution): AssignmentPlan {
  const connection = connectPlan(table, placesOf(solved));
  return { kind: 'plan', pairs: pairsOf(table, connection.places), ...planQuality(solved, connection) };
}

function pairsOf(table: PairTable, places: readonly Place[]): EntryJudgePair[] {
  return [...places]
    .sort((left, right) => left.entry - right.entry || left.judge - right.judge)
    .map(({ entry, judge }) => ({ entry: table.entryIds[entry] ?? '', judge: table.judgeIds[judge] ?? '' }));
}
