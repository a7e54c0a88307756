import { additiveEffects } from './additive-effects.js';
import { designComponents, type DesignComponents } from './design-components.js';
import { componentShifts, type ComponentShifts } from './component-shifts.js';
import type { Factor } from './mixed-model.js';
import type { RandomEffectsFit } from './random-effects-fit.js';
import type { SheetDesign } from './sheet-design.js';

/** One value a level, when the totals are nothing but that. */
interface ConstantLevels {
  readonly values: Float64Array;
  readonly mean: number;
  readonly variance: number;
}

/**
 * The limit of the random-effects fit at residual variance zero, when entries and judges (or one factor alone) explain the
 * totals exactly. Without redundant sheets the criterion is finite there and the limit is a candidate like any other; with
 * them it is unbounded, which makes the limit the fit. Null when some residual is needed.
 *
 * @param design of at least two sheets, totals not all equal
 * @param factors whose variances can be told apart
 */
export function noResidualFit(design: SheetDesign, factors: readonly Factor[]): RandomEffectsFit | null {
  const byEntry = factors.includes('entry') ? constantLevels(design.totals, design.entryOf, design.entries) : null;
  const byJudge = factors.includes('judge') ? constantLevels(design.totals, design.judgeOf, design.judges) : null;
  // The fewer levels explain the totals, the steeper the criterion falls.
  if (byEntry && (byJudge === null || design.entries.length <= design.judges.length)) return entryFit(design, byEntry);
  if (byJudge) return judgeFit(design, byJudge);
  if (factors.length < 2) return null;
  const components = designComponents(design);
  const effects = additiveEffects(design, components);
  if (effects === null) return null;
  const shifts = componentShifts(effects, components);
  const redundant = design.totals.length - design.entries.length - design.judges.length + components.count;
  const scores = effects.entries.map((value, entry) => value + shifts.shift[components.entryComponent[entry]!]!);
  return {
    ...shiftFit(design, scores, { components, shifts }),
    judgeEffects: effects.judges.map((value, judge) => value - shifts.shift[components.judgeComponent[judge]!]!),
    judgeErrors: Float64Array.from(components.judgeComponent, (component) =>
      Math.sqrt(shifts.covariance(component, component)),
    ),
    variance: { entry: shifts.entryVariance, judge: shifts.judgeVariance, residual: 0 },
    intercept: shifts.intercept,
    remlCriterion: redundant > 0 ? null : shifts.criterion,
  };
}

/** Null when the totals of some level differ, by more than their own rounding. */
function constantLevels(totals: Float64Array, of: Int32Array, { length }: readonly string[]): ConstantLevels | null {
  const values = new Float64Array(length).fill(Number.NaN);
  for (let sheet = 0; sheet < of.length; sheet += 1) {
    const level = of[sheet]!;
    const total = totals[sheet]!;
    const value = values[level]!;
    if (Number.isNaN(value)) values[level] = total;
    else if (Math.abs(total - value) > 8 * Number.EPSILON * Math.abs(value)) return null;
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (length - 1);
  return { values, mean, variance };
}

/** Judges agree on every entry. */
function entryFit(design: SheetDesign, { values, mean, variance }: ConstantLevels): RandomEffectsFit {
  return {
    ...shiftFit(design, values, null),
    variance: { entry: variance, judge: 0, residual: 0 },
    intercept: mean,
  };
}

/** Every judge gives all entries the same: they do not differ, their common mean is as uncertain as the judges. */
function judgeFit(design: SheetDesign, { values, mean, variance }: ConstantLevels): RandomEffectsFit {
  const error = Math.sqrt(variance / values.length);
  const fit = shiftFit(design, new Float64Array(design.entries.length).fill(mean), null);
  return {
    ...fit,
    estimate: {
      ...fit.estimate,
      standardErrors: fit.estimate.standardErrors.fill(error),
      drawErrors: (normal, out) => {
        const shift = error * normal();
        for (let entry = 0; entry < out.length; entry += 1) out[entry]! += shift;
      },
    },
    judgeEffects: values.map((value) => value - mean),
    judgeErrors: fit.judgeErrors.fill(error),
    variance: { entry: 0, judge: variance, residual: 0 },
    intercept: mean,
  };
}

/** Scores that are certain but for one shift of each component; null for none. */
function shiftFit(
  design: SheetDesign,
  scores: Float64Array,
  uncertain: { readonly components: DesignComponents; readonly shifts: ComponentShifts } | null,
): RandomEffectsFit {
  const { entryComponent, judgeComponent } = designComponents(design);
  const covariance = (c: number, d: number) => uncertain?.shifts.covariance(c, d) ?? 0;
  return {
    estimate: {
      entries: design.entries,
      scores,
      standardErrors: Float64Array.from(entryComponent, (component) => Math.sqrt(covariance(component, component))),
      differenceError: (i, j) => {
        const [c, d] = [entryComponent[i]!, entryComponent[j]!];
        return c === d ? 0 : Math.sqrt(covariance(c, c) + covariance(d, d) - 2 * covariance(c, d));
      },
      drawErrors: (normal, out) => {
        if (uncertain === null) return;
        const shifts = uncertain.shifts.draw(normal);
        for (let entry = 0; entry < out.length; entry += 1) out[entry]! += shifts[entryComponent[entry]!]!;
      },
    },
    judgeEffects: new Float64Array(design.judges.length),
    judgeErrors: new Float64Array(design.judges.length),
    residuals: new Float64Array(design.totals.length),
    residualVariance: 0,
    entryComponent,
    judgeComponent,
    variance: null,
    intercept: null,
    remlCriterion: null,
    convergence: { converged: true, iterations: 0, gradient: 0 },
    limitation: 'no-residual',
    monteCarloError: null,
  };
}
