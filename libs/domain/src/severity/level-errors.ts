import type { MixedModel } from './mixed-model.js';

/**
 * Prediction errors of levels as sums: error = √own · z + Σ weight · x over the reduced system's unknowns (columns, then
 * intercept), z standard normal and x normal with covariance S⁻¹, in units of σ. Rows have the conditional part 1/d.
 */
export interface LevelErrors {
  readonly levels: number;
  readonly own: Float64Array;
  /** The terms of level i are `starts[i]` to `starts[i + 1] − 1`. */
  readonly starts: Int32Array;
  readonly unknowns: Int32Array;
  readonly weights: Float64Array;
}

/**
 * @param factor of the levels; null for levels that the model says do not differ
 * @param withIntercept errors of μ + effect, not of the effect alone
 */
export function levelErrors(
  { incidence }: MixedModel,
  factor: 'row' | 'column' | null,
  levels: number,
  { diagonal, withIntercept }: { readonly diagonal: Float64Array; readonly withIntercept: boolean },
): LevelErrors {
  const { columns } = incidence;
  if (factor === 'row') return rowErrors(incidence, diagonal, withIntercept);
  const terms = (factor === 'column' ? 1 : 0) + (withIntercept ? 1 : 0);
  const unknowns = new Int32Array(levels * terms);
  for (let level = 0; level < levels; level += 1) {
    if (factor === 'column') unknowns[level * terms] = level;
    if (withIntercept) unknowns[(level + 1) * terms - 1] = columns;
  }
  return {
    levels,
    own: new Float64Array(levels),
    starts: Int32Array.from({ length: levels + 1 }, (_, level) => level * terms),
    unknowns,
    weights: new Float64Array(levels * terms).fill(1),
  };
}

/** A row's effect given the others is off by −Σ count · x / d and by its own part, of variance 1/d. */
function rowErrors(
  { rows, columns, starts, columnOf, counts, rowTotals }: MixedModel['incidence'],
  diagonal: Float64Array,
  withIntercept: boolean,
): LevelErrors {
  const unknowns = new Int32Array(columnOf.length + rows);
  const weights = new Float64Array(columnOf.length + rows);
  for (let row = 0; row < rows; row += 1) {
    const shift = row;
    for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) {
      unknowns[cell + shift] = columnOf[cell]!;
      weights[cell + shift] = -counts[cell]! / diagonal[row]!;
    }
    unknowns[starts[row + 1]! + shift] = columns;
    weights[starts[row + 1]! + shift] = (withIntercept ? 1 : 0) - rowTotals[row]! / diagonal[row]!;
  }
  return {
    levels: rows,
    own: diagonal.map((value) => 1 / value),
    starts: starts.map((start, row) => start + row),
    unknowns,
    weights,
  };
}

/** Σ weight · x of one level; x interleaved when there are several vectors. */
export function levelProduct(
  { starts, unknowns, weights }: LevelErrors,
  level: number,
  x: Float64Array,
  base = 0,
): number {
  let sum = 0;
  for (let term = starts[level]!; term < starts[level + 1]!; term += 1) {
    sum += weights[term]! * x[base + unknowns[term]!]!;
  }
  return sum;
}
