import { choleskyInPlace, logDeterminant, solveCholesky } from './cholesky.js';
import { finishInverse, invertFactor } from './invert-cholesky.js';

/**
 * A symmetric positive definite matrix that becomes its factor, then half its inverse (U above the diagonal, A⁻¹ = U Uᵀ),
 * then, if asked for elements, the whole inverse: each in the same square, each once.
 */
export class PositiveSquare {
  /** Row-major n × n; the lower triangle is to be filled before `factor`. */
  readonly values: Float64Array;
  private state: 'filled' | 'factored' | 'halved' | 'inverted' = 'filled';
  private diagonal: Float64Array = new Float64Array(0);
  private readonly scratch: Float64Array;

  constructor(readonly n: number) {
    this.values = new Float64Array(n * n);
    this.scratch = new Float64Array(n);
  }

  /** All zero, to be filled anew. */
  clear(): void {
    this.values.fill(0);
    this.state = 'filled';
  }

  /** False when the matrix is not positive definite to working precision. */
  factor(): boolean {
    this.state = 'factored';
    return choleskyInPlace(this.values, this.n);
  }

  /** Overwrites b with A⁻¹ b; between `factor` and the first use of the inverse. */
  solve(b: Float64Array): void {
    this.expectFactor();
    solveCholesky(this.values, this.n, b);
  }

  /** log |A|, between `factor` and the first use of the inverse. */
  logDeterminant(): number {
    this.expectFactor();
    return logDeterminant(this.values, this.n);
  }

  /** Trace of A⁻¹ over its first rows. */
  inverseTrace(rows: number): number {
    this.halve();
    let sum = 0;
    for (let row = 0; row < rows; row += 1) {
      sum += this.state === 'inverted' ? this.values[row * this.n + row]! : this.rowSquare(row);
    }
    return sum;
  }

  /**
   * wᵀ A⁻¹ w of a sparse w: weights of ascending indices from `from` to `to − 1`, and one of the last index beside them.
   *
   * @param w.last 0 where the indices say all
   */
  inverseForm(
    w: { readonly indices: Int32Array; readonly weights: Float64Array },
    from: number,
    to: number,
    last = 0,
  ): number {
    this.halve();
    return this.state === 'inverted' ? this.denseForm(w, from, to, last) : this.halfForm(w, from, to, last);
  }

  /** A⁻¹, both triangles. */
  inverse(): Float64Array {
    this.halve();
    if (this.state === 'halved') {
      finishInverse(this.values, this.n, this.diagonal);
      this.state = 'inverted';
    }
    return this.values;
  }

  private halve(): void {
    if (this.state !== 'factored') return;
    this.diagonal = invertFactor(this.values, this.n);
    this.state = 'halved';
  }

  private expectFactor(): void {
    if (this.state !== 'factored') throw new TypeError('the factor is not there');
  }

  private rowSquare(row: number): number {
    const { values, n } = this;
    let sum = this.diagonal[row]! ** 2;
    for (let at = row * n + row + 1; at < row * n + n; at += 1) sum += values[at]! * values[at]!;
    return sum;
  }

  /** |Uᵀ w|² */
  private halfForm(
    { indices, weights }: { readonly indices: Int32Array; readonly weights: Float64Array },
    from: number,
    to: number,
    last: number,
  ): number {
    const { values, n, scratch, diagonal } = this;
    const first = from < to ? indices[from]! : n - 1;
    scratch.fill(0, first);
    for (let term = from; term < to; term += 1) {
      const row = indices[term]!;
      const weight = weights[term]!;
      const base = row * n;
      scratch[row]! += weight * diagonal[row]!;
      for (let at = row + 1; at < n; at += 1) scratch[at]! += weight * values[base + at]!;
    }
    scratch[n - 1]! += last * diagonal[n - 1]!;
    let sum = 0;
    for (let at = first; at < n; at += 1) sum += scratch[at]! * scratch[at]!;
    return sum;
  }

  private denseForm(
    { indices, weights }: { readonly indices: Int32Array; readonly weights: Float64Array },
    from: number,
    to: number,
    last: number,
  ): number {
    const { values, n } = this;
    let [sum, cross] = [0, 0];
    for (let term = from; term < to; term += 1) {
      const base = indices[term]! * n;
      let inner = 0;
      for (let other = from; other < term; other += 1) inner += weights[other]! * values[base + indices[other]!]!;
      sum += weights[term]! * (2 * inner + weights[term]! * values[base + indices[term]!]!);
      cross += weights[term]! * values[base + n - 1]!;
    }
    return sum + last * (2 * cross + last * values[n * n - 1]!);
  }
}
