import type { FactorIncidence, FactorPair } from './factor-incidence.js';
import type { LaplacianSolver } from './laplacian-solver.js';
import type { Convergence } from './severity-fit.js';

const maximumPasses = 6;

/** Least squares of y = row + column; columns sum to zero within each component. */
export interface TwoFactorEffects {
  readonly rowEffects: Float64Array;
  readonly columnEffects: Float64Array;
  /** Of each sheet. */
  readonly residuals: Float64Array;
  readonly convergence: Convergence;
}

/**
 * Absorbs the rows, solves for the columns, recovers the rows, and repeats on the residuals until they no longer
 * shrink: what one pass loses to rounding or stops short of, the next one finds.
 */
export function solveTwoFactors(
  pair: FactorPair,
  incidence: FactorIncidence,
  y: Float64Array,
  solve: LaplacianSolver,
): TwoFactorEffects {
  const { rowOf, columnOf, rows, columns } = pair;
  const rowEffects = new Float64Array(rows);
  const columnEffects = new Float64Array(columns);
  const residuals = Float64Array.from(y);
  const b = new Float64Array(columns);
  const x = new Float64Array(columns);
  let iterations = 0;
  let start = 0;
  let last = Number.POSITIVE_INFINITY;
  for (let pass = 0; ; pass += 1) {
    absorbRows(rowOf, incidence.rowTotals, residuals, rowEffects);
    b.fill(0);
    for (let sheet = 0; sheet < y.length; sheet += 1) b[columnOf[sheet]!]! += residuals[sheet]!;
    const size = Math.sqrt(b.reduce((sum, value) => sum + value * value, 0));
    if (pass === 0) start = size;
    if (size <= 1e-14 * start || size > last / 2 || pass === maximumPasses) {
      return {
        rowEffects,
        columnEffects,
        residuals,
        convergence: { converged: size <= 1e-9 * Math.max(start, largest(y)), iterations, gradient: size },
      };
    }
    last = size;
    iterations += solve(b, x).iterations;
    for (let column = 0; column < columns; column += 1) columnEffects[column]! += x[column]!;
    for (let sheet = 0; sheet < y.length; sheet += 1) residuals[sheet]! -= x[columnOf[sheet]!]!;
  }
}

/** Moves each row's mean residual into its effect. */
function absorbRows(rowOf: Int32Array, rowTotals: Float64Array, residuals: Float64Array, rowEffects: Float64Array) {
  const means = new Float64Array(rowEffects.length);
  for (let sheet = 0; sheet < rowOf.length; sheet += 1) means[rowOf[sheet]!]! += residuals[sheet]!;
  for (let row = 0; row < means.length; row += 1) {
    means[row]! /= rowTotals[row]!;
    rowEffects[row]! += means[row]!;
  }
  for (let sheet = 0; sheet < rowOf.length; sheet += 1) residuals[sheet]! -= means[rowOf[sheet]!]!;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
