import { choleskyInPlace } from '../linear-algebra/cholesky.js';
import type { PositiveSquare } from '../linear-algebra/positive-square.js';
import { type LevelErrors, levelProduct } from './level-errors.js';
import type { UnitErrors } from './unit-errors.js';

/** Doubles kept to make differences of many pairs cheap: 64 MiB. */
const keptDoubles = 2 ** 23;

/**
 * Prediction errors from S⁻¹ (Henderson, Best linear unbiased estimation and prediction under a selection model,
 * Biometrics 31 (1975) 423–447): own + wᵀS⁻¹w, and for two levels own_i + own_j + (w_i − w_j)ᵀS⁻¹(w_i − w_j). The whole
 * of S⁻¹ is formed when the first difference or draw is asked for.
 *
 * @param square S, factored
 */
export function exactErrors(errors: LevelErrors, square: PositiveSquare): UnitErrors {
  const { own, starts, unknowns: indices, weights } = errors;
  const forms = square.inverseForms({ starts, indices, weights });
  const form = crossForms(errors, square);
  return {
    variance: (level) => own[level]! + forms[level]!,
    differenceVariance: (i, j) => {
      if (i === j) return 0;
      // In one order, so that the difference is the same both ways; equal panels may leave a little less than nothing.
      const cross = i < j ? form(i, j) : form(j, i);
      return own[i]! + own[j]! + Math.max(0, forms[i]! + forms[j]! - 2 * cross);
    },
    draw: drawWith(errors, square),
  };
}

/** w_iᵀ S⁻¹ w_j, from a table of S⁻¹ w_j where rows are long and it has room. */
function crossForms(errors: LevelErrors, square: PositiveSquare): (i: number, j: number) => number {
  const { levels, starts, unknowns, weights } = errors;
  const { n } = square;
  let table: Float64Array | null = null;
  const makeTable = (): Float64Array => {
    const inverse = square.inverse();
    const made = new Float64Array(levels * n);
    for (let level = 0; level < levels; level += 1) {
      for (let term = starts[level]!; term < starts[level + 1]!; term += 1) {
        const row = unknowns[term]! * n;
        const weight = weights[term]!;
        for (let at = 0; at < n; at += 1) made[level * n + at]! += weight * inverse[row + at]!;
      }
    }
    return made;
  };
  if (unknowns.length > 4 * levels && levels * n <= keptDoubles) {
    return (i, j) => levelProduct(errors, i, (table ??= makeTable()), j * n);
  }
  return (i, j) => {
    const inverse = square.inverse();
    let sum = 0;
    for (let term = starts[i]!; term < starts[i + 1]!; term += 1) {
      sum += weights[term]! * levelProduct(errors, j, inverse, unknowns[term]! * n);
    }
    return sum;
  };
}

/** x = G z with G Gᵀ = S⁻¹, factored when the first draw is asked for. */
function drawWith(errors: LevelErrors, square: PositiveSquare): UnitErrors['draw'] {
  let factor: Float64Array | null = null;
  const size = square.n;
  const z = new Float64Array(size);
  const x = new Float64Array(size);
  return (normal, scale, out) => {
    if (factor === null) {
      factor = square.inverse().slice();
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
