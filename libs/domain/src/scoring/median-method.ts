import { median } from '../statistics/median.js';
import type { ExactMethod } from './scoring-method.js';

/** Median of the sheets' totals. It has no standard error; its interval is a matter of order statistics. */
export const medianMethod: ExactMethod = {
  kind: 'exact',
  inputs: ['sheets'],
  options: [],
  worksByCriterion: () => false,
  aggregate: (values) => ({ value: median(values), fallback: null }),
  errorTrim: () => null,
};
