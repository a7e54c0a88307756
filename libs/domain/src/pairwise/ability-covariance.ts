import { invertCholesky } from '../linear-algebra/invert-cholesky.js';
import { solveTransposed } from '../linear-algebra/solve-transposed.js';
import { liftedFactor } from './lifted-factor.js';

/** Uncertainty of abilities that sum to zero. */
export interface AbilityCovariance {
  /** Row-major, both triangles. */
  readonly matrix: Float64Array;
  /** Adds one draw of all errors to `out`. */
  readonly draw: (normal: () => number, out: Float64Array) => void;
}

/**
 * Pseudo-inverse of the information H, whose null vector without a prior is 1: (H + α 1 1ᵀ/n)⁻¹ less its part along 1, α
 * the mean diagonal. With a prior the same takes the uncertainty of the mean out, of which abilities know nothing.
 *
 * @param information makes the lower triangle of H, row-major, anew at each call
 * @param precision eigenvalue of H along 1: 1/sd² of the prior, 0 without one
 * @returns null where H is singular to working precision
 */
export function abilityCovariance(
  information: () => Float64Array,
  size: number,
  precision: number,
): AbilityCovariance | null {
  const lifted = liftedFactor(information(), size);
  if (lifted === null) return null;
  const { factor: matrix, lift } = lifted;
  invertCholesky(matrix, size);
  const along = 1 / (size * (lift + precision));
  for (let at = 0; at < matrix.length; at += 1) matrix[at]! -= along;
  let factor: Float64Array | null = null;
  const errors = new Float64Array(size);
  return {
    matrix,
    draw: (normal, out) => {
      factor ??= liftedFactor(information(), size)?.factor ?? null;
      if (factor === null) return;
      for (let i = 0; i < size; i += 1) errors[i] = normal();
      solveTransposed(factor, size, errors);
      const mean = errors.reduce((sum, error) => sum + error, 0) / size;
      for (let i = 0; i < size; i += 1) out[i]! += errors[i]! - mean;
    },
  };
}
