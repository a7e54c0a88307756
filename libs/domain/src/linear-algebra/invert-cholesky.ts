import { TiledMatrix, tileSize } from './tiled-matrix.js';

const blockSize = 64;
const chunkSize = 256;

/**
 * Overwrites the factor of `choleskyInPlace` with the whole inverse of A, both triangles, without a second square:
 * U = L⁻ᵀ grows in the upper triangle by the rows of U Lᵀ = I, then A⁻¹ = U Uᵀ replaces L in the lower one.
 *
 * @param l row-major n × n
 */
export function invertCholesky(l: Float64Array, n: number): void {
  const diagonal = new Float64Array(n);
  for (let i = 0; i < n; i += 1) diagonal[i] = 1 / l[i * n + i]!;
  const matrix = new TiledMatrix(l, n);
  transposedInverse(matrix, diagonal);
  for (let i = 0; i < n; i += 1) l.fill(0, i * n, i * n + i + 1);
  multiplyByTranspose(matrix, diagonal);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      const value = -l[i * n + j]!;
      l[i * n + j] = value;
      l[j * n + i] = value;
    }
  }
}

/** Fills the upper triangle with U, whose diagonal is given apart because that of L lies in its place. */
function transposedInverse(matrix: TiledMatrix, diagonal: Float64Array): void {
  const { a: l, n } = matrix;
  for (let i = 0; i < n; i += 1) l.fill(0, i * n + i + 1, i * n + n);
  for (let start = 0; start < n; start += blockSize) {
    const end = Math.min(start + blockSize, n);
    for (let from = 0; from < start; from += chunkSize) {
      const to = Math.min(from + chunkSize, start);
      for (let i = 0; i < to; i += tileSize) {
        const first = Math.max(from, i + tileSize);
        for (let j = start; j < end; j += tileSize) matrix.subtractProducts(i, j, first, to);
      }
    }
    for (let i = 0; i < end; i += tileSize) {
      for (let j = Math.max(start, i); j < end; j += tileSize) {
        matrix.subtractProducts(i, j, Math.max(start, i + tileSize), j);
        finishUpperTile(matrix, i, j, diagonal);
      }
    }
  }
}

/** What the tiles leave out: columns of row i within its own diagonal tile, and columns within the tile at hand. */
function finishUpperTile(matrix: TiledMatrix, i: number, j: number, diagonal: Float64Array): void {
  const { a, n } = matrix;
  for (let row = i; row < i + tileSize && row < n; row += 1) {
    for (let column = Math.max(j, row + 1); column < j + tileSize && column < n; column += 1) {
      let value = a[row * n + column]! - diagonal[row]! * a[column * n + row]!;
      if (j > i) value -= matrix.rowProduct(row, column, row + 1, i + tileSize);
      value -= matrix.rowProduct(row, column, Math.max(j, row + 1), column);
      a[row * n + column] = value * diagonal[column]!;
    }
  }
}

/** Subtracts U Uᵀ from the lower triangle, which is empty before. */
function multiplyByTranspose(matrix: TiledMatrix, diagonal: Float64Array): void {
  const { n } = matrix;
  for (let start = 0; start < n; start += blockSize) {
    const end = Math.min(start + blockSize, n);
    for (let from = start; from < n; from += chunkSize) {
      const to = Math.min(from + chunkSize, n);
      for (let i = start; i < to; i += tileSize) {
        const first = Math.max(from, i + tileSize);
        for (let j = start; j < end && j < i; j += tileSize) matrix.subtractProducts(i, j, first, to);
        if (i < end) matrix.subtractProducts(i, i, first, to, true);
      }
    }
  }
  for (let i = 0; i < n; i += tileSize) {
    for (let row = i; row < i + tileSize && row < n; row += 1) finishRow(matrix, row, i, diagonal);
  }
}

/** The columns of the diagonal tile of a row, where the diagonal of U is not in the matrix. */
function finishRow(matrix: TiledMatrix, row: number, tile: number, diagonal: Float64Array): void {
  const { a, n } = matrix;
  const end = Math.min(tile + tileSize, n);
  for (let column = 0; column < row; column += 1) {
    a[row * n + column]! -= diagonal[row]! * a[column * n + row]! + matrix.rowProduct(row, column, row + 1, end);
  }
  a[row * n + row]! -= diagonal[row]! ** 2 + matrix.rowProduct(row, row, row + 1, end);
}
