import { tileKernelOf } from './tile-kernel.js';

/** Rows and columns of the square that is held in registers. */
export const tileSize = 4;

/**
 * A square matrix in row-major order, worked on by scalar products of its own rows: what blocked factorisation and
 * inversion spend their time on.
 */
export class TiledMatrix {
  private readonly kernel: ReturnType<typeof tileKernelOf>;

  /** @param a row-major n × n, changed in place */
  constructor(
    readonly a: Float64Array,
    readonly n: number,
  ) {
    this.kernel = tileKernelOf(a);
  }

  /**
   * Subtracts from each element of the tile at (i, j), cut at the matrix's edge, the product of its two rows:
   * a[r][s] −= Σ a[r][k] · a[s][k] over k from `from` to `to − 1`. No element of the sums may lie in the tile itself.
   *
   * @param isLower leave out what lies above the diagonal
   */
  subtractProducts(i: number, j: number, from: number, to: number, isLower = false): void {
    if (from >= to) return;
    const { a, n } = this;
    const isWhole = i + tileSize <= n && j + tileSize <= n;
    if (isWhole && !(isLower && i === j)) {
      if (this.kernel === null) this.subtractWholeTile(i, j, from, to);
      else this.kernel(8 * (i * n + from), 8 * (j * n + from), 8 * n, 8 * (i * n + j), to - from);
      return;
    }
    for (let row = i; row < i + tileSize && row < n; row += 1) {
      const end = isLower ? Math.min(row + 1, n) : n;
      for (let column = j; column < j + tileSize && column < end; column += 1) {
        a[row * n + column]! -= this.rowProduct(row, column, from, to);
      }
    }
  }

  /** Σ a[i][k] · a[j][k] over k from `from` to `to − 1`. */
  rowProduct(i: number, j: number, from: number, to: number): number {
    const { a, n } = this;
    const left = i * n;
    const right = j * n;
    let sum = 0;
    for (let k = from; k < to; k += 1) sum += a[left + k]! * a[right + k]!;
    return sum;
  }

  /** Each value that is loaded serves four products. */
  private subtractWholeTile(i: number, j: number, from: number, to: number): void {
    const { a, n } = this;
    const i0 = i * n;
    const i1 = i0 + n;
    const i2 = i1 + n;
    const i3 = i2 + n;
    const j0 = j * n;
    const j1 = j0 + n;
    const j2 = j1 + n;
    const j3 = j2 + n;
    let c00 = 0;
    let c01 = 0;
    let c02 = 0;
    let c03 = 0;
    let c10 = 0;
    let c11 = 0;
    let c12 = 0;
    let c13 = 0;
    let c20 = 0;
    let c21 = 0;
    let c22 = 0;
    let c23 = 0;
    let c30 = 0;
    let c31 = 0;
    let c32 = 0;
    let c33 = 0;
    for (let k = from; k < to; k += 1) {
      const b0 = a[j0 + k]!;
      const b1 = a[j1 + k]!;
      const b2 = a[j2 + k]!;
      const b3 = a[j3 + k]!;
      const a0 = a[i0 + k]!;
      c00 += a0 * b0;
      c01 += a0 * b1;
      c02 += a0 * b2;
      c03 += a0 * b3;
      const a1 = a[i1 + k]!;
      c10 += a1 * b0;
      c11 += a1 * b1;
      c12 += a1 * b2;
      c13 += a1 * b3;
      const a2 = a[i2 + k]!;
      c20 += a2 * b0;
      c21 += a2 * b1;
      c22 += a2 * b2;
      c23 += a2 * b3;
      const a3 = a[i3 + k]!;
      c30 += a3 * b0;
      c31 += a3 * b1;
      c32 += a3 * b2;
      c33 += a3 * b3;
    }
    this.subtractFour(i0 + j, c00, c01, c02, c03);
    this.subtractFour(i1 + j, c10, c11, c12, c13);
    this.subtractFour(i2 + j, c20, c21, c22, c23);
    this.subtractFour(i3 + j, c30, c31, c32, c33);
  }

  private subtractFour(at: number, c0: number, c1: number, c2: number, c3: number): void {
    const { a } = this;
    a[at]! -= c0;
    a[at + 1]! -= c1;
    a[at + 2]! -= c2;
    a[at + 3]! -= c3;
  }
}
