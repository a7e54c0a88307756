import { choleskyInPlace } from '../linear-algebra/cholesky.js';

/** The Cholesky factor of H + lift · 1 1ᵀ/n, and the lift: the mean diagonal of H. */
export interface LiftedFactor {
  /** Lower triangle, row-major. */
  readonly factor: Float64Array;
  readonly lift: number;
}

/**
 * Factor of an information matrix whose null vector, without a prior, is 1: lifting that direction makes it positive
 * definite and changes no solution for a right side that sums to zero.
 *
 * @param information lower triangle, row-major; consumed
 * @returns null where it is singular to working precision
 */
export function liftedFactor(information: Float64Array, size: number): LiftedFactor | null {
  let trace = 0;
  for (let i = 0; i < size; i += 1) trace += information[i * size + i]!;
  const lift = trace / size;
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) information[i * size + j]! += lift / size;
  }
  return choleskyInPlace(information, size) ? { factor: information, lift } : null;
}
