import type { MethodOptions, ScoringMethodKey, TallyCriterion } from '#domain';
import { defaultPoints } from '#domain/scoring/positional-method';
import type { TallyReport } from './tally-report.js';
import type { TallyRequest } from './tally-request.js';

/** All options that had a part in the result, with their defaults. */
export function shownOptions(
  { method, options, uncertainty, ...request }: TallyRequest,
  criteria: readonly TallyCriterion[],
): TallyReport['options'] {
  const { missing } = options;
  const isWholeSheet = criteria.every(({ key }) => key === '');
  const { intervals, lines, confidence, draws, seed } = uncertainty;
  return {
    ...optionDefaults[method]?.(options),
    ...(missing === undefined ? {} : { missing }),
    ...(isWholeSheet ? {} : { weights: Object.fromEntries(criteria.map(({ key, factor }) => [key, factor])) }),
    ...(request.maxima === null ? {} : { maxima: Object.fromEntries(request.maxima) }),
    normaliseWeights: request.normaliseWeights,
    rounding: request.rounding,
    ties: request.ties,
    ...(intervals ? { intervals, confidence, draws, seed } : lines.length > 0 ? { confidence } : {}),
  };
}

/** Options of a method with their defaults. */
const optionDefaults: Partial<Record<ScoringMethodKey, (options: MethodOptions) => Record<string, unknown>>> = {
  'trimmed-mean': ({ trim = 1, trimBy = 'sheet', trimMinimum = 2 * trim + 1, trimFallback = 'mean' }) => ({
    trim,
    trimBy,
    trimMinimum,
    trimFallback,
  }),
  standardised: ({ ddof = 1, rescale = false }) => ({ ddof, rescale }),
  'severity-adjusted': ({ effects = 'random' }) => ({ effects }),
  positional: ({ points = defaultPoints }) => ({ points }),
  'bradley-terry': ({ prior = null }) => ({ prior }),
};
