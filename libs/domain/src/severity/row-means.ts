import type { FactorIncidence } from './factor-incidence.js';

/** m_rowᵀ x, m_row the row of N over its total: the mean of x over a row's sheets. */
export function rowMean(
  { starts, columnOf, counts, rowTotals }: FactorIncidence,
  row: number,
  x: Float64Array,
): number {
  let sum = 0;
  for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) sum += counts[cell]! * x[columnOf[cell]!]!;
  return sum / rowTotals[row]!;
}

/** m_leftᵀ G m_right of a symmetric matrix over the columns, row-major. */
export function rowMeanForm(incidence: FactorIncidence, matrix: Float64Array, left: number, right: number): number {
  const { starts, columnOf, counts, columns, rowTotals } = incidence;
  let sum = 0;
  for (let cell = starts[left]!; cell < starts[left + 1]!; cell += 1) {
    const base = columnOf[cell]! * columns;
    let inner = 0;
    for (let at = starts[right]!; at < starts[right + 1]!; at += 1) {
      inner += counts[at]! * matrix[base + columnOf[at]!]!;
    }
    sum += counts[cell]! * inner;
  }
  return sum / (rowTotals[left]! * rowTotals[right]!);
}
