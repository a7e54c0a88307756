import { Rational } from '../decimal/rational.js';
import type { PairwiseTable } from './pairwise-table.js';

/** Pairs named at most. */
const namedPairs = 20;

/** Copeland scores of pairwise input; arrays are indexed as `entries`. */
export interface PairwiseCopeland {
  readonly entries: readonly string[];
  /** Pairwise majorities won + ½ of those tied. */
  readonly scores: readonly Rational[];
  /** Comparisons in favour, which part equal scores. */
  readonly tieBreaks: Float64Array;
  /** Pairs that nobody compared, which count nothing: their number, and the first 20 in order of the entries. */
  readonly unmet: { readonly count: number; readonly pairs: readonly (readonly [string, string])[] };
}

/**
 * Pairwise majorities: of two entries the one preferred more often wins (Copeland, A “reasonable” social welfare
 * function, University of Michigan, 1951). Pairs that nobody compared count nothing for either.
 */
export function copelandFromPairs(table: PairwiseTable): PairwiseCopeland {
  const { entries, winnerOf, loserOf, counts } = table;
  const keyOf = (from: number, to: number) => from * entries.length + to;
  const favour = new Map<number, number>();
  for (let row = 0; row < counts.length; row += 1) favour.set(keyOf(winnerOf[row]!, loserOf[row]!), counts[row]!);
  const halves = new Int32Array(entries.length);
  const tieBreaks = new Float64Array(entries.length);
  let met = 0;
  for (let row = 0; row < counts.length; row += 1) {
    const winner = winnerOf[row]!;
    const loser = loserOf[row]!;
    tieBreaks[winner]! += counts[row]!;
    const against = favour.get(keyOf(loser, winner)) ?? 0;
    // A pair with votes both ways has two rows: the majority is counted at its own, a tie half at each.
    if (counts[row]! > against) halves[winner]! += 2;
    else if (counts[row]! === against) halves[winner]! += 1;
    if (against === 0 || winner < loser) met += 1;
  }
  const count = (entries.length * (entries.length - 1)) / 2 - met;
  return {
    entries,
    scores: Array.from(halves, (half) => Rational.of(half, 2).reduced()),
    tieBreaks,
    unmet: { count, pairs: unmetPairs(entries, (i, j) => favour.has(keyOf(i, j)) || favour.has(keyOf(j, i)), count) },
  };
}

function unmetPairs(
  entries: readonly string[],
  haveMet: (i: number, j: number) => boolean,
  count: number,
): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i < entries.length; i += 1) {
    for (let j = i + 1; j < entries.length; j += 1) {
      if (pairs.length === Math.min(count, namedPairs)) return pairs;
      if (!haveMet(i, j)) pairs.push([entries[i]!, entries[j]!]);
    }
  }
  return pairs;
}
