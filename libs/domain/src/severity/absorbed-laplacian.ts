import { choleskyInPlace } from '../linear-algebra/cholesky.js';
import { invertCholesky } from '../linear-algebra/invert-cholesky.js';
import { squareOfZeros } from '../linear-algebra/tile-kernel.js';
import type { FactorIncidence } from './factor-incidence.js';

/** Component of each level, numbered from 0. */
export interface Components {
  readonly of: Int32Array;
  readonly count: number;
}

/**
 * L x of the Laplacian L = D_columns − Nᵀ D_rows⁻¹ N that is left of the normal equations once the rows are absorbed.
 * Written as Σ N (x − row mean of x), which loses nothing to cancellation.
 */
export function applyLaplacian(incidence: FactorIncidence, x: Float64Array, out: Float64Array): void {
  const { rows, starts, columnOf, counts, rowTotals } = incidence;
  out.fill(0);
  for (let row = 0; row < rows; row += 1) {
    const start = starts[row]!;
    const end = starts[row + 1]!;
    let sum = 0;
    for (let cell = start; cell < end; cell += 1) sum += counts[cell]! * x[columnOf[cell]!]!;
    const mean = sum / rowTotals[row]!;
    for (let cell = start; cell < end; cell += 1) {
      const column = columnOf[cell]!;
      out[column]! += counts[cell]! * (x[column]! - mean);
    }
  }
}

/** Takes each component's mean out of a vector over the columns. */
export function centreWithinComponents(x: Float64Array, components: Components): void {
  const sums = new Float64Array(components.count);
  const sizes = new Float64Array(components.count);
  for (let i = 0; i < x.length; i += 1) {
    sums[components.of[i]!]! += x[i]!;
    sizes[components.of[i]!]! += 1;
  }
  for (let i = 0; i < x.length; i += 1) x[i]! -= sums[components.of[i]!]! / sizes[components.of[i]!]!;
}

/**
 * Cholesky factor of L + Σ α 1 1ᵀ / size over the components, positive definite because 1 spans the null space of L in
 * each; α, the mean diagonal of D, keeps it as well conditioned as L. Its inverse less 1 1ᵀ / (α size) is L⁺.
 *
 * @returns lower triangle, row-major columns × columns; null when it is singular to working precision
 */
export function laplacianFactor(incidence: FactorIncidence, components: Components): Float64Array | null {
  const { rows, columns, starts, columnOf, counts, rowTotals, columnTotals } = incidence;
  const matrix = squareOfZeros(columns);
  for (let row = 0; row < rows; row += 1) {
    const end = starts[row + 1]!;
    for (let left = starts[row]!; left < end; left += 1) {
      const base = columnOf[left]! * columns;
      const share = counts[left]! / rowTotals[row]!;
      for (let right = starts[row]!; right <= left; right += 1) {
        matrix[base + columnOf[right]!]! -= share * counts[right]!;
      }
    }
  }
  const lifts = nullSpaceLifts(incidence, components);
  for (let i = 0; i < columns; i += 1) {
    matrix[i * columns + i]! += columnTotals[i]!;
    for (let j = 0; j <= i; j += 1) {
      if (components.of[i] === components.of[j]) matrix[i * columns + j]! += lifts.added[components.of[i]!]!;
    }
  }
  return choleskyInPlace(matrix, columns) ? matrix : null;
}

/** Overwrites the factor with L⁺, both triangles; levels of different components have 0. */
export function pseudoInverseFromFactor(
  factor: Float64Array,
  incidence: FactorIncidence,
  components: Components,
): Float64Array {
  const { columns } = incidence;
  const lifts = nullSpaceLifts(incidence, components);
  invertCholesky(factor, columns);
  for (let i = 0; i < columns; i += 1) {
    for (let j = 0; j < columns; j += 1) {
      const at = i * columns + j;
      // Rounding leaves crumbs between components, where nothing is known, and of a level that is alone in its own.
      const isKnown = components.of[i] === components.of[j] && lifts.sizes[components.of[i]!]! > 1;
      factor[at] = isKnown ? factor[at]! - lifts.removed[components.of[i]!]! : 0;
    }
  }
  return factor;
}

function nullSpaceLifts({ columns, columnTotals }: FactorIncidence, components: Components) {
  const totals = new Float64Array(components.count);
  const sizes = new Float64Array(components.count);
  for (let i = 0; i < columns; i += 1) {
    totals[components.of[i]!]! += columnTotals[i]!;
    sizes[components.of[i]!]! += 1;
  }
  return {
    sizes,
    /** α / size, α = totals / size. */
    added: totals.map((total, c) => total / sizes[c]! ** 2),
    /** 1 / (α size). */
    removed: totals.map((total) => 1 / total),
  };
}
