import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { twoSidedQuantile } from '../statistics/normal-distribution.js';
import { comparableEntries } from './comparable-entries.js';
import type { RankIntervals } from './rank-interval-types.js';
import { scoredEntries } from './scored-entries.js';
import { type RankFigure, shownRankFigure } from './rank-figure.js';

export interface PairwiseRankOptions {
  /** In (0, 1). */
  readonly confidence: number;
  /**
   * `none`: each test stands alone at the stated confidence, so that an interval of many tests holds less often.
   * `bonferroni`: an entry's tests share it, and its interval holds at least as often as stated.
   */
  readonly correction?: 'none' | 'bonferroni';
}

/**
 * Rank intervals by pairwise tests of differences against the two-sided normal quantile: from 1 + the number of entries
 * significantly above to E − the number significantly below (Goldstein and Spiegelhalter, J. R. Statist. Soc. A 159,
 * 1996, 385–443, compare institutions so; Klein, Wright and Wieczorek, J. R. Statist. Soc. C 69, 2020, 589–606, give
 * the counts and the correction). Uncorrected unless stated.
 *
 * An entry whose error is withheld has no interval, and is significantly above or below nobody.
 *
 * @throws RangeError for a confidence outside (0, 1).
 * @returns withheld as `comparableEntries` says.
 */
export function pairwiseRankIntervals(
  estimate: ScoreEstimate,
  { confidence, correction = 'none' }: PairwiseRankOptions,
): RankFigure<RankIntervals> {
  const scored = scoredEntries(estimate);
  const tests = correction === 'bonferroni' ? Math.max(1, scored.length - 1) : 1;
  const quantile = twoSidedQuantile(1 - (1 - confidence) / tests);
  const comparable = comparableEntries(estimate, scored);
  if (comparable.value === null) return comparable;
  const { scores, differenceError } = estimate;
  const lowest = new Int32Array(scores.length);
  const highest = new Int32Array(scores.length);
  const known = scored.filter((entry) => comparable.value[entry] === 1);
  for (const entry of known) {
    lowest[entry] = 1;
    highest[entry] = scored.length;
  }
  for (let above = 0; above < known.length; above += 1) {
    const higher = known[above] as number;
    for (let below = above + 1; below < known.length; below += 1) {
      const lower = known[below] as number;
      const difference = (scores[higher] as number) - (scores[lower] as number);
      if (!(difference > quantile * differenceError(higher, lower))) continue;
      highest[higher] = (highest[higher] as number) - 1;
      lowest[lower] = (lowest[lower] as number) + 1;
    }
  }
  return shownRankFigure({ lowest, highest });
}
