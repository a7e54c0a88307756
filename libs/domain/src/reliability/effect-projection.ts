import type { SheetDesign } from '../severity/sheet-design.js';
import { type AbsorbedDesign, absorbedDesign } from './absorbed-design.js';
import { keptInverse } from './kept-inverse.js';

/**
 * M, the projection that takes entry and judge effects out of a vector over the sheets, and what it leaves of the
 * totals. Statistics of judges rest on it whatever method made the scores: residuals of shrunken effects would still
 * hold a part of them.
 */
export interface EffectProjection {
  /** Residuals M y of the totals, in the design's order. */
  readonly residuals: Float64Array;
  /** Diagonal of M, from 0 to 1: a residual's variance over that of an error. */
  readonly freedoms: Float64Array;
  /** Sheets − entries − judges + components. */
  readonly degreesOfFreedom: number;
  /** Σ residual². */
  readonly residualSquares: number;
  /**
   * M x for a variable that is zero on all but a few sheets.
   *
   * @param sheets where x is given, each once
   * @param values x there
   * @returns `values` of M x on the same sheets, and `square` = xᵀM x
   */
  readonly reduced: (
    sheets: Int32Array,
    values: Float64Array,
  ) => { readonly values: Float64Array; readonly square: number };
}

/**
 * Most entries or judges (whichever are fewer) for which the projection is computed: a square of 8 n² bytes (72 MB).
 */
export const projectionLimit = 3000;

/**
 * Least squares on entry and judge effects with the larger factor absorbed. O(kept³ + Σ sheets an absorbed node²).
 *
 * @returns null where both factors exceed `projectionLimit`
 */
export function effectProjection(design: SheetDesign): EffectProjection | null {
  const index = absorbedDesign(design);
  if (index.keptCount > projectionLimit) return null;
  const inverse = keptInverse(index);
  const sheets = Int32Array.from(design.totals, (_, sheet) => sheet);
  const general = design.totals.reduce((sum, total) => sum + total, 0) / design.totals.length;
  const centred = design.totals.map((total) => total - general);
  const reduce = (at: Int32Array, values: Float64Array) => reducedVariable(index, inverse, at, values);
  // Twice, because the first pass leaves what was rounded off the effects.
  const residuals = reduce(sheets, reduce(sheets, centred).values).values;
  const squares = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  const size = design.totals.reduce((most, total) => Math.max(most, Math.abs(total)), 0);
  // Totals that fit exactly leave rounding only, in which nothing is to be read.
  const isExact = squares <= design.totals.length * (64 * Number.EPSILON * size) ** 2;
  const { keptCount, absorbedCount, componentSizes } = index;
  return {
    residuals: isExact ? new Float64Array(residuals.length) : residuals,
    freedoms: diagonal(index, inverse),
    degreesOfFreedom: design.totals.length - keptCount - absorbedCount + componentSizes.length,
    residualSquares: isExact ? 0 : squares,
    reduced: reduce,
  };
}

/**
 * With x̄_a the mean of x over absorbed node a: s = L⁺(Σ_sheets x − x̄_a), M x = x − x̄_a − (s − mean of s over a).
 */
function reducedVariable(index: AbsorbedDesign, inverse: Float64Array, sheets: Int32Array, values: Float64Array) {
  const { keptCount, absorbedCount, keptOf, absorbedOf, absorbedStart, sheetsByAbsorbed } = index;
  const right = new Float64Array(keptCount);
  const means = new Float64Array(absorbedCount);
  const isTouched = new Uint8Array(absorbedCount);
  for (let at = 0; at < sheets.length; at += 1) {
    const node = absorbedOf[sheets[at]!]!;
    isTouched[node] = 1;
    means[node]! += values[at]! / (absorbedStart[node + 1]! - absorbedStart[node]!);
    right[keptOf[sheets[at]!]!]! += values[at]!;
  }
  for (let node = 0; node < absorbedCount; node += 1) {
    if (isTouched[node] === 0) continue;
    const mean = means[node]!;
    for (let at = absorbedStart[node]!; at < absorbedStart[node + 1]!; at += 1) {
      right[keptOf[sheetsByAbsorbed[at]!]!]! -= mean;
    }
  }
  const effects = product(inverse, right);
  for (let node = 0; node < absorbedCount; node += 1) {
    if (isTouched[node] === 0) continue;
    let sum = 0;
    for (let at = absorbedStart[node]!; at < absorbedStart[node + 1]!; at += 1) {
      sum += effects[keptOf[sheetsByAbsorbed[at]!]!]!;
    }
    means[node]! -= sum / (absorbedStart[node + 1]! - absorbedStart[node]!);
  }
  const left = new Float64Array(sheets.length);
  let square = 0;
  for (let at = 0; at < sheets.length; at += 1) {
    const value = values[at]! - means[absorbedOf[sheets[at]!]!]! - effects[keptOf[sheets[at]!]!]!;
    left[at] = value;
    square += value * values[at]!;
  }
  return { values: left, square };
}

/** Skips the zeros of the vector: a variable on few sheets touches few kept nodes. */
function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  const out = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    const value = vector[i]!;
    if (value === 0) continue;
    const row = i * n;
    for (let j = 0; j < n; j += 1) out[j]! += value * matrix[row + j]!;
  }
  return out;
}

/** M_ss = 1 − 1/n_a − (δ_k − m_a)ᵀL⁺(δ_k − m_a), m_a the kept nodes of a over its sheets, each 1/n_a. */
function diagonal(index: AbsorbedDesign, inverse: Float64Array): Float64Array {
  const { keptCount: n, absorbedCount, keptOf, absorbedStart, sheetsByAbsorbed } = index;
  const freedoms = new Float64Array(keptOf.length);
  for (let node = 0; node < absorbedCount; node += 1) {
    const nodeSheets = sheetsByAbsorbed.subarray(absorbedStart[node], absorbedStart[node + 1]);
    const nodes = nodeSheets.map((sheet) => keptOf[sheet]!);
    const rowMeans = Float64Array.from(nodes, (row) => {
      let sum = 0;
      for (const column of nodes) sum += inverse[row * n + column]!;
      return sum / nodes.length;
    });
    const both = rowMeans.reduce((sum, value) => sum + value, 0) / nodes.length;
    nodes.forEach((kept, at) => {
      const used = inverse[kept * n + kept]! - 2 * rowMeans[at]! + both;
      freedoms[nodeSheets[at]!] = Math.max(0, 1 - 1 / nodes.length - used);
    });
  }
  return freedoms;
}
