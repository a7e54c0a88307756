import type { AssignmentProblem, EntryJudgePair } from './assignment-problem.js';

const mostPoints = 1000;

/**
 * Refuses what no caller should send: these are mistakes of the program, never of a person.
 *
 * @throws RangeError naming the field: ids that are twice or unknown, a pair twice, numbers out of range.
 */
export function assertSound(problem: AssignmentProblem): void {
  const entries = uniqueIds('entries', problem.entries);
  const judges = uniqueIds('judges', problem.judges);
  for (const field of ['conflicts', 'preferences', 'existing'] as const) {
    assertPairs(field, problem[field], entries, judges);
  }
  for (const name of ['expertise', 'preference', 'ownLanguage', 'kept'] as const) {
    assertWhole(`weights.${name}`, problem.weights[name], 0, mostPoints);
  }
  for (const { strength } of problem.preferences) assertWhole('preferences.strength', strength, -2, 2);
  for (const { wishes } of problem.judges) {
    for (const { strength } of wishes ?? []) assertWhole('judges.wishes', strength, -2, 2);
    const topics = (wishes ?? []).map(({ topic }) => topic);
    if (new Set(topics).size !== topics.length) throw new RangeError('judges.wishes: a topic stands twice');
  }
  for (const entry of problem.entries) {
    assertWhole('entries.judgesWanted', entry.judgesWanted, 0, 1000);
    for (const { atLeast } of entry.kindsWanted ?? []) assertWhole('entries.kindsWanted', atLeast, 0, 1000);
  }
  for (const judge of problem.judges) {
    assertWhole('judges.leastEntries', judge.leastEntries, 0, 1_000_000);
    if (judge.mostEntries !== null) {
      assertWhole('judges.mostEntries', judge.mostEntries, judge.leastEntries, 1_000_000);
    }
  }
  if (problem.mostPerEmployer !== null) assertWhole('mostPerEmployer', problem.mostPerEmployer, 1, 1000);
}

function uniqueIds(field: string, list: readonly { readonly id: string }[]): Set<string> {
  const ids = new Set(list.map(({ id }) => id));
  if (ids.size !== list.length) throw new RangeError(`${field}: an id stands twice`);
  return ids;
}

function assertPairs(
  field: string,
  pairs: readonly EntryJudgePair[],
  entries: ReadonlySet<string>,
  judges: ReadonlySet<string>,
): void {
  const seen = new Set<string>();
  for (const { entry, judge } of pairs) {
    if (!entries.has(entry)) throw new RangeError(`${field}: no entry ${entry}`);
    if (!judges.has(judge)) throw new RangeError(`${field}: no judge ${judge}`);
    const key = JSON.stringify([entry, judge]);
    // A conflict may be known from several sources.
    if (seen.has(key) && field !== 'conflicts') throw new RangeError(`${field}: ${entry} and ${judge} stand twice`);
    seen.add(key);
  }
}

function assertWhole(field: string, value: number, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    throw new RangeError(`${field} is a whole number from ${least} to ${most}, not ${value}`);
  }
}
