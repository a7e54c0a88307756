import type { SeverityFit, VarianceComponents } from './severity-fit.js';

/** Why a random-effects fit says less than usual; scores are finite in every case. */
export const randomEffectsLimitations = [
  /** Fewer than two sheets: scores are the totals, without errors and variances. */
  'too-few-sheets',
  /** All totals are equal: so are the scores, all variances and errors are 0. */
  'equal-totals',
  /** One entry: no variance between entries can be estimated, the score is the general mean. */
  'one-entry',
  /** One judge: no variance between judges can be estimated, the judge's effect is 0. */
  'one-judge',
  /** Every judge has one sheet: the variance between judges is part of the residual one, effects are 0. */
  'judges-not-separable',
  /** The sheets cannot tell the variances apart (every entry has one sheet, say): scores are plain means of totals. */
  'variances-not-separable',
  /** The totals are explained without any residual: its variance is 0, errors are the limit within about 1e-4. */
  'no-residual',
] as const;

export type RandomEffectsLimitation = (typeof randomEffectsLimitations)[number];

/** What `fitRandomEffects` learnt; variances, intercept and criterion are present unless a limitation takes them away. */
export interface RandomEffectsFit extends SeverityFit {
  readonly limitation: RandomEffectsLimitation | null;
  /** Standard error of each variance from the estimated traces, in its own units; null after an exact fit. */
  readonly monteCarloError: VarianceComponents | null;
}
