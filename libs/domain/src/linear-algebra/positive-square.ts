import { choleskyInPlace, logDeterminant, solveCholesky } from './cholesky.js';
import { halfForms, type SparseVectors } from './half-forms.js';
import { finishInverse, invertFactor } from './invert-cholesky.js';
import { squareOfZeros } from './tile-kernel.js';

/**
 * A symmetric positive definite matrix that becomes its factor, then half its inverse (U above the diagonal, A⁻¹ = U Uᵀ),
 * then, if asked for elements, the whole inverse: each in the same square, each once.
 */
export class PositiveSquare {
  /** Row-major n × n; the lower triangle is to be filled before `factor`. */
  readonly values: Float64Array;
  private state: 'filled' | 'factored' | 'halved' | 'inverted' = 'filled';
  /** Of U, once it is there. */
  diagonal: Float64Array = new Float64Array(0);

  constructor(readonly n: number) {
    this.values = squareOfZeros(n);
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

  /** wᵀ A⁻¹ w of each of the vectors. */
  inverseForms(vectors: SparseVectors): Float64Array {
    this.halve();
    if (this.state !== 'inverted') return halfForms(this, vectors);
    return Float64Array.from({ length: vectors.starts.length - 1 }, (_, vector) => this.denseForm(vectors, vector));
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

  private denseForm({ starts, indices, weights, last: lasts }: SparseVectors, vector: number): number {
    const { values, n } = this;
    const from = starts[vector]!;
    const last = lasts?.[vector] ?? 0;
    let [sum, cross] = [0, 0];
    for (let term = from; term < starts[vector + 1]!; term += 1) {
      const base = indices[term]! * n;
      let inner = 0;
      for (let other = from; other < term; other += 1) inner += weights[other]! * values[base + indices[other]!]!;
      sum += weights[term]! * (2 * inner + weights[term]! * values[base + indices[term]!]!);
      cross += weights[term]! * values[base + n - 1]!;
    }
    return sum + last * (2 * cross + last * values[n * n - 1]!);
  }
}
