import type { AssignmentFinding, Eligibility } from './assignment-finding.js';
import type { AssignableEntry, AssignmentProblem, AvailableJudge, EntryJudgePair } from './assignment-problem.js';

/** What an entry, a judge or a plain sum shows by itself: no solver is needed to see it. */
export function localFindings(problem: AssignmentProblem): AssignmentFinding[] {
  const known = new KnownPairs(problem);
  return [
    ...sumFindings(problem, known),
    ...problem.entries.flatMap((entry) => entryFindings(problem, known, entry)),
    ...problem.judges.flatMap((judge) => judgeFindings(problem, known, judge)),
  ];
}

/** Fixed pairs that no plan may keep; a person decides about them first. */
export function fixedConflicts(problem: AssignmentProblem): AssignmentFinding[] {
  const known = new KnownPairs(problem);
  return problem.existing.flatMap(({ entry, judge, isFixed }): AssignmentFinding[] =>
    isFixed && known.isConflict(entry, judge) ? [{ code: 'fixed-conflict', entry, judge }] : [],
  );
}

/** Conflicts and fixed pairs by entry. */
export class KnownPairs {
  private readonly conflicts: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly fixed: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(problem: AssignmentProblem) {
    this.conflicts = judgesByEntry(problem.conflicts);
    this.fixed = judgesByEntry(problem.existing.filter(({ isFixed }) => isFixed));
  }

  isConflict(entry: string, judge: string): boolean {
    return this.conflicts.get(entry)?.has(judge) ?? false;
  }

  fixedCount(entry: string): number {
    return this.fixed.get(entry)?.size ?? 0;
  }

  mayTake(entry: AssignableEntry, judge: AvailableJudge): boolean {
    if (this.isConflict(entry.id, judge.id)) return false;
    if (this.isFixed(entry, judge)) return true;
    if (judge.isAway === true) return false;
    if (entry.languages.length === 0) return true;
    return entry.languages.some((language) => judge.languages.includes(language));
  }

  /** Of those who are away none counts but where fixed. */
  eligibility(entry: AssignableEntry, all: readonly AvailableJudge[]): Eligibility {
    const judges = all.filter((judge) => judge.isAway !== true || this.isFixed(entry, judge));
    const conflicts = judges.filter(({ id }) => this.isConflict(entry.id, id)).length;
    const eligible = judges.filter((judge) => this.mayTake(entry, judge)).length;
    return { eligible, conflicts, language: judges.length - conflicts - eligible };
  }

  private isFixed(entry: AssignableEntry, judge: AvailableJudge): boolean {
    return this.fixed.get(entry.id)?.has(judge.id) ?? false;
  }
}

function judgesByEntry(pairs: readonly EntryJudgePair[]): Map<string, Set<string>> {
  const judges = new Map<string, Set<string>>();
  for (const { entry, judge } of pairs) judges.set(entry, (judges.get(entry) ?? new Set<string>()).add(judge));
  return judges;
}

function sumFindings(problem: AssignmentProblem, known: KnownPairs): AssignmentFinding[] {
  const wanted = sum(problem.entries.map(({ id, judgesWanted }) => Math.max(judgesWanted, known.fixedCount(id))));
  const capacity = sum(problem.judges.map(({ mostEntries }) => mostEntries ?? problem.entries.length));
  const least = sum(problem.judges.map(({ leastEntries }) => leastEntries));
  if (wanted > capacity) return [{ code: 'capacity-short', wanted, capacity, short: wanted - capacity }];
  return least > wanted ? [{ code: 'minimum-excess', least, wanted, excess: least - wanted }] : [];
}

function entryFindings(problem: AssignmentProblem, known: KnownPairs, entry: AssignableEntry): AssignmentFinding[] {
  const [wanted, all] = [entry.judgesWanted, known.eligibility(entry, problem.judges)];
  const findings: AssignmentFinding[] = [];
  if (all.eligible < wanted) findings.push({ code: 'entry-short', entry: entry.id, wanted, ...all });
  for (const { kind, atLeast } of entry.kindsWanted ?? []) {
    const judges = problem.judges.filter((judge) => judge.kind === kind);
    const ofKind = known.eligibility(entry, judges);
    if (ofKind.eligible < atLeast) {
      findings.push({ code: 'kind-short', entry: entry.id, kind, wanted: atLeast, ...ofKind });
    }
  }
  const most = problem.mostPerEmployer;
  if (most === null || all.eligible < wanted) return findings;
  const colleagues = new Map<string, number>();
  let possible = 0;
  for (const judge of problem.judges.filter((other) => known.mayTake(entry, other))) {
    const before = judge.employer === null ? 0 : (colleagues.get(judge.employer) ?? 0);
    if (judge.employer !== null) colleagues.set(judge.employer, before + 1);
    if (before < most) possible += 1;
  }
  if (possible < wanted) findings.push({ code: 'employer-bound', entry: entry.id, wanted, most, possible });
  return findings;
}

function judgeFindings(problem: AssignmentProblem, known: KnownPairs, judge: AvailableJudge): AssignmentFinding[] {
  if (judge.leastEntries === 0) return [];
  const open = problem.entries.filter((entry) => entry.judgesWanted > 0 && known.mayTake(entry, judge));
  const [least, eligible] = [judge.leastEntries, open.length];
  return eligible < least ? [{ code: 'judge-idle', judge: judge.id, least, eligible }] : [];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
