import { ExactReducedSystem } from './exact-reduced-system.js';
import { maximiseReml, type RemlSearchLimits } from './maximise-reml.js';
import type { MixedModel } from './mixed-model.js';
import { MixedModelEquations } from './mixed-model-equations.js';
import { StochasticReducedSystem } from './stochastic-reduced-system.js';

/** Operations of one evaluation up to which a grid is searched for more than one optimum. */
const gridLimit = 40_000;
/** Columns from which a start by estimated traces spares more than it costs. */
const roughLimit = 400;
const grid = [-6, -4, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 6, 8, 10, 13];

/**
 * Points from which to search for the optimum of both variances: every local one of a coarse grid while that is cheap, for
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

function gridStarts(model: MixedModel): (readonly number[])[] {
  const equations = new MixedModelEquations(model, new ExactReducedSystem(model.incidence));
  const heights = grid.map((row) => grid.map((column) => equations.evaluate([row, column])?.criterion ?? Infinity));
  const height = (i: number, j: number) => heights[i]?.[j] ?? Infinity;
  const around = [-1, 0, 1];
  const isLowest = (i: number, j: number) =>
    around.every((down) => around.every((right) => height(i + down, j + right) >= height(i, j)));
  return grid.flatMap((row, i) => grid.flatMap((column, j) => (isLowest(i, j) ? [[row, column]] : [])));
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
