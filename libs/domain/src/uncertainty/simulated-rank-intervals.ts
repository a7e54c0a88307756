import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { comparableEntries } from './comparable-entries.js';
import { descendingSorter } from './descending-sorter.js';
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
  const counts = countedRanks(estimate.drawErrors, { scored, estimate, comparable: comparable.value, draws, uniform });
  const lowest = new Int32Array(estimate.scores.length);
  const highest = new Int32Array(estimate.scores.length);
  const outside = ((1 - confidence) / 2) * draws;
  scored.forEach((entry, place) => {
    if (comparable.value[entry] === 0) return;
    const ofEntry = counts.subarray(place * scored.length, (place + 1) * scored.length);
    lowest[entry] = 1 + skipped(ofEntry, outside);
    highest[entry] = scored.length - skipped(ofEntry.slice().reverse(), outside);
  });
  return shownRankFigure({ lowest, highest });
}

interface Simulation {
  readonly estimate: ScoreEstimate;
  readonly scored: Int32Array;
  readonly comparable: Uint8Array;
  readonly draws: number;
  readonly uniform: () => number;
}

/** How often each of the scored entries (row) had each rank (column, from 0). */
function countedRanks(
  drawErrors: NonNullable<ScoreEstimate['drawErrors']>,
  { estimate: { scores }, scored, comparable, draws, uniform }: Simulation,
): Uint16Array | Uint32Array {
  const size = scored.length;
  const counts = draws < 65_536 ? new Uint16Array(size * size) : new Uint32Array(size * size);
  const drawn = new Float64Array(scores.length);
  const values = new Float64Array(size);
  const sort = descendingSorter(size);
  const normal = standardNormal(uniform);
  for (let draw = 0; draw < draws; draw += 1) {
    drawn.fill(0);
    drawErrors(normal, drawn);
    for (let place = 0; place < size; place += 1) {
      const entry = scored[place] as number;
      values[place] = (scores[entry] as number) + (comparable[entry] === 1 ? (drawn[entry] as number) : 0);
    }
    const order = sort(values);
    shuffleTies(values, order, uniform);
    for (let rank = 0; rank < size; rank += 1) {
      const cell = (order[rank] as number) * size + rank;
      counts[cell] = (counts[cell] as number) + 1;
    }
  }
  return counts;
}

function shuffleTies(values: Float64Array, order: Int32Array, uniform: () => number): void {
  let start = 0;
  for (let next = 1; next < order.length; next += 1) {
    if (values[order[next] as number] !== values[order[next - 1] as number]) {
      start = next;
      continue;
    }
    // Fisher and Yates, from the front: each new one of a tie changes places with one of those before or none.
    const other = start + Math.floor(uniform() * (next - start + 1));
    const place = order[next] as number;
    order[next] = order[other] as number;
    order[other] = place;
  }
}

/** How many of the first counts can be left out before more than `outside` are. */
function skipped(counts: Uint16Array | Uint32Array, outside: number): number {
  let sum = 0;
  let index = 0;
  while (index < counts.length && sum + (counts[index] as number) <= outside) sum += counts[index++] as number;
  return index;
}
