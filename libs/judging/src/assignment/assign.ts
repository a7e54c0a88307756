import type { AssignmentProblem } from '#domain/assignment/assignment-problem';
import { checkPlan } from '#domain/assignment/check-plan';
import { type AssignmentPlan, type InfeasibleAssignment, planAssignment } from '#domain/assignment/plan-assignment';
import { type PlanChanges, planChanges } from '#domain/assignment/plan-changes';
import { type PlanFigures, planFigures } from '#domain/assignment/plan-figures';
import { highsSolver } from './highs-solver.js';

export interface AssignmentJob {
  readonly problem: AssignmentProblem;
  /** Share of the plan's points at which to stop looking for better; 0: the best. */
  readonly gapWanted: number;
}

export type AssignmentAnswer =
  InfeasibleAssignment | (AssignmentPlan & { readonly figures: PlanFigures; readonly changes: PlanChanges });

/**
 * Plans, and has every plan looked at by the check that knows nothing of solvers before anybody sees it.
 *
 * @throws RangeError for an unsound problem.
 */
export async function assign({ problem, gapWanted }: AssignmentJob): Promise<AssignmentAnswer> {
  const outcome = await planAssignment(problem, await highsSolver(), gapWanted);
  if (outcome.kind === 'infeasible') return outcome;
  const violations = checkPlan(problem, outcome.pairs);
  if (violations.length > 0) throw new Error(`a plan breaks its rules: ${JSON.stringify(violations.slice(0, 3))}`);
  return {
    ...{ ...outcome, figures: planFigures(problem, outcome.pairs) },
    changes: planChanges(problem.existing, outcome.pairs),
  };
}
