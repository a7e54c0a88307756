import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { sum } from '../statistics/sum.js';
import { listStandings } from './list-standings.js';
import type { TableMethod, TableScores } from './scoring-method.js';
import type { MethodOptions } from './method-options.js';
import type { TallyWarning } from './tally-result.js';
import type { TotalTable } from './total-table.js';

/** Where the rules state none. */
export const defaultPoints = ['12', '10', '8', '7', '6', '5', '4', '3', '2', '1'];

/** Points by place in each judge's list, summed; tied entries share the points of the places they cover. */
export const positionalMethod: TableMethod = {
  kind: 'table',
  inputs: ['sheets'],
  options: ['points'],
  score: positionalScores,
  scorePairs: null,
};

/** Nobody is scored unless every judge ranked the same entries: sums over different lists are not comparable. */
function positionalScores(table: TotalTable, { points = defaultPoints }: MethodOptions): TableScores {
  const difference = listDifference(table);
  if (difference) {
    const scores = table.entries.map(() => null);
    return { scores, tieBreaks: null, refusal: 'judge-lists-differ', warnings: [difference] };
  }
  const { below, tied } = listStandings(table);
  const upTo = sumsUpTo(points, table.entries.length);
  const own: Rational[][] = table.entries.map(() => []);
  const pointsOf = (sheet: number): Rational => {
    const last = table.entries.length - (below[sheet] ?? 0);
    const places = (tied[sheet] ?? 0) + 1;
    const covered = (upTo[last] ?? Rational.zero).minus(upTo[last - places] ?? Rational.zero);
    return Rational.of(covered.numerator, covered.denominator * BigInt(places));
  };
  table.entryOf.forEach((entry, sheet) => own[entry]?.push(pointsOf(sheet)));
  return {
    scores: own.map(sum),
    tieBreaks: null,
    // The sum is the mean of as many times the points as there are judges.
    contributions: () =>
      Float64Array.from(table.entryOf, (_, sheet) => table.judges.length * pointsOf(sheet).toNumber()),
    warnings: [],
  };
}

/** Points of the first n places together, for n from 0; places beyond the list get none. */
function sumsUpTo(points: readonly string[], places: number): Rational[] {
  const sums = [Rational.zero];
  for (let place = 0; place < places; place += 1) {
    const point = points[place];
    const before = sums[place] ?? Rational.zero;
    sums.push(point === undefined ? before : before.plus(parseDecimal(point)));
  }
  return sums;
}

/** Names one sheet that is lacking; null when none is. */
function listDifference({ entries, judges, entryOf, judgeOf }: TotalTable): TallyWarning | null {
  // No judge has two sheets of one entry, so that full lists are a matter of counting.
  if (entryOf.length === entries.length * judges.length) return null;
  const ranked = judges.map(() => new Set<number>());
  entryOf.forEach((entry, sheet) => ranked[judgeOf[sheet] ?? 0]?.add(entry));
  const judge = ranked.findIndex((list) => list.size < entries.length);
  const entry = entries.find((_, index) => !ranked[judge]?.has(index));
  return {
    code: 'judge-lists-differ',
    entries: entry === undefined ? [] : [entry],
    judges: judges.slice(judge, judge + 1),
    details: { sheets: entries.length * judges.length - entryOf.length },
  };
}
