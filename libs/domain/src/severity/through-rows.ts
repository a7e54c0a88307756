import { eightSums } from '../linear-algebra/eight-sums.js';
import type { FactorIncidence } from './factor-incidence.js';

/** Vectors side by side: one, or eight, whose sums then stay in registers. */
export type Width = 1 | 8;

/** What the rows do to vectors over the columns: out + X'W(X v − n mᵀ), X the counts, n the row totals. */
export interface ThroughRows {
  readonly incidence: FactorIncidence;
  /** Diagonal of W. */
  readonly weights: Float64Array;
  /** m, of each vector. */
  readonly means: Float64Array;
  /** Gets n'W(X v − n mᵀ) added, of each vector. */
  readonly totals: Float64Array;
}

/** Most of the time of estimated traces is spent here. */
export function addThroughRows(way: ThroughRows, v: Float64Array, out: Float64Array, width: Width): void {
  if (width === 1) addOne(way, v, out);
  else addEight(way, v, out);
}

function addOne({ incidence, weights, means, totals }: ThroughRows, v: Float64Array, out: Float64Array): void {
  const { rows, starts, columnOf, counts, rowTotals } = incidence;
  const mean = means[0]!;
  let total = 0;
  for (let row = 0; row < rows; row += 1) {
    const first = starts[row]!;
    const end = starts[row + 1]!;
    let sum = -rowTotals[row]! * mean;
    for (let cell = first; cell < end; cell += 1) sum += counts[cell]! * v[columnOf[cell]!]!;
    sum *= weights[row]!;
    total += rowTotals[row]! * sum;
    for (let cell = first; cell < end; cell += 1) out[columnOf[cell]!]! += counts[cell]! * sum;
  }
  totals[0]! += total;
}

function addEight({ incidence, weights, means, totals }: ThroughRows, v: Float64Array, out: Float64Array): void {
  const { rows, starts, columnOf: indices, counts, rowTotals } = incidence;
  const cells = { indices, weights: counts };
  const sums = new Float64Array(8);
  for (let row = 0; row < rows; row += 1) {
    const first = starts[row]!;
    const end = starts[row + 1]!;
    eightSums(cells, first, end, v, sums);
    const weight = weights[row]!;
    const own = rowTotals[row]!;
    for (let at = 0; at < 8; at += 1) {
      sums[at] = weight * (sums[at]! - own * means[at]!);
      totals[at]! += own * sums[at]!;
    }
    spreadEight(incidence, first, end, sums, out);
  }
}

function spreadEight(
  { columnOf, counts }: FactorIncidence,
  first: number,
  end: number,
  sums: Float64Array,
  out: Float64Array,
): void {
  const s0 = sums[0]!;
  const s1 = sums[1]!;
  const s2 = sums[2]!;
  const s3 = sums[3]!;
  const s4 = sums[4]!;
  const s5 = sums[5]!;
  const s6 = sums[6]!;
  const s7 = sums[7]!;
  for (let cell = first; cell < end; cell += 1) {
    const at = columnOf[cell]! * 8;
    const count = counts[cell]!;
    out[at]! += count * s0;
    out[at + 1]! += count * s1;
    out[at + 2]! += count * s2;
    out[at + 3]! += count * s3;
    out[at + 4]! += count * s4;
    out[at + 5]! += count * s5;
    out[at + 6]! += count * s6;
    out[at + 7]! += count * s7;
  }
}
