import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { pairwiseRankIntervals } from './pairwise-rank-intervals.js';
import type { RankIntervalOptions, RankIntervals } from './rank-interval-types.js';
import { simulatedRankIntervals } from './simulated-rank-intervals.js';
import type { RankFigure } from './rank-figure.js';

/**
 * Rank intervals from the joint normal distribution of the errors where the method has one, else by pairwise tests.
 *
 * @throws RangeError for a confidence outside (0, 1), no draws, or a seed that is no integer.
 * @returns withheld as `comparableEntries` says.
 */
export function rankIntervals(
  estimate: ScoreEstimate,
  { confidence = 0.95, draws = 10_000, seed = 1 }: Partial<RankIntervalOptions> = {},
): RankFigure<RankIntervals> {
  return estimate.drawErrors
    ? simulatedRankIntervals(estimate, { confidence, draws, seed })
    : pairwiseRankIntervals(estimate, { confidence });
}
