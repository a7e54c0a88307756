import { rankOfGroup, type RankConvention } from '../../ranking/rank-entries.js';
import type { ExactFigures } from './exact-figures.js';

/** Entries by rank. */
export interface RankOrder {
  /** Indexes of entries: highest figure first, equal ones in order of input, those without a figure last. */
  readonly order: Int32Array;
  /** By position in `order`; NaN without a figure. */
  readonly ranks: Float64Array;
}

export interface Ranking {
  readonly entries: number;
  /** Ascending order of entries whose figures are equal; null where nothing parts them. */
  readonly tieBreak: ((left: number, right: number) => number) | null;
  readonly ties?: RankConvention;
}

/** Doubles this near to one another, relatively, may stand for fractions in another order. */
const nearness = 8 * Number.EPSILON;

/** Ranks figures exactly, at the cost of sorting doubles. */
export function rankOrder(figures: ExactFigures, ranking: Ranking): RankOrder {
  const whole = ranking.tieBreak === null ? figures.wholeKeys() : null;
  const order = whole && orderOfWholeKeys(whole);
  if (whole && order) return ranked(order, figures.count, ranking.ties, (left, right) => whole[left] === whole[right]);
  return rankedByComparing(figures, ranking);
}

/**
 * Key and index in one number, where that is a safe integer: a typed array sorts those without a comparator.
 *
 * @param keys whole numbers, NaN for none
 * @returns null where the numbers would be too large
 */
function orderOfWholeKeys(keys: Float64Array): Int32Array | null {
  const size = keys.length;
  let [lowest, highest] = [Infinity, -Infinity];
  for (let index = 0; index < size; index += 1) {
    const key = keys[index]!;
    if (key < lowest) lowest = key;
    if (key > highest) highest = key;
  }
  // One more than the widest difference stands for those without a key.
  const span = highest >= lowest ? highest - lowest + 1 : 0;
  if ((span + 1) * size > Number.MAX_SAFE_INTEGER) return null;
  const packed = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    const key = keys[index]!;
    packed[index] = (Number.isNaN(key) ? span : highest - key) * size + index;
  }
  packed.sort();
  const order = new Int32Array(size);
  for (let place = 0; place < size; place += 1) order[place] = packed[place]! % size;
  return order;
}

function rankedByComparing(figures: ExactFigures, ranking: Ranking): RankOrder {
  const { entries, tieBreak } = ranking;
  // Descending; 0 − 0 is no negative zero, which would stand apart.
  const keys = Float64Array.from({ length: entries }, (_, entry) => 0 - figures.key(entry));
  const order = orderOfKeys(keys);
  const compare = (left: number, right: number) => {
    const [own, other] = [keys[left]!, keys[right]!];
    if (Math.abs(own - other) > nearness * Math.max(Math.abs(own), Math.abs(other))) return own - other;
    return figures.compare(right, left) || (tieBreak?.(right, left) ?? 0);
  };
  const scored = order.subarray(0, figures.count);
  if (scored.some((entry, at) => at > 0 && compare(scored[at - 1]!, entry) > 0)) {
    scored.sort((left, right) => compare(left, right) || left - right);
  }
  return ranked(order, figures.count, ranking.ties, (left, right) => compare(left, right) === 0);
}

/** @param scored so many of the first in order have a figure */
function ranked(
  order: Int32Array,
  scored: number,
  ties: RankConvention = 'competition',
  isTied: (left: number, right: number) => boolean,
): RankOrder {
  const ranks = new Float64Array(order.length).fill(NaN);
  let groups = 0;
  for (let start = 0; start < scored;) {
    let end = start + 1;
    while (end < scored && isTied(order[end - 1]!, order[end]!)) end += 1;
    groups += 1;
    ranks.fill(rankOfGroup(ties, { start, end, groups }), start, end);
    start = end;
  }
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
