import type { ScoreEstimate } from '../scoring/score-estimate.js';

/**
 * Estimate of a method without standard errors: `median`, whose uncertainty is an interval of order statistics, and
 * `copeland`, whose majorities jump from one whole win to another, so that deleting judges one by one says nothing.
 */
export function estimateWithoutErrors(entries: readonly string[], scores: Float64Array): ScoreEstimate {
  return {
    entries,
    scores,
    standardErrors: new Float64Array(entries.length).fill(NaN),
    differenceError: (i, j) => (i === j ? 0 : NaN),
    drawErrors: null,
  };
}
