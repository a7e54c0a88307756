import type { ExactMethod } from './scoring-method.js';

/** Plain mean of each criterion's scores, then the weights; the mean of the sheets' totals when nothing is missing. */
export const meanMethod: ExactMethod = {
  kind: 'exact',
  inputs: ['sheets'],
  options: [],
  // A renormalised sheet is a total: its criteria can no longer be averaged apart.
  worksByCriterion: (options) => options.missing !== 'renormalise',
  kept: (count) => ({ from: 0, to: count, fallback: null }),
  errorTrim: (count) => (count >= 2 ? 0 : null),
};
