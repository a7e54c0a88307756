import { DomainError } from '../errors/domain-error.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { roundToNineDecimals } from '../statistics/round-to-nine-decimals.js';

/** How often one entry was preferred to another, as sparse triples over `entries`. */
export interface PairwiseTable {
  /** In code point order. */
  readonly entries: readonly string[];
  /** Index of the winner of each row; (winner, loser) pairs are unique and in order. */
  readonly winnerOf: Int32Array;
  readonly loserOf: Int32Array;
  /** Above 0; a tie is half a win each way. */
  readonly counts: Float64Array;
}

/** One comparison, or a count of equal ones. */
export interface Comparison {
  readonly winner: string;
  readonly loser: string;
  /** Finite, not negative; 0 only makes the two entries known. */
  readonly count: number;
}

/**
 * Merges comparisons of equal winner and loser, whatever their order. Sums are cut to 9 decimals, so that thirds and
 * tenths of a win add up to ties where they should.
 *
 * @throws DomainError `comparison-invalid` for an entry compared with itself, or a count that is negative or no number.
 * @example pairwiseTable([{ winner: 'A', loser: 'B', count: 2 }]).counts // [2]
 */
export function pairwiseTable(comparisons: readonly Comparison[]): PairwiseTable {
  for (const { winner, loser, count } of comparisons) {
    if (winner === loser || !Number.isFinite(count) || count < 0) {
      throw new DomainError('comparison-invalid', { winner, loser, count });
    }
  }
  const ids = comparisons.flatMap(({ winner, loser }) => [winner, loser]);
  const entries = [...new Set(ids)].sort(compareCodePoints);
  const indexes = new Map(entries.map((entry, index) => [entry, index]));
  const rows = comparisons
    .filter(({ count }) => count > 0)
    .map(({ winner, loser, count }) => ({
      winner: indexes.get(winner) ?? 0,
      loser: indexes.get(loser) ?? 0,
      count,
    }))
    // By count too, so that the rounding of sums does not depend on the order of input.
    .sort((left, right) => left.winner - right.winner || left.loser - right.loser || left.count - right.count);
  const merged: typeof rows = [];
  for (const row of rows) {
    const last = merged.at(-1);
    if (last?.winner === row.winner && last.loser === row.loser) last.count += row.count;
    else merged.push({ ...row });
  }
  const counted = merged
    .map((row) => ({ ...row, count: roundToNineDecimals(row.count) }))
    .filter(({ count }) => count > 0);
  return {
    entries,
    winnerOf: Int32Array.from(counted, ({ winner }) => winner),
    loserOf: Int32Array.from(counted, ({ loser }) => loser),
    counts: Float64Array.from(counted, ({ count }) => count),
  };
}
