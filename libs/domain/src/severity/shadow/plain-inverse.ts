/**
 * Inverse of a square matrix by Gauss–Jordan elimination with partial pivoting: slow and plain on purpose, because the
 * shadow solvers must share nothing with the fast ones.
 *
 * @throws RangeError when the matrix is singular.
 */
export function plainInverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let i = column + 1; i < size; i += 1) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[best]![column]!)) best = i;
    }
    const pivotRow = rows[best]!;
    rows[best] = rows[column]!;
    rows[column] = pivotRow;
    const pivot = pivotRow[column]!;
    if (pivot === 0 || Number.isNaN(pivot)) throw new RangeError('the matrix is singular');
    for (let j = 0; j < 2 * size; j += 1) pivotRow[j] = pivotRow[j]! / pivot;
    for (const row of rows) {
      const factor = row[column]!;
      if (row === pivotRow || factor === 0) continue;
      for (let j = 0; j < 2 * size; j += 1) row[j] = row[j]! - factor * pivotRow[j]!;
    }
  }
  return rows.map((row) => row.slice(size));
}

export function plainProduct(left: readonly (readonly number[])[], right: readonly (readonly number[])[]): number[][] {
  return left.map((row) =>
    (right[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * right[k]![j]!, 0)),
  );
}
