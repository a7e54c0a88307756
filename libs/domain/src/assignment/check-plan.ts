import type { AssignableEntry, AssignmentProblem, AvailableJudge, EntryJudgePair } from './assignment-problem.js';

export type PlanViolation =
  | {
      readonly code: 'pair-twice' | 'pair-unknown' | 'conflict-of-interest' | 'judge-away' | 'language';
      readonly entry: string;
      readonly judge: string;
    }
  | { readonly code: 'fixed-missing'; readonly entry: string; readonly judge: string }
  | {
      readonly code: 'judges-missing' | 'judges-surplus';
      readonly entry: string;
      readonly wanted: number;
      readonly given: number;
    }
  | {
      readonly code: 'over-most' | 'under-least';
      readonly judge: string;
      readonly limit: number;
      readonly given: number;
    }
  | {
      readonly code: 'kind-missing';
      readonly entry: string;
      readonly kind: string;
      readonly wanted: number;
      readonly given: number;
    }
  | {
      readonly code: 'employer-crowded';
      readonly entry: string;
      readonly employer: string;
      readonly most: number;
      readonly given: number;
    };

/**
 * Every rule, looked at pair by pair in the problem as it was given: nothing here knows how plans are made, so that it
 * serves plans by hand as well. A fixed pair stands whatever the judge reads, and counts beyond what is wanted.
 */
export function checkPlan(problem: AssignmentProblem, pairs: readonly EntryJudgePair[]): PlanViolation[] {
  const judges = new Map(problem.judges.map((judge) => [judge.id, judge]));
  const byEntry = new Map<string, AvailableJudge[]>(problem.entries.map(({ id }) => [id, []]));
  for (const { entry, judge } of pairs) {
    const found = judges.get(judge);
    if (found) byEntry.get(entry)?.push(found);
  }
  const fixed = new Map<string, string[]>();
  for (const { entry, judge, isFixed } of problem.existing) {
    if (isFixed) fixed.set(entry, [...(fixed.get(entry) ?? []), judge]);
  }
  return [
    ...pairViolations(problem, pairs),
    ...problem.entries.flatMap((entry) =>
      entryViolations(entry, byEntry.get(entry.id) ?? [], fixed.get(entry.id) ?? [], problem.mostPerEmployer),
    ),
    ...loadViolations(problem, pairs),
  ];
}

const keyOf = ({ entry, judge }: EntryJudgePair) => JSON.stringify([entry, judge]);

function pairViolations(problem: AssignmentProblem, pairs: readonly EntryJudgePair[]): PlanViolation[] {
  const entries = new Map(problem.entries.map((entry) => [entry.id, entry]));
  const judges = new Map(problem.judges.map((judge) => [judge.id, judge]));
  const conflicts = new Set(problem.conflicts.map(keyOf));
  const fixed = problem.existing.filter(({ isFixed }) => isFixed);
  const fixedKeys = new Set(fixed.map(keyOf));
  const seen = new Set<string>();
  const violations: PlanViolation[] = [];
  for (const pair of pairs) {
    const { entry, judge } = pair;
    const [theEntry, theJudge] = [entries.get(entry), judges.get(judge)];
    if (!theEntry || !theJudge) {
      violations.push({ code: 'pair-unknown', entry, judge });
      continue;
    }
    if (seen.has(keyOf(pair))) violations.push({ code: 'pair-twice', entry, judge });
    seen.add(keyOf(pair));
    if (conflicts.has(keyOf(pair))) violations.push({ code: 'conflict-of-interest', entry, judge });
    const isFixed = fixedKeys.has(keyOf(pair));
    if (theJudge.isAway === true && !isFixed) violations.push({ code: 'judge-away', entry, judge });
    const canRead =
      theEntry.languages.length === 0 || theEntry.languages.some((language) => theJudge.languages.includes(language));
    if (!canRead && !isFixed) violations.push({ code: 'language', entry, judge });
  }
  for (const { entry, judge } of fixed) {
    if (!seen.has(keyOf({ entry, judge }))) violations.push({ code: 'fixed-missing', entry, judge });
  }
  return violations;
}

function entryViolations(
  entry: AssignableEntry,
  judges: readonly AvailableJudge[],
  fixedJudges: readonly string[],
  mostPerEmployer: number | null,
): PlanViolation[] {
  const violations: PlanViolation[] = [];
  const id = entry.id;
  const wanted = Math.max(entry.judgesWanted, fixedJudges.length);
  const given = judges.length;
  if (given < wanted) violations.push({ code: 'judges-missing', entry: id, wanted, given });
  if (given > wanted) violations.push({ code: 'judges-surplus', entry: id, wanted, given });
  for (const { kind, atLeast } of entry.kindsWanted ?? []) {
    const ofKind = judges.filter((judge) => judge.kind === kind).length;
    if (ofKind < atLeast) violations.push({ code: 'kind-missing', entry: id, kind, wanted: atLeast, given: ofKind });
  }
  if (mostPerEmployer === null) return violations;
  for (const employer of new Set(judges.map((judge) => judge.employer))) {
    if (employer === null) continue;
    const colleagues = judges.filter((judge) => judge.employer === employer);
    const fixedOnes = colleagues.filter((judge) => fixedJudges.includes(judge.id)).length;
    const most = Math.max(mostPerEmployer, fixedOnes);
    if (colleagues.length > most) {
      violations.push({ code: 'employer-crowded', entry: id, employer, most, given: colleagues.length });
    }
  }
  return violations;
}

function loadViolations(problem: AssignmentProblem, pairs: readonly EntryJudgePair[]): PlanViolation[] {
  const loads = new Map<string, number>();
  const fixedLoads = new Map<string, number>();
  for (const { judge } of pairs) loads.set(judge, (loads.get(judge) ?? 0) + 1);
  for (const { judge, isFixed } of problem.existing) {
    if (isFixed) fixedLoads.set(judge, (fixedLoads.get(judge) ?? 0) + 1);
  }
  return problem.judges.flatMap(({ id, leastEntries, mostEntries }): PlanViolation[] => {
    const given = loads.get(id) ?? 0;
    const most = Math.max(mostEntries ?? Number.POSITIVE_INFINITY, fixedLoads.get(id) ?? 0);
    if (given > most) return [{ code: 'over-most', judge: id, limit: most, given }];
    return given < leastEntries ? [{ code: 'under-least', judge: id, limit: leastEntries, given }] : [];
  });
}
