export type PlainMatrix = number[][];

/** Inverse and log determinant of a symmetric matrix by Gauss and Jordan; null unless it is positive definite. */
export function plainPositiveInverse(
  matrix: readonly (readonly number[])[],
): { readonly inverse: PlainMatrix; readonly logDeterminant: number } | null {
  const rows = matrix.map((row) => [...row]);
  const n = rows.length;
  let logDeterminant = 0;
  for (let k = 0; k < n; k += 1) {
    const pivotRow = rows[k]!;
    const pivot = pivotRow[k]!;
    // Relative to what stood there: less is rounding.
    if (!(pivot > 1e-14 * matrix[k]![k]!)) return null;
    logDeterminant += Math.log(pivot);
    pivotRow[k] = 1;
    for (let j = 0; j < n; j += 1) pivotRow[j]! /= pivot;
    for (let i = 0; i < n; i += 1) {
      if (i === k) continue;
      const row = rows[i]!;
      const share = row[k]!;
      row[k] = 0;
      for (let j = 0; j < n; j += 1) row[j]! -= share * pivotRow[j]!;
    }
  }
  return { inverse: rows, logDeterminant };
}
