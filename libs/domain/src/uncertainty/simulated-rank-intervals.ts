import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { comparableEntries } from './comparable-entries.js';
import type { RankIntervalOptions, RankIntervals } from './rank-interval-types.js';
import { scoredEntries } from './scored-entries.js';
import { type RankFigure, shownRankFigure, withheldRankFigure } from './rank-figure.js';

/**
 * Rank intervals by simulation: errors are drawn from their joint normal distribution and added to the scores, and each
 * draw is ranked. An interval leaves at most half of 1 − confidence of the draws on each side. An exact tie within a
 * draw is parted by a coin, as Φ(0/0) = ½ parts it in expected ranks.
 *
 * An entry without a score is not ranked. An entry whose own error is withheld has no interval; for the others it
 * stands where its score puts it.
 *
 * @throws RangeError for a confidence outside (0, 1), no draws, or a seed that is no integer.
 * @returns withheld as `comparableEntries` says, and where the method has no joint distribution.
 */
export function simulatedRankIntervals(
  estimate: ScoreEstimate,
  { confidence, draws, seed }: RankIntervalOptions,
): RankFigure<RankIntervals> {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`a confidence lies between 0 and 1, not ${confidence}`);
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`draws are a count, not ${draws}`);
  const uniform = seededRandom(seed);
  const scored = scoredEntries(estimate);
  const comparable = comparableEntries(estimate, scored);
  if (comparable.value === null) return comparable;
  if (estimate.drawErrors === null) return withheldRankFigure('error-unknown');
  const counts = draws < 65_536 ? new Uint16Array(scored.length ** 2) : new Uint32Array(scored.length ** 2);
  const drawn = new Float64Array(estimate.scores.length);
  const values = new Float64Array(scored.length);
  const sorted = new Float64Array(scored.length);
  const normal = standardNormal(uniform);
  for (let draw = 0; draw < draws; draw += 1) {
    drawn.fill(0);
    estimate.drawErrors(normal, drawn);
    for (let place = 0; place < scored.length; place += 1) {
      const entry = scored[place] as number;
      const error = comparable.value[entry] === 1 ? (drawn[entry] as number) : 0;
      values[place] = (estimate.scores[entry] as number) + error;
    }
    sorted.set(values);
    sorted.sort();
    countRanks({ values, sorted }, counts, uniform);
  }
  const intervals = {
    lowest: new Int32Array(estimate.scores.length),
    highest: new Int32Array(estimate.scores.length),
  };
  scored.forEach((entry, place) => {
    if (comparable.value[entry] === 0) return;
    const ofEntry = counts.subarray(place * scored.length, (place + 1) * scored.length);
    const outside = ((1 - confidence) / 2) * draws;
    intervals.lowest[entry] = 1 + skipped(ofEntry, outside);
    intervals.highest[entry] = scored.length - skipped(ofEntry.slice().reverse(), outside);
  });
  return shownRankFigure(intervals);
}

/** Adds one draw to the counts: row = place of the value, column = its rank − 1. */
function countRanks(
  { values, sorted }: { readonly values: Float64Array; readonly sorted: Float64Array },
  counts: Uint16Array | Uint32Array,
  uniform: () => number,
): void {
  const size = values.length;
  for (let place = 0; place < size; place += 1) {
    const value = values[place] as number;
    const notAbove = numberWhere(sorted, (other) => other <= value);
    let column = size - notAbove;
    if (sorted[notAbove - 2] === value) {
      const equal = notAbove - numberWhere(sorted, (other) => other < value);
      column += Math.floor(uniform() * equal);
    }
    const cell = place * size + column;
    counts[cell] = (counts[cell] as number) + 1;
  }
}

/** How many of the sorted values hold, where all that hold come first. */
function numberWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(sorted[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the first counts can be left out before more than `outside` are. */
function skipped(counts: Uint16Array | Uint32Array, outside: number): number {
  let sum = 0;
  let index = 0;
  while (index < counts.length && sum + (counts[index] as number) <= outside) sum += counts[index++] as number;
  return index;
}
