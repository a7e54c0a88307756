import { ExactReducedSystem } from './exact-reduced-system.js';
import { maximiseReml, type RemlSearchLimits } from './maximise-reml.js';
import type { MixedModel } from './mixed-model.js';
import { MixedModelEquations } from './mixed-model-equations.js';
import { StochasticReducedSystem } from './stochastic-reduced-system.js';

/** Operations of one evaluation up to which a grid is searched for more than one optimum. */
const gridLimit = 40_000;
/** Columns from which a start by estimated traces spares more than it costs. */
const roughLimit = 400;
/** Height above the lowest point, in −2 log REML, to which a start is worth its search. */
const valleyDepth = 2;
const grid = [-6, -4, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 6, 8, 10, 13];

/**
 * Points from which to search for the optimum of both variances: several of a coarse grid while that is cheap, for
 * small designs may have several; one by estimated traces where an exact evaluation is dear.
 */
export function remlStarts(
  model: MixedModel,
  guess: readonly number[],
  { settings, limits }: { readonly settings: { readonly seed: number }; readonly limits: RemlSearchLimits },
): (readonly number[])[] {
  const { columns, rows, starts } = model.incidence;
  let products = columns ** 3;
  for (let row = 0; row < rows; row += 1) products += (starts[row + 1]! - starts[row]!) ** 2;
  if (products <= gridLimit) return [...gridStarts(model), guess];
  return columns >= roughLimit ? [roughStart(model, guess, settings.seed, limits)] : [guess];
}

/** Two optima may lie in one bent valley with little between them, so each row of the grid sends a start from its lowest. */
function gridStarts(model: MixedModel): (readonly number[])[] {
  const equations = new MixedModelEquations(model, new ExactReducedSystem(model.incidence));
  const lowest = grid.map((row) => {
    const points = grid.map((column) => ({
      at: [row, column],
      height: equations.evaluate([row, column])?.criterion ?? Infinity,
    }));
    return points.reduce((best, next) => (next.height < best.height ? next : best));
  });
  const bottom = Math.min(...lowest.map(({ height }) => height));
  return lowest.filter(({ height }) => height <= bottom + valleyDepth).map(({ at }) => at);
}

function roughStart(
  model: MixedModel,
  guess: readonly number[],
  seed: number,
  limits: RemlSearchLimits,
): readonly number[] {
  const system = new StochasticReducedSystem(model.incidence, { probes: 8, seed });
  const equations = new MixedModelEquations(model, system);
  const { point } = maximiseReml((at) => equations.evaluate(at), equations.evaluate(guess)!, {
    ...limits,
    maxIterations: 12,
  });
  return point.logRatios.map((value) => Math.max(value, -7));
}
