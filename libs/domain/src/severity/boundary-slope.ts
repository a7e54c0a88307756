import type { Factor, MixedModel } from './mixed-model.js';
import { sumsByLevel } from './mixed-model.js';
import type { RemlPoint } from './mixed-model-equations.js';

/** A fit without one of the factors: of a single factor, or of none. */
export interface SmallerFit {
  readonly factor: Factor | null;
  readonly ratio: number;
  readonly residuals: Float64Array;
  readonly residualVariance: number;
}

export function smallerFit(factor: Factor, { ratios, residuals, residualVariance }: RemlPoint): SmallerFit {
  return { factor, ratio: ratios.row, residuals: residuals(), residualVariance };
}

/**
 * Slope of −2 log REML at variance zero of the factor that a fit lacks, per unit of σ²_factor/σ²:
 * σ̂² tr(Z'PZ) − |Z'e|²/σ̂², e the fit's residuals. Zero is a local optimum just where it is not negative.
 *
 * @param model of both factors
 * @param factor the one to add
 */
export function boundarySlope(model: MixedModel, factor: Factor, fit: SmallerFit): number {
  const { incidence, rowFactor, rowOf, columnOf } = model;
  const isRow = factor === rowFactor;
  const sums = sumsByLevel(fit.residuals, isRow ? rowOf : columnOf, isRow ? incidence.rows : incidence.columns);
  const squares = sums.reduce((sum, value) => sum + value * value, 0);
  return addedTrace(model, isRow, fit) - squares / fit.residualVariance;
}

/** σ² tr(Z'PZ): Z'Z less what the intercept and the other factor explain. */
function addedTrace({ incidence, y }: MixedModel, isRow: boolean, { factor, ratio }: SmallerFit): number {
  const { rows, starts, columnOf, counts, rowTotals, columnTotals } = incidence;
  const added = isRow ? rowTotals : columnTotals;
  const others = isRow ? columnTotals : rowTotals;
  if (factor === null) return added.reduce((sum, total) => sum - (total * total) / y.length, y.length);
  const rest = Float64Array.from(added);
  let trace = y.length;
  for (let row = 0; row < rows; row += 1) {
    for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) {
      const column = columnOf[cell]!;
      const other = others[isRow ? column : row]!;
      const count = counts[cell]!;
      trace -= (count * count) / (other + ratio);
      rest[isRow ? row : column]! -= (count * other) / (other + ratio);
    }
  }
  const intercept = others.reduce((sum, total) => sum + (total * ratio) / (total + ratio), 0);
  return trace - rest.reduce((sum, value) => sum + value * value, 0) / intercept;
}
