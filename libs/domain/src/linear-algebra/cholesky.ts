import { TiledMatrix, tileSize } from './tiled-matrix.js';

/**
 * Dense symmetric positive definite systems, row-major, for the few thousand unknowns that are left once the larger
 * factor of a model is absorbed. Own code because the libraries of the ecosystem are plain triple loops, five times
 * slower at this size, and there is no dense LAPACK in WebAssembly worth shipping to browsers. Blocks keep the rows in
 * use within the cache, tiles of 4 × 4 keep sums in registers (Golub and Van Loan, Matrix Computations, 4.2.9); a square
 * of `squareOfZeros` is worked on by vector instructions, to the same bits.
 */
const blockSize = 64;
const chunkSize = 256;

/**
 * Overwrites the lower triangle of a symmetric matrix with its Cholesky factor L, A = L Lᵀ. Only the lower triangle is
 * read; what lies above the diagonal is left alone.
 *
 * @param a row-major n × n
 * @returns false when the matrix is not positive definite to working precision; `a` is spoilt then
 */
export function choleskyInPlace(a: Float64Array, n: number): boolean {
  const matrix = new TiledMatrix(a, n);
  for (let start = 0; start < n; start += blockSize) {
    const end = Math.min(start + blockSize, n);
    for (let from = 0; from < start; from += chunkSize) {
      const to = Math.min(from + chunkSize, start);
      for (let i = start; i < n; i += tileSize) {
        for (let j = start; j < end && j <= i; j += tileSize) matrix.subtractProducts(i, j, from, to, true);
      }
    }
    for (let i = start; i < n; i += tileSize) {
      for (let j = start; j < end && j <= i; j += tileSize) {
        matrix.subtractProducts(i, j, start, j, true);
        if (!finishTile(matrix, i, j)) return false;
      }
    }
  }
  return true;
}

/** Solves for the four columns of a tile, once the products of all columns before them are subtracted. */
function finishTile(matrix: TiledMatrix, i: number, j: number): boolean {
  const { a, n } = matrix;
  for (let row = i; row < i + tileSize && row < n; row += 1) {
    for (let column = j; column < j + tileSize && column <= row; column += 1) {
      const at = row * n + column;
      const value = a[at]! - matrix.rowProduct(row, column, j, column);
      if (column < row) {
        a[at] = value / a[column * n + column]!;
        continue;
      }
      // Not `value <= 0`, which would let NaN through.
      if (!(value > Number.EPSILON * Number.EPSILON * a[at]!)) return false;
      a[at] = Math.sqrt(value);
    }
  }
  return true;
}

/**
 * Overwrites b with the solution of A x = b.
 *
 * @param l the factor of `choleskyInPlace`
 * @param b n values
 */
export function solveCholesky(l: Float64Array, n: number, b: Float64Array): void {
  solveLower(l, n, b);
  for (let i = n - 1; i >= 0; i -= 1) {
    const value = b[i]! / l[i * n + i]!;
    b[i] = value;
    const row = i * n;
    for (let k = 0; k < i; k += 1) b[k]! -= value * l[row + k]!;
  }
}

/** Overwrites b with the solution of L x = b: of covariance A⁻¹'s square root, xᵀx = bᵀ A⁻¹ b. */
export function solveLower(l: Float64Array, n: number, b: Float64Array): void {
  for (let i = 0; i < n; i += 1) {
    const row = i * n;
    let sum = b[i]!;
    for (let k = 0; k < i; k += 1) sum -= l[row + k]! * b[k]!;
    b[i] = sum / l[row + i]!;
  }
}

/** log |A| of a matrix with the factor L. */
export function logDeterminant(l: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += Math.log(l[i * n + i]!);
  return 2 * sum;
}
