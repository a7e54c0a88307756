import { choleskyInPlace } from '../linear-algebra/cholesky.js';
import { type LevelErrors, levelProduct } from './level-errors.js';
import type { UnitErrors } from './unit-errors.js';

/** Doubles kept to make differences of many pairs cheap: 64 MiB. */
const keptDoubles = 2 ** 23;

/**
 * Prediction errors from S⁻¹ (Henderson, Best linear unbiased estimation and prediction under a selection model,
 * Biometrics 31 (1975) 423–447): own + wᵀS⁻¹w, and for two levels own_i + own_j + (w_i − w_j)ᵀS⁻¹(w_i − w_j).
 *
 * @param inverse S⁻¹, row-major, both triangles
 */
export function exactErrors(errors: LevelErrors, inverse: Float64Array): UnitErrors {
  const size = Math.round(Math.sqrt(inverse.length));
  const { levels, own, starts, unknowns, weights } = errors;
  /** S⁻¹ w_j, added to `out` at `base`. */
  const spread = (j: number, out: Float64Array, base: number) => {
    for (let term = starts[j]!; term < starts[j + 1]!; term += 1) {
      const row = unknowns[term]! * size;
      const weight = weights[term]!;
      for (let at = 0; at < size; at += 1) out[base + at]! += weight * inverse[row + at]!;
    }
  };
  const plainForm = (i: number, j: number) => {
    let sum = 0;
    for (let term = starts[i]!; term < starts[i + 1]!; term += 1) {
      sum += weights[term]! * levelProduct(errors, j, inverse, unknowns[term]! * size);
    }
    return sum;
  };
  let table: Float64Array | null = null;
  const form = (i: number, j: number) => {
    const terms = starts[j + 1]! - starts[j]!;
    if (terms <= 4 || levels * size > keptDoubles) return plainForm(i, j);
    if (table === null) {
      table = new Float64Array(levels * size);
      for (let level = 0; level < levels; level += 1) spread(level, table, level * size);
    }
    return levelProduct(errors, i, table, j * size);
  };
  const forms = Float64Array.from({ length: levels }, (_, level) => plainForm(level, level));
  const variance = (level: number) => own[level]! + forms[level]!;
  return {
    variance,
    differenceVariance: (i, j) => {
      if (i === j) return 0;
      // In one order, so that the difference is the same both ways; equal panels may leave a little less than nothing.
      const cross = i < j ? form(i, j) : form(j, i);
      return own[i]! + own[j]! + Math.max(0, forms[i]! + forms[j]! - 2 * cross);
    },
    draw: drawWith(errors, inverse, size),
  };
}

/** x = G z with G Gᵀ = S⁻¹, factored when the first draw is asked for. */
function drawWith(errors: LevelErrors, inverse: Float64Array, size: number): UnitErrors['draw'] {
  let factor: Float64Array | null = null;
  const z = new Float64Array(size);
  const x = new Float64Array(size);
  return (normal, scale, out) => {
    if (factor === null) {
      factor = inverse.slice();
      choleskyInPlace(factor, size);
    }
    for (let at = 0; at < size; at += 1) z[at] = normal();
    for (let row = 0; row < size; row += 1) {
      let sum = 0;
      for (let at = 0; at <= row; at += 1) sum += factor[row * size + at]! * z[at]!;
      x[row] = sum;
    }
    for (let level = 0; level < errors.levels; level += 1) {
      const own = errors.own[level]!;
      const ownPart = own > 0 ? Math.sqrt(own) * normal() : 0;
      out[level]! += scale * (ownPart + levelProduct(errors, level, x));
    }
  };
}
