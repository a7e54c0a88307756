import { mean } from '../statistics/mean.js';
import { median } from '../statistics/median.js';
import { trimmedMean } from '../statistics/trimmed-mean.js';
import type { ExactMethod } from './scoring-method.js';
import type { MethodOptions } from './method-options.js';

const trimOf = (options: MethodOptions) => options.trim ?? 1;
const minimumOf = (options: MethodOptions) => options.trimMinimum ?? 2 * trimOf(options) + 1;
const fallbackOf = (options: MethodOptions) => options.trimFallback ?? 'mean';

/** Mean without the k highest and k lowest, of sheet totals or of each criterion's scores. */
export const trimmedMeanMethod: ExactMethod = {
  kind: 'exact',
  options: ['trim', 'trimBy', 'trimMinimum', 'trimFallback'],
  worksByCriterion: (options) => options.trimBy === 'criterion',
  aggregate: (values, options) => {
    if (values.length >= minimumOf(options)) return { value: trimmedMean(values, trimOf(options)), fallback: null };
    const fallback = fallbackOf(options);
    if (fallback === 'refuse') return { value: null, fallback };
    return { value: fallback === 'mean' ? mean(values) : median(values), fallback };
  },
  // Tukey and McLaughlin's error is withheld below 2k + 3 values: fewer leave less than three untrimmed.
  errorTrim: (count, options) => {
    if (count < minimumOf(options)) return fallbackOf(options) === 'mean' && count >= 2 ? 0 : null;
    return count >= 2 * trimOf(options) + 3 ? trimOf(options) : null;
  },
};
