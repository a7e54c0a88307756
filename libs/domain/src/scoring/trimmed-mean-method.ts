import { middleValues } from './median-method.js';
import type { MethodOptions } from './method-options.js';
import type { ExactMethod, KeptValues } from './scoring-method.js';

const trimOf = (options: MethodOptions) => options.trim ?? 1;
const minimumOf = (options: MethodOptions) => options.trimMinimum ?? 2 * trimOf(options) + 1;
/** Below it less than three values are left untrimmed. */
const fewestOf = (options: MethodOptions) => 2 * trimOf(options) + 3;
const fallbackOf = (options: MethodOptions) => options.trimFallback ?? 'mean';

function kept(count: number, options: MethodOptions): KeptValues {
  const trim = trimOf(options);
  if (count >= minimumOf(options)) {
    return { from: trim, to: count - trim, fallback: null, leavesFew: trim > 0 && count < fewestOf(options) };
  }
  const fallback = fallbackOf(options);
  if (fallback === 'refuse') return { from: 0, to: 0, fallback };
  return fallback === 'mean' ? { from: 0, to: count, fallback } : { ...middleValues(count), fallback };
}

/** Mean without the k highest and k lowest, of sheet totals or of each criterion's scores. */
export const trimmedMeanMethod: ExactMethod = {
  kind: 'exact',
  inputs: ['sheets'],
  options: ['trim', 'trimBy', 'trimMinimum', 'trimFallback'],
  worksByCriterion: (options) => options.trimBy === 'criterion',
  kept,
  // Tukey and McLaughlin's error is withheld for small panels.
  errorTrim: (count, options) => {
    if (count < minimumOf(options)) return fallbackOf(options) === 'mean' && count >= 2 ? 0 : null;
    return count >= fewestOf(options) ? trimOf(options) : null;
  },
};
