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
  const near = around(problem, pair);
  const standing = near.existing.map(({ entry, judge }) => ({ entry, judge }));
  const before = new Set(checkPlan(near, standing).map((violation) => JSON.stringify(violation)));
  return checkPlan(near, [...standing, pair])
    .filter(isOfPair)
    .filter((violation) => !before.has(JSON.stringify(violation)));
}

/** As much of the problem as the pair can change: its entry's judges, and what its judge has. */
function around(problem: AssignmentProblem, { entry, judge }: EntryJudgePair): AssignmentProblem {
  const existing = problem.existing.filter((one) => one.entry === entry || one.judge === judge);
  const judges = new Set([judge, ...existing.map((one) => one.judge)]);
  const entries = new Set([entry, ...existing.map((one) => one.entry)]);
  return {
    ...{ ...problem, existing, preferences: [] },
    entries: problem.entries.filter(({ id }) => entries.has(id)),
    judges: problem.judges.filter(({ id }) => judges.has(id)),
    conflicts: problem.conflicts.filter((one) => one.entry === entry && one.judge === judge),
  };
}
