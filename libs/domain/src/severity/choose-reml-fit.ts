import { boundarySlope, type SmallerFit, smallerFit } from './boundary-slope.js';
import { ExactReducedSystem } from './exact-reduced-system.js';
import { maximiseReml, type RemlSearch } from './maximise-reml.js';
import { type Factor, mixedModel, type MixedModel } from './mixed-model.js';
import { MixedModelEquations, type RemlPoint } from './mixed-model-equations.js';
import type { ReducedSystem } from './reduced-system.js';
import { remlStarts } from './reml-starts.js';
import type { SheetDesign } from './sheet-design.js';
import { StochasticReducedSystem } from './stochastic-reduced-system.js';

/** log σ²_factor/σ² at which a variance counts as zero: with zero known to be a local optimum, and without. */
const lowestAtOptimum = -9;
const lowest = -25;
/** log σ²_factor/σ² at which the residual variance counts as zero: of one factor, of both. */
const highest = { one: 27.6, both: 18.4 } as const;
const maxIterations = 100;

export interface RemlSettings {
  readonly exactLimit: number;
  readonly probes: number;
  readonly seed: number;
  readonly tolerance: number;
}

/** The best fit over all sets of factors with a positive variance. */
export interface ChosenFit {
  readonly model: MixedModel;
  /** Null when the model has no factor. */
  readonly search: RemlSearch | null;
  /** As the last evaluation of `search` left it. */
  readonly system: ReducedSystem | null;
  /** Of the model without a factor; else that of `search`. */
  readonly criterion: number | null;
}

/**
 * Minimises −2 log REML over σ² > 0 and variances ≥ 0. Points where a variance is zero are candidates where the criterion
 * rises from there; the inner optimum is another one; the lowest wins.
 *
 * @param y standardised totals of the design, not all equal
 * @param factors whose variances can be estimated
 */
export function chooseRemlFit(
  design: SheetDesign,
  y: Float64Array,
  factors: readonly Factor[],
  settings: RemlSettings,
): ChosenFit {
  const none = fitNone(design, y);
  if (factors.length === 0) return none.chosen;
  const full = mixedModel(design, y, factors);
  const slopes = factors.map((factor) => boundarySlope(full, factor, none.smaller));
  const singles = factors.map((factor, i) => {
    const model = factors.length === 1 ? full : mixedModel(design, y, [factor]);
    return fitOne(model, isRising(slopes[i]!, y), settings);
  });
  const candidates = slopes.every((slope) => isRising(slope, y)) ? [none.chosen] : [];
  if (factors.length === 1) {
    return lowestOf([...candidates, ...singles.filter(isInner)], [none.chosen, ...singles]);
  }
  const areOptima = singles.map((single, i) => {
    const added = factors[1 - i]!;
    return isInner(single) && isRising(boundarySlope(full, added, smallerFit(factors[i]!, single.search!.point)), y);
  });
  const rowIndex = factors.indexOf(full.rowFactor!);
  // The row factor's variance is zero where the fit of the column factor alone is an optimum.
  const isZeroOptimum = [areOptima[1 - rowIndex]!, areOptima[rowIndex]!];
  const both = fitBoth(full, isZeroOptimum, [singles[rowIndex]!, singles[1 - rowIndex]!], settings);
  // From fewer factors to more: between equals the simpler one stays.
  candidates.push(...singles.filter((_, i) => areOptima[i]!), ...both.filter(isInner));
  return lowestOf(candidates, [...singles, none.chosen]);
}

/** Symmetric data may have a slope of just zero, which rounding moves to either side. */
function isRising(slope: number, y: Float64Array): boolean {
  return slope >= -1e-8 * y.length;
}

function isInner({ search }: ChosenFit): boolean {
  return search !== null && typeof search.boundary !== 'number';
}

/** A fit by estimated traces has no criterion and wins over the boundary, which it has turned away from. */
function lowestOf(candidates: readonly ChosenFit[], fallback: readonly ChosenFit[]): ChosenFit {
  const height = ({ criterion }: ChosenFit) => criterion ?? Number.NEGATIVE_INFINITY;
  const isLower = (left: number, right: number) => left < right - 1e-13 * Math.abs(right);
  const [first, ...others] = candidates.length > 0 ? candidates : fallback;
  return others.reduce((best, next) => (isLower(height(next), height(best)) ? next : best), first!);
}

function fitNone(design: SheetDesign, y: Float64Array): { chosen: ChosenFit; smaller: SmallerFit } {
  const model = mixedModel(design, y, []);
  const freedom = y.length - 1;
  const residuals = y.map((value) => value - model.total / y.length);
  const residualVariance = residuals.reduce((sum, value) => sum + value * value, 0) / freedom;
  const criterion = freedom * (Math.log(2 * Math.PI * residualVariance) + 1) + Math.log(y.length);
  return {
    chosen: { model, search: null, system: null, criterion },
    smaller: { factor: null, ratio: 0, residuals, residualVariance },
  };
}

function fitOne(model: MixedModel, isZeroOptimum: boolean, { tolerance }: RemlSettings): ChosenFit {
  const system = new ExactReducedSystem(model.incidence);
  const equations = new MixedModelEquations(model, system);
  const limits = {
    tolerance,
    maxIterations,
    lowest: [isZeroOptimum ? lowestAtOptimum : lowest],
    highest: highest.one,
  };
  const points = [-8, -6, -4, -2, 0, 2, 4, 8, 16].map((value) => equations.evaluate([value])!);
  const start = points.reduce((best, next) => (next.criterion! < best.criterion! ? next : best));
  return searched(
    equations,
    maximiseReml((at) => equations.evaluate(at), start, limits),
  );
}

function searched({ model, system }: MixedModelEquations, search: RemlSearch): ChosenFit {
  return { model, search, system, criterion: search.point.criterion };
}

/** From one start or several, by what the evaluation costs. */
function fitBoth(
  model: MixedModel,
  isZeroOptimum: readonly boolean[],
  singles: readonly ChosenFit[],
  settings: RemlSettings,
): ChosenFit[] {
  const limits = {
    tolerance: settings.tolerance,
    maxIterations,
    lowest: isZeroOptimum.map((isOptimum) => (isOptimum ? lowestAtOptimum : lowest)),
    highest: highest.both,
  };
  const guess = guessFrom(singles.map(({ search }) => search!.point));
  if (model.incidence.columns > settings.exactLimit) {
    const system = new StochasticReducedSystem(model.incidence, settings);
    const equations = new MixedModelEquations(model, system);
    const search = maximiseReml((at) => equations.evaluate(at), equations.evaluate(guess)!, limits);
    return [searched(equations, search)];
  }
  const fits: ChosenFit[] = [];
  for (const start of remlStarts(model, guess, { settings, limits })) {
    // Each fit keeps its own square, which holds the inverse at the optimum.
    const equations = new MixedModelEquations(model, new ExactReducedSystem(model.incidence));
    const search = maximiseReml((at) => equations.evaluate(at), equations.evaluate(start)!, limits);
    fits.push(searched(equations, search));
  }
  return fits;
}

/** Log ratios of both factors from fits of one at a time, each of which counts the other as residual. */
function guessFrom(points: readonly RemlPoint[]): number[] {
  const variances = points.map(({ residualVariance, ratios }) => residualVariance / ratios.row);
  const sum = points[0]!.residualVariance + variances[0]!;
  const rest = Math.max(sum - variances[0]! - variances[1]!, sum / 20);
  return variances.map((variance) => Math.min(Math.max(Math.log(variance / rest), -5), 5));
}
