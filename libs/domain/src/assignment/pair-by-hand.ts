import type { AssignmentProblem, EntryJudgePair } from './assignment-problem.js';
import { checkPlan, type PlanViolation } from './check-plan.js';

const codes = [
  'pair-twice',
  'pair-unknown',
  'conflict-of-interest',
  'language',
  'over-most',
  'employer-crowded',
] as const;

/** Why a pair cannot be added by hand; what concerns only how many judges an entry has is the organiser's own to say. */
export type HandViolation = PlanViolation & { readonly code: (typeof codes)[number] };

const isOfPair = (violation: PlanViolation): violation is HandViolation =>
  codes.some((code) => code === violation.code);

/**
 * Rules that a further pair would break beside standing ones; a rule that these break already, and that the pair makes no
 * worse, is passed over.
 *
 * @param problem whose existing pairs are fixed, all of them
 */
export function pairByHand(problem: AssignmentProblem, pair: EntryJudgePair): HandViolation[] {
  const standing = problem.existing.map(({ entry, judge }) => ({ entry, judge }));
  const before = new Set(checkPlan(problem, standing).map((violation) => JSON.stringify(violation)));
  return checkPlan(problem, [...standing, pair])
    .filter(isOfPair)
    .filter((violation) => !before.has(JSON.stringify(violation)));
}
