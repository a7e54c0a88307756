import { designComponents } from './design-components.js';
import { sumsByLevel } from './mixed-model.js';
import type { RandomEffectsFit, RandomEffectsLimitation } from './random-effects-fit.js';
import type { SheetDesign } from './sheet-design.js';

/**
 * What is left to say when the model cannot be fitted: each entry's plain mean. Totals that are all equal are a fit with
 * all variances and errors 0; else there are no errors and no variances.
 */
export function plainMeansFit(design: SheetDesign, limitation: RandomEffectsLimitation): RandomEffectsFit {
  const { entries, judges, entryOf, totals } = design;
  const isEqual = limitation === 'equal-totals';
  const unknown = isEqual ? 0 : Number.NaN;
  const sums = sumsByLevel(totals, entryOf, entries.length);
  const sheets = sumsByLevel(new Float64Array(totals.length).fill(1), entryOf, entries.length);
  const scores = isEqual ? sums.fill(totals[0]!) : sums.map((sum, entry) => sum / sheets[entry]!);
  const { entryComponent, judgeComponent } = designComponents(design);
  return {
    estimate: {
      entries,
      scores,
      standardErrors: new Float64Array(entries.length).fill(unknown),
      differenceError: (i, j) => (i === j ? 0 : unknown),
      drawErrors: isEqual ? () => undefined : null,
    },
    judgeEffects: new Float64Array(judges.length),
    judgeErrors: new Float64Array(judges.length).fill(unknown),
    residuals: totals.map((total, sheet) => total - scores[entryOf[sheet]!]!),
    residualVariance: unknown,
    entryComponent,
    judgeComponent,
    variance: isEqual ? { entry: 0, judge: 0, residual: 0 } : null,
    intercept: isEqual ? totals[0]! : null,
    remlCriterion: null,
    convergence: { converged: isEqual, iterations: 0, gradient: 0 },
    limitation,
    monteCarloError: null,
  };
}
