import { choleskyInPlace } from '../linear-algebra/cholesky.js';
import { invertCholesky } from '../linear-algebra/invert-cholesky.js';
import type { AbsorbedDesign } from './absorbed-design.js';

/**
 * Inverse of L + Σ_c 1_c 1_cᵀ, row-major, where L = D − NᵀA⁻¹N is the Laplacian that is left over the kept factor once
 * the other is absorbed, and 1_c marks a component: on right sides that sum to zero within each component it acts as the
 * pseudo-inverse L⁺. O(kept³) time, kept² memory.
 *
 * @throws RangeError where rounding leaves L without its rank
 */
export function keptInverse(design: AbsorbedDesign): Float64Array {
  const { keptCount: n, absorbedCount, keptOf, absorbedStart, sheetsByAbsorbed, componentOf } = design;
  const matrix = new Float64Array(n * n);
  for (const node of keptOf) matrix[node * n + node]! += 1;
  for (let node = 0; node < absorbedCount; node += 1) {
    const [start, end] = [absorbedStart[node]!, absorbedStart[node + 1]!];
    const share = 1 / (end - start);
    for (let i = start; i < end; i += 1) {
      const row = keptOf[sheetsByAbsorbed[i]!]! * n;
      for (let j = start; j < end; j += 1) matrix[row + keptOf[sheetsByAbsorbed[j]!]!]! -= share;
    }
  }
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) if (componentOf[i] === componentOf[j]) matrix[i * n + j]! += 1;
  }
  if (!choleskyInPlace(matrix, n)) throw new RangeError('the design is singular beyond its components');
  invertCholesky(matrix, n);
  return matrix;
}
