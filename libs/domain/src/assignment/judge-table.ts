import { compareCodePoints } from '../identifier/compare-code-points.js';
import type { AssignableEntry, AssignmentProblem, AvailableJudge } from './assignment-problem.js';
import { BitRows } from './bit-rows.js';
import { lotsPerPoint, lotteryWord, pairLot } from './lottery.js';
import { barred, type KindRule, type PairTable } from './pair-table.js';

const noLimit = 1_000_000;

/** Entries and judges by code points of their ids, so that the order in which they are given changes nothing. */
export function orderedProblem(problem: AssignmentProblem): AssignmentProblem {
  const byId = (left: { readonly id: string }, right: { readonly id: string }) => compareCodePoints(left.id, right.id);
  return { ...problem, entries: [...problem.entries].sort(byId), judges: [...problem.judges].sort(byId) };
}

/** The problem as numbers, in its own order. */
export function judgeTable(problem: AssignmentProblem): PairTable {
  const { entries, judges } = problem;
  const special = specialPairs(problem, entries, judges);
  const kinds = numbersOf(
    judges.map(({ kind }) => kind),
    entries.flatMap(({ kindsWanted }) => (kindsWanted ?? []).map(({ kind }) => kind)),
  );
  const employers = numbersOf(judges.map(({ employer }) => employer));
  const fixedLoads = new Int32Array(judges.length);
  for (const row of special.fixed) for (const judge of row) fixedLoads[judge] = (fixedLoads[judge] ?? 0) + 1;
  const countOf = (entry: number, of: Int32Array, value: number) =>
    (special.fixed[entry] ?? []).filter((judge) => of[judge] === value).length;
  const most = problem.mostPerEmployer;
  return {
    entryIds: entries.map(({ id }) => id),
    judgeIds: judges.map(({ id }) => id),
    wanted: Int32Array.from(entries, (entry, index) =>
      Math.max(0, entry.judgesWanted - (special.fixed[index]?.length ?? 0)),
    ),
    fixedLoads,
    least: Int32Array.from(judges, ({ leastEntries }) => leastEntries),
    most: Int32Array.from(judges, ({ mostEntries }, index) => Math.max(mostEntries ?? noLimit, fixedLoads[index] ?? 0)),
    kinds: kinds.names,
    kindOf: kinds.of,
    employers: employers.names,
    employerOf: employers.of,
    kindRules: (entry) =>
      (entries[entry]?.kindsWanted ?? []).flatMap(({ kind, atLeast }): KindRule[] => {
        const number = kinds.numbers.get(kind) ?? -2;
        const rest = atLeast - countOf(entry, kinds.of, number);
        return rest > 0 ? [{ kind: number, atLeast: rest }] : [];
      }),
    employerRoom:
      most === null ? null : (entry, employer) => Math.max(0, most - countOf(entry, employers.of, employer)),
    fixed: special.fixed,
    fillRow: rowFiller(problem, entries, judges, special),
  };
}

interface SpecialPairs {
  readonly conflicts: readonly (readonly number[])[];
  readonly fixed: readonly (readonly number[])[];
  readonly bonuses: readonly (readonly (readonly [number, number])[])[];
}

/** Pairs of which more is known than their parts tell, by entry. */
function specialPairs(
  problem: AssignmentProblem,
  entries: readonly AssignableEntry[],
  judges: readonly AvailableJudge[],
): SpecialPairs {
  const entryAt = new Map(entries.map(({ id }, index) => [id, index]));
  const judgeAt = new Map(judges.map(({ id }, index) => [id, index]));
  const conflicts: number[][] = entries.map(() => []);
  const fixed: number[][] = entries.map(() => []);
  const bonuses: (readonly [number, number])[][] = entries.map(() => []);
  for (const { entry, judge } of problem.conflicts) conflicts[entryAt.get(entry) ?? -1]?.push(judgeAt.get(judge) ?? -1);
  for (const { entry, judge, isFixed } of problem.existing) {
    const [row, column] = [entryAt.get(entry) ?? -1, judgeAt.get(judge) ?? -1];
    if (isFixed) fixed[row]?.push(column);
    else bonuses[row]?.push([column, problem.weights.kept * lotsPerPoint]);
  }
  for (const { entry, judge, strength } of problem.preferences) {
    const points = Math.floor((problem.weights.preference * strength) / 2);
    bonuses[entryAt.get(entry) ?? -1]?.push([judgeAt.get(judge) ?? -1, points * lotsPerPoint]);
  }
  return { conflicts, fixed, bonuses };
}

/** By topic: judges who wish it, or rather not, and what that is worth. */
function wishesByTopic(judges: readonly AvailableJudge[], weight: number): Map<string, (readonly [number, number])[]> {
  const found = new Map<string, (readonly [number, number])[]>();
  judges.forEach(({ wishes }, judge) => {
    for (const { topic, strength } of wishes ?? []) {
      const list = found.get(topic) ?? [];
      list.push([judge, Math.floor((weight * strength) / 2) * lotsPerPoint]);
      found.set(topic, list);
    }
  });
  return found;
}

function rowFiller(
  problem: AssignmentProblem,
  entries: readonly AssignableEntry[],
  judges: readonly AvailableJudge[],
  special: SpecialPairs,
): PairTable['fillRow'] {
  const { weights, seed } = problem;
  const entryTopics = new BitRows(entries.map(({ topics }) => topics));
  const judgeTopics = entryTopics.others(judges.map(({ topics }) => topics));
  const entryLanguages = new BitRows(entries.map(({ languages }) => languages));
  const judgeLanguages = entryLanguages.others(judges.map(({ languages }) => languages));
  const ownLanguages = entryLanguages.others(entries.map(({ languages }) => languages.slice(0, 1)));
  const entryKeywords = new BitRows(entries.map(({ keywords }) => keywords ?? []));
  const judgeKeywords = entryKeywords.others(judges.map(({ keywords }) => keywords ?? []));
  const keywordValue = Math.floor(weights.expertise / 2) * lotsPerPoint;
  const wishes = wishesByTopic(judges, weights.preference);
  const entryWords = Int32Array.from(entries, ({ id }) => lotteryWord(seed, id));
  const isAway = Uint8Array.from(judges, (judge) => (judge.isAway === true ? 1 : 0));
  const judgeWords = Int32Array.from(judges, ({ id }) => lotteryWord(seed, id));
  return (entry, values) => {
    const topics = new Set(entries[entry]?.topics).size;
    const readByAll = (entries[entry]?.languages.length ?? 0) === 0;
    const word = entryWords[entry] ?? 0;
    const expertise = Int32Array.from({ length: topics + 1 }, (_, known) =>
      topics === 0 ? 0 : Math.floor((weights.expertise * known) / topics) * lotsPerPoint,
    );
    for (let judge = 0; judge < judges.length; judge += 1) {
      if (isAway[judge] === 1 || (!readByAll && !entryLanguages.meets(entry, judgeLanguages, judge))) {
        values[judge] = barred;
        continue;
      }
      let value =
        (expertise[entryTopics.inCommon(entry, judgeTopics, judge)] ?? 0) + pairLot(word, judgeWords[judge] ?? 0);
      if (entryKeywords.meets(entry, judgeKeywords, judge)) value += keywordValue;
      if (readByAll || ownLanguages.meets(entry, judgeLanguages, judge)) value += weights.ownLanguage * lotsPerPoint;
      values[judge] = value;
    }
    const wished = [...new Set(entries[entry]?.topics)].flatMap((topic) => wishes.get(topic) ?? []);
    for (const [judge, bonus] of [...(special.bonuses[entry] ?? []), ...wished]) {
      if (values[judge] !== barred) values[judge] = (values[judge] ?? 0) + bonus;
    }
    for (const judge of special.conflicts[entry] ?? []) values[judge] = barred;
    for (const judge of special.fixed[entry] ?? []) values[judge] = barred;
  };
}

function numbersOf(keys: readonly (string | null)[], more: readonly string[] = []) {
  const names = [...new Set([...keys.filter((key) => key !== null), ...more])].sort(compareCodePoints);
  const numbers = new Map(names.map((name, index) => [name, index]));
  return { names, numbers, of: Int32Array.from(keys, (key) => (key === null ? -1 : (numbers.get(key) ?? -1))) };
}
