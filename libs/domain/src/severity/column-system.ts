import { sideBySideGradients } from '../linear-algebra/side-by-side-gradients.js';
import type { FactorIncidence } from './factor-incidence.js';
import type { VarianceRatios } from './reduced-system.js';
import { addThroughRows, type Width } from './through-rows.js';

const noMeans = new Float64Array(8);

/**
 * The mixed-model equations with rows and intercept absorbed, as an operator over the columns. With S of `ReducedSystem`
 * and k = S_columns,intercept / S_intercept: S̄ = S_columns − S_intercept k kᵀ. The constant vector is an eigenvector of
 * S̄, to λ_column, because a shift of all columns is undone by the intercept.
 */
export class ColumnSystem {
  /** n_row + λ_row. */
  readonly rowDiagonal: Float64Array;
  /** The diagonal of S̄, repeated pairs counted. */
  readonly diagonal: Float64Array;
  /** k, which sums to 1. */
  readonly shares: Float64Array;
  readonly intercept: number;
  /** −1/d and 1/d² of each row. */
  private readonly absorbedWeights: Float64Array;
  private readonly squaredWeights: Float64Array;

  constructor(
    readonly incidence: FactorIncidence,
    readonly ratios: VarianceRatios,
  ) {
    const { rows, columns, starts, columnOf, counts, rowTotals, columnTotals } = incidence;
    this.rowDiagonal = rowTotals.map((total) => total + ratios.row);
    this.diagonal = columnTotals.map((total) => total + ratios.column);
    this.absorbedWeights = this.rowDiagonal.map((value) => -1 / value);
    this.squaredWeights = this.rowDiagonal.map((value) => 1 / (value * value));
    this.shares = new Float64Array(columns);
    let intercept = 0;
    for (let row = 0; row < rows; row += 1) {
      const weight = 1 / this.rowDiagonal[row]!;
      const rest = ratios.row * weight;
      intercept += rowTotals[row]! * rest;
      for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) {
        this.shares[columnOf[cell]!]! += counts[cell]! * rest;
        this.diagonal[columnOf[cell]!]! -= counts[cell]! * counts[cell]! * weight;
      }
    }
    this.intercept = intercept;
    for (let column = 0; column < columns; column += 1) {
      this.shares[column]! /= intercept;
      this.diagonal[column]! -= intercept * this.shares[column]! ** 2;
    }
  }

  /** Overwrites x with S̄⁻¹ b, starting from what it holds; layout as in `sideBySideGradients`. */
  solve(b: Float64Array, x: Float64Array, width: Width, tolerance: number): void {
    const { diagonal } = this;
    const apply = (v: Float64Array, out: Float64Array) => {
      this.apply(v, out, width);
    };
    sideBySideGradients({ apply, diagonal }, b, x, { width, tolerance, maxIterations: 1000 });
  }

  /** S̄ v of several vectors. */
  apply(v: Float64Array, out: Float64Array, width: Width): void {
    const { incidence, ratios, shares, intercept } = this;
    const { columns, columnTotals } = incidence;
    const means = new Float64Array(width);
    for (let column = 0; column < columns; column += 1) {
      for (let at = 0; at < width; at += 1) means[at]! += shares[column]! * v[column * width + at]!;
    }
    for (let column = 0; column < columns; column += 1) {
      const own = columnTotals[column]! + ratios.column;
      const share = intercept * shares[column]!;
      const base = column * width;
      for (let at = 0; at < width; at += 1) out[base + at] = own * v[base + at]! - share * means[at]!;
    }
    addThroughRows(
      { incidence, weights: this.absorbedWeights, means: noMeans, totals: new Float64Array(width) },
      v,
      out,
      width,
    );
  }

  /** M̄ v of several vectors, M̄ = X̄'D⁻²X̄, X̄ the counts of each row less n_row kᵀ. */
  applySquared(v: Float64Array, out: Float64Array, width: Width): void {
    const { incidence, shares, squaredWeights: weights } = this;
    const means = new Float64Array(width);
    const totals = new Float64Array(width);
    for (let column = 0; column < incidence.columns; column += 1) {
      for (let at = 0; at < width; at += 1) means[at]! += shares[column]! * v[column * width + at]!;
    }
    out.fill(0);
    addThroughRows({ incidence, weights, means, totals }, v, out, width);
    for (let column = 0; column < incidence.columns; column += 1) {
      for (let at = 0; at < width; at += 1) out[column * width + at]! -= shares[column]! * totals[at]!;
    }
  }

  /** The diagonal of M̄, and what the intercept alone adds to the rows' trace: Σ n²/d² / S_intercept. */
  squaredDiagonal(): { readonly diagonal: Float64Array; readonly intercept: number } {
    const { rows, columns, starts, columnOf, counts, rowTotals } = this.incidence;
    const diagonal = new Float64Array(columns);
    const cross = new Float64Array(columns);
    let squares = 0;
    for (let row = 0; row < rows; row += 1) {
      const weight = 1 / this.rowDiagonal[row]! ** 2;
      squares += rowTotals[row]! ** 2 * weight;
      for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) {
        diagonal[columnOf[cell]!]! += counts[cell]! ** 2 * weight;
        cross[columnOf[cell]!]! += counts[cell]! * rowTotals[row]! * weight;
      }
    }
    for (let column = 0; column < columns; column += 1) {
      diagonal[column]! += this.shares[column]! * (squares * this.shares[column]! - 2 * cross[column]!);
    }
    return { diagonal, intercept: squares / this.intercept };
  }
}
