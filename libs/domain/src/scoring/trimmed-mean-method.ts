import { mean } from '../statistics/mean.js';
import { median } from '../statistics/median.js';
import { trimmedMean } from '../statistics/trimmed-mean.js';
import type { ExactMethod } from './scoring-method.js';
import type { MethodOptions } from './method-options.js';

const trimOf = (options: MethodOptions) => options.trim ?? 1;
const minimumOf = (options: MethodOptions) => options.trimMinimum ?? 2 * trimOf(options) + 1;
/** Below it less than three values are left untrimmed. */
const fewestOf = (options: MethodOptions) => 2 * trimOf(options) + 3;
const fallbackOf = (options: MethodOptions) => options.trimFallback ?? 'mean';

/** Mean without the k highest and k lowest, of sheet totals or of each criterion's scores. */
export const trimmedMeanMethod: ExactMethod = {
  kind: 'exact',
  inputs: ['sheets'],
  options: ['trim', 'trimBy', 'trimMinimum', 'trimFallback'],
  worksByCriterion: (options) => options.trimBy === 'criterion',
  aggregate: (values, options) => {
    const trim = trimOf(options);
    if (values.length >= minimumOf(options)) {
      const leavesFew = trim > 0 && values.length < fewestOf(options);
      return { value: trimmedMean(values, trim), fallback: null, leavesFew };
    }
    const fallback = fallbackOf(options);
    if (fallback === 'refuse') return { value: null, fallback };
    return { value: fallback === 'mean' ? mean(values) : median(values), fallback };
  },
  // Tukey and McLaughlin's error is withheld for small panels.
  errorTrim: (count, options) => {
    if (count < minimumOf(options)) return fallbackOf(options) === 'mean' && count >= 2 ? 0 : null;
    return count >= fewestOf(options) ? trimOf(options) : null;
  },
};
