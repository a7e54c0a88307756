import type { ChosenFit } from './choose-reml-fit.js';
import { exactErrors } from './exact-errors.js';
import { ExactReducedSystem } from './exact-reduced-system.js';
import { levelErrors } from './level-errors.js';
import type { Factor } from './mixed-model.js';
import { sampledErrors } from './sampled-errors.js';
import type { SheetDesign } from './sheet-design.js';
import { StochasticReducedSystem } from './stochastic-reduced-system.js';
import type { PredictionErrors } from './unit-errors.js';

/** @param seed of simulated fits, where S⁻¹ is too large to form */
export function predictionErrors(
  design: SheetDesign,
  { model, search, system }: ChosenFit,
  seed: number,
): PredictionErrors {
  const place = (factor: Factor) => {
    if (model.rowFactor === factor) return 'row';
    return model.columnFactor === factor ? 'column' : null;
  };
  const errorsOf = (diagonal: Float64Array) => ({
    entries: levelErrors(model, place('entry'), design.entries.length, { diagonal, withIntercept: true }),
    judges: levelErrors(model, place('judge'), design.judges.length, { diagonal, withIntercept: false }),
  });
  if (search === null || system === null) {
    const inverse = Float64Array.of(1 / model.y.length);
    const { entries, judges } = errorsOf(new Float64Array(0));
    return { entries: exactErrors(entries, inverse), judges: exactErrors(judges, inverse) };
  }
  const { ratios } = search.point;
  if (system instanceof ExactReducedSystem) {
    const inverse = system.inverseAt(ratios);
    const { entries, judges } = errorsOf(system.diagonal);
    return { entries: exactErrors(entries, inverse), judges: exactErrors(judges, inverse) };
  }
  if (!(system instanceof StochasticReducedSystem)) throw new TypeError('unknown reduced system');
  const columnSystem = system.systemAt(ratios);
  return sampledErrors(columnSystem, errorsOf(columnSystem.rowDiagonal), seed);
}
