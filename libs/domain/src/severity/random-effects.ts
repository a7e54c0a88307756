import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { chooseRemlFit, type ChosenFit } from './choose-reml-fit.js';
import { designComponents } from './design-components.js';
import { noResidualFit } from './no-residual-fit.js';
import { plainMeansFit } from './plain-means-fit.js';
import { predictionErrors } from './prediction-errors.js';
import type { RandomEffectsFit, RandomEffectsLimitation } from './random-effects-fit.js';
import { separableFactors } from './separable-factors.js';
import type { VarianceComponents } from './severity-fit.js';
import type { SheetDesign } from './sheet-design.js';
import type { PredictionErrors } from './unit-errors.js';
import type { Factor } from './mixed-model.js';

/** Log ratios of all factors' variances to the residual one beyond which a fit without residual counts as its limit. */
const nearLimit = 13;

export interface RandomEffectsOptions {
  /** Levels of the smaller factor up to which everything is exact, in time of their cube; 3,000 unless stated. */
  readonly exactLimit?: number;
  /** Beyond it: random vectors on which the traces rest, 16 unless stated. */
  readonly probes?: number;
  /** Of the random vectors, 1 unless stated. */
  readonly seed?: number;
  /** Of the gradient, absolute; 1e-7 unless stated. */
  readonly tolerance?: number;
}

/**
 * Scores adjusted for severity by the crossed mixed model y = μ + entry + judge + e, entries, judges and e independent and
 * normal, variances by REML. A score is μ + the best linear unbiased prediction of its entry, drawn towards μ the more
 * the fewer sheets it rests on; judges' effects are predictions too (positive is lenient). Errors are prediction errors
 * and include that of μ; they take the variances as known.
 *
 * A variance at zero is reported as 0 and its factor has no effect. Up to `exactLimit` the optimum is exact: gradient of
 * −2 log REML in the logarithms of the variances at most `tolerance`. Beyond it, traces are estimated with the stated
 * `monteCarloError`, the criterion is null, and errors rest on 16 simulated fits as far as shared judges go (an entry's
 * own part is exact). Scores are finite in every case; see `limitation`.
 *
 * @param design with at least one sheet, totals finite
 */
export function fitRandomEffects(design: SheetDesign, options: RandomEffectsOptions = {}): RandomEffectsFit {
  const n = design.totals.length;
  if (n < 2) return plainMeansFit(design, 'too-few-sheets');
  if (design.totals.every((total) => total === design.totals[0])) return plainMeansFit(design, 'equal-totals');
  const { factors, limitation } = separableFactors(design);
  if (factors === null) return plainMeansFit(design, limitation ?? 'variances-not-separable');
  const exact = noResidualFit(design, factors);
  if (exact?.remlCriterion === null) return exact;
  const centre = design.totals.reduce((sum, total) => sum + total, 0) / n;
  const squares = design.totals.reduce((sum, total) => sum + (total - centre) ** 2, 0);
  const scale = Math.sqrt(squares / (n - 1));
  const y = design.totals.map((total) => (total - centre) / scale);
  const settings = {
    exactLimit: options.exactLimit ?? 3000,
    probes: options.probes ?? 16,
    seed: options.seed ?? 1,
    tolerance: options.tolerance ?? 1e-7,
  };
  const chosen = chooseRemlFit(design, y, factors, settings);
  const isExhausted = chosen.search?.boundary === 'residual';
  const fit = assemble(design, chosen, {
    centre,
    scale,
    limitation: isExhausted ? 'no-residual' : limitation,
    seed: settings.seed,
  });
  return exact !== null && isBetter(exact, fit, chosen) ? exact : fit;
}

/** Towards a residual of zero the search is slow and ends short of the limit, which is then the better answer. */
function isBetter(limit: RandomEffectsFit, fit: RandomEffectsFit, { search }: ChosenFit): boolean {
  const isNear = search !== null && search.point.logRatios.every((value) => value > nearLimit);
  const margin = isNear ? 1e-5 : 0;
  return (limit.remlCriterion ?? -Infinity) < (fit.remlCriterion ?? Infinity) + margin;
}

interface Assembly {
  readonly centre: number;
  readonly scale: number;
  readonly limitation: RandomEffectsLimitation | null;
  readonly seed: number;
}

/** Back in the units of the totals. */
function assemble(design: SheetDesign, chosen: ChosenFit, assembly: Assembly): RandomEffectsFit {
  const { centre, scale, limitation, seed } = assembly;
  const { model, search, criterion } = chosen;
  const point = search?.point ?? null;
  const intercept = point === null ? model.total / model.y.length : point.solution.intercept;
  const effects = (factor: Factor, levels: number): Float64Array => {
    if (point !== null && model.rowFactor === factor) return point.solution.row;
    return point !== null && model.columnFactor === factor ? point.solution.column : new Float64Array(levels);
  };
  const entryEffects = effects('entry', design.entries.length);
  const judgeEffects = effects('judge', design.judges.length);
  const unitVariance =
    point?.residualVariance ?? model.y.reduce((sum, value) => sum + (value - intercept) ** 2, 0) / (model.y.length - 1);
  const errors = predictionErrors(design, chosen, seed);
  const errorScale = scale * Math.sqrt(unitVariance);
  const variance = variances(chosen, limitation, unitVariance * scale * scale);
  const { entryComponent, judgeComponent } = designComponents(design);
  return {
    estimate: scoreEstimate(
      design.entries,
      entryEffects.map((effect) => centre + scale * (intercept + effect)),
      errors.entries,
      errorScale,
    ),
    judgeEffects: judgeEffects.map((effect) => scale * effect),
    judgeErrors: judgeEffects.map((_, judge) => errorScale * Math.sqrt(errors.judges.variance(judge))),
    residuals: design.totals.map(
      (total, sheet) =>
        total -
        centre -
        scale * (intercept + entryEffects[design.entryOf[sheet]!]! + judgeEffects[design.judgeOf[sheet]!]!),
    ),
    residualVariance: variance.residual,
    entryComponent,
    judgeComponent,
    variance,
    intercept: centre + scale * intercept,
    remlCriterion: criterion === null ? null : criterion + 2 * (model.y.length - 1) * Math.log(scale),
    convergence: {
      converged: search?.converged ?? true,
      iterations: search?.iterations ?? 0,
      gradient: search?.gradient ?? 0,
    },
    limitation,
    monteCarloError: monteCarloError(chosen, variance),
  };
}

function variances(
  { model, search }: ChosenFit,
  limitation: RandomEffectsLimitation | null,
  residual: number,
): VarianceComponents {
  const of = (factor: Factor) => {
    if (search === null) return 0;
    const { ratios } = search.point;
    if (model.rowFactor === factor) return residual / ratios.row;
    return model.columnFactor === factor ? residual / ratios.column : 0;
  };
  return { entry: of('entry'), judge: of('judge'), residual: limitation === 'no-residual' ? 0 : residual };
}

/** Of the variances, to first order: the error of the gradient through the inverse curvature. */
function monteCarloError({ model, search }: ChosenFit, variance: VarianceComponents): VarianceComponents | null {
  const point = search?.point;
  if (!point?.gradientError) return null;
  const [[a, b], [, c]] = point.information as [[number, number], [number, number]];
  const determinant = a * c - b * b;
  const inverse = [
    [c / determinant, -b / determinant],
    [-b / determinant, a / determinant],
  ];
  const shift = (weights: readonly number[]) => {
    const along = [0, 1].map((j) => weights[0]! * inverse[0]![j]! + weights[1]! * inverse[1]![j]!);
    const square = [0, 1].flatMap((i) => [0, 1].map((j) => along[i]! * point.gradientError![i]![j]! * along[j]!));
    return Math.sqrt(square.reduce((sum, value) => sum + value, 0));
  };
  const { row, column } = point.solution;
  // d log σ̂² / d log ratio_i = −λ_i u_iᵀu_i / ((n − 1) σ̂²).
  const residual = [row, column].map((effects, i) => {
    const energy = effects.reduce((sum, value) => sum + value * value, 0);
    return (
      (-(i === 0 ? point.ratios.row : point.ratios.column) * energy) / ((model.y.length - 1) * point.residualVariance)
    );
  });
  const ofRow = shift([1 + residual[0]!, residual[1]!]);
  const ofColumn = shift([residual[0]!, 1 + residual[1]!]);
  const isEntryRow = model.rowFactor === 'entry';
  return {
    entry: variance.entry * (isEntryRow ? ofRow : ofColumn),
    judge: variance.judge * (isEntryRow ? ofColumn : ofRow),
    residual: variance.residual * shift(residual),
  };
}

function scoreEstimate(
  entries: readonly string[],
  scores: Float64Array,
  errors: PredictionErrors['entries'],
  scale: number,
): ScoreEstimate {
  return {
    entries,
    scores,
    standardErrors: scores.map((_, entry) => scale * Math.sqrt(errors.variance(entry))),
    differenceError: (i, j) => scale * Math.sqrt(errors.differenceVariance(i, j)),
    drawErrors: (normal, out) => {
      errors.draw(normal, scale, out);
    },
  };
}
