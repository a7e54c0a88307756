import { rankEntries, type RankConvention } from '../../ranking/rank-entries.js';
import type { ExactFigures } from './exact-figures.js';

/** Entries by rank. */
export interface RankOrder {
  /** Indexes of entries: highest figure first, equal ones in order of input, those without a figure last. */
  readonly order: Int32Array;
  /** By position in `order`; NaN without a figure. */
  readonly ranks: Float64Array;
}

/** Doubles this near to one another, relatively, may stand for fractions in another order. */
const nearness = 8 * Number.EPSILON;

/**
 * Ranks figures exactly, at the cost of sorting doubles.
 *
 * @param tieBreak ascending order of entries whose figures are equal; 0 where nothing parts them
 */
export function rankOrder(
  figures: ExactFigures,
  entries: number,
  tieBreak: (left: number, right: number) => number,
  ties?: RankConvention,
): RankOrder {
  // Descending; 0 − 0 is no negative zero, which would stand apart.
  const keys = Float64Array.from({ length: entries }, (_, entry) => 0 - figures.key(entry));
  const order = orderOfKeys(keys);
  const scored = order.subarray(
    0,
    keys.reduce((count, key) => count + (Number.isNaN(key) ? 0 : 1), 0),
  );
  const compare = (left: number, right: number) => {
    const [own, other] = [keys[left]!, keys[right]!];
    if (Math.abs(own - other) > nearness * Math.max(Math.abs(own), Math.abs(other))) return own - other;
    return figures.compare(right, left) || tieBreak(right, left);
  };
  if (scored.some((entry, at) => at > 0 && compare(scored[at - 1]!, entry) > 0)) {
    scored.sort((left, right) => compare(left, right) || left - right);
  }
  const ranks = new Float64Array(entries).fill(NaN);
  ranks.set(rankEntries(Array.from(scored), (left, right) => compare(left, right) === 0, ties));
  return { order, ranks };
}

/** Ascending and stable, NaN last: a typed array is sorted without a comparator, then each key finds its place. */
function orderOfKeys(keys: Float64Array): Int32Array {
  const sorted = keys.slice().sort();
  const next = new Int32Array(keys.length);
  const order = new Int32Array(keys.length);
  for (let index = 0; index < keys.length; index += 1) {
    const place = placeOf(sorted, keys[index]!);
    order[place + next[place]!] = index;
    next[place]! += 1;
  }
  return order;
}

/** First position of a value in sorted ones. */
function placeOf(sorted: Float64Array, value: number): number {
  const isNone = Number.isNaN(value);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const isBefore = isNone ? !Number.isNaN(sorted[middle]) : sorted[middle]! < value;
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return low;
}
