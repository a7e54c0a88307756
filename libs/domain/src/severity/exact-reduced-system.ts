import { choleskyInPlace, logDeterminant, solveCholesky } from '../linear-algebra/cholesky.js';
import { invertCholesky } from '../linear-algebra/invert-cholesky.js';
import type { FactorIncidence } from './factor-incidence.js';
import type { InverseTraces, ReducedSystem, VarianceRatios } from './reduced-system.js';

/** Products up to which the squares of the inverse's blocks are formed for exact curvature. */
const squaresLimit = 2_000_000;

/** The reduced system as one dense square, factored and then inverted in place; columns³ operations each time. */
export class ExactReducedSystem implements ReducedSystem {
  /** Columns and the intercept. */
  readonly size: number;
  /** After `traces`: S⁻¹, both triangles, row-major. */
  readonly square: Float64Array;
  /** n_row + λ_row. */
  readonly diagonal: Float64Array;

  /** Ratios of which `square` holds the inverse. */
  private ratios: VarianceRatios | null = null;
  private invertedAt: VarianceRatios | null = null;

  constructor(private readonly incidence: FactorIncidence) {
    this.size = incidence.columns + 1;
    this.square = new Float64Array(this.size * this.size);
    this.diagonal = new Float64Array(incidence.rows);
  }

  prepare(ratios: VarianceRatios): boolean {
    const { incidence, diagonal } = this;
    this.ratios = ratios;
    this.invertedAt = null;
    for (let row = 0; row < incidence.rows; row += 1) diagonal[row] = incidence.rowTotals[row]! + ratios.row;
    this.form(ratios);
    return choleskyInPlace(this.square, this.size);
  }

  solve(b: Float64Array): void {
    solveCholesky(this.square, this.size, b);
  }

  logDeterminant(): number {
    return logDeterminant(this.square, this.size);
  }

  traces(): InverseTraces {
    const { square, size, incidence, diagonal } = this;
    invertCholesky(square, size);
    this.invertedAt = this.ratios;
    let column = 0;
    for (let at = 0; at < size - 1; at += 1) column += square[at * size + at]!;
    let row = 0;
    for (let level = 0; level < incidence.rows; level += 1) {
      row += 1 / diagonal[level]! + this.rowForm(level) / diagonal[level]! ** 2;
    }
    const products = incidence.columnOf.length * (incidence.rows + incidence.columns);
    return { row, column, error: null, squares: products <= squaresLimit ? this.squares() : null };
  }

  /** S⁻¹ at these ratios, formed anew unless it is at hand. */
  inverseAt(ratios: VarianceRatios): Float64Array {
    const at = this.invertedAt;
    if (at === null || at.row !== ratios.row || at.column !== ratios.column) {
      this.prepare(ratios);
      invertCholesky(this.square, this.size);
      this.invertedAt = ratios;
    }
    return this.square;
  }

  /** The lower triangle of S. */
  private form({ row: rowRatio, column: columnRatio }: VarianceRatios): void {
    const { square, size, diagonal } = this;
    const { rows, columns, starts, columnOf, counts, rowTotals, columnTotals } = this.incidence;
    const last = columns * size;
    square.fill(0);
    for (let column = 0; column < columns; column += 1) {
      square[column * size + column] = columnTotals[column]! + columnRatio;
      square[last + column] = columnTotals[column]!;
    }
    let intercept = 0;
    for (let row = 0; row < rows; row += 1) {
      const total = rowTotals[row]!;
      const end = starts[row + 1]!;
      // n − n²/d without its cancellation.
      intercept += (total * rowRatio) / diagonal[row]!;
      for (let cell = starts[row]!; cell < end; cell += 1) {
        const weight = counts[cell]! / diagonal[row]!;
        const base = columnOf[cell]! * size;
        for (let other = starts[row]!; other <= cell; other += 1) {
          square[base + columnOf[other]!]! -= weight * counts[other]!;
        }
        square[last + columnOf[cell]!]! -= weight * total;
      }
    }
    square[last + columns] = intercept;
  }

  /** xᵀ S⁻¹ x, x the row's counts in the columns and in all. */
  private rowForm(row: number): number {
    const { square, size } = this;
    const { starts, columnOf, counts, rowTotals } = this.incidence;
    const last = (size - 1) * size;
    const end = starts[row + 1]!;
    let sum = 0;
    let cross = 0;
    for (let cell = starts[row]!; cell < end; cell += 1) {
      const base = columnOf[cell]! * size;
      let inner = 0;
      for (let other = starts[row]!; other < cell; other += 1) {
        inner += counts[other]! * square[base + columnOf[other]!]!;
      }
      sum += counts[cell]! * (2 * inner + counts[cell]! * square[base + columnOf[cell]!]!);
      cross += counts[cell]! * square[last + columnOf[cell]!]!;
    }
    const total = rowTotals[row]!;
    return sum + total * (2 * cross + total * square[last + size - 1]!);
  }

  /** C⁻¹ by blocks: rows × columns −D⁻¹XS⁻¹, rows × rows D⁻¹ + D⁻¹XS⁻¹X'D⁻¹. */
  private squares(): readonly [number, number, number] {
    const { square, size, diagonal } = this;
    const { rows, columns, starts, columnOf, counts, rowTotals } = this.incidence;
    const cross = new Float64Array(size);
    let [rowRow, rowColumn, columnColumn] = [0, 0, 0];
    if (columns === 0) return [this.oneFactorSquares(), 0, 0];
    for (let row = 0; row < rows; row += 1) {
      for (let at = 0; at < size; at += 1) cross[at] = rowTotals[row]! * square[columns * size + at]!;
      for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) {
        const base = columnOf[cell]! * size;
        for (let at = 0; at < size; at += 1) cross[at]! += counts[cell]! * square[base + at]!;
      }
      for (let at = 0; at < size; at += 1) cross[at]! /= diagonal[row]!;
      for (let at = 0; at < columns; at += 1) rowColumn += cross[at]! ** 2;
      for (let other = 0; other < rows; other += 1) {
        let sum = rowTotals[other]! * cross[columns]!;
        for (let cell = starts[other]!; cell < starts[other + 1]!; cell += 1) {
          sum += counts[cell]! * cross[columnOf[cell]!]!;
        }
        rowRow += ((row === other ? 1 : 0) / diagonal[row]! + sum / diagonal[other]!) ** 2;
      }
    }
    for (let column = 0; column < columns; column += 1) {
      for (let at = 0; at < columns; at += 1) columnColumn += square[column * size + at]! ** 2;
    }
    return [rowRow, rowColumn, columnColumn];
  }

  /** |D⁻¹ + v vᵀ/s|², v = n/d. */
  private oneFactorSquares(): number {
    const { rows, rowTotals } = this.incidence;
    let [own, mixed, common] = [0, 0, 0];
    for (let row = 0; row < rows; row += 1) {
      const weight = 1 / this.diagonal[row]!;
      const v = rowTotals[row]! * weight;
      own += weight * weight;
      mixed += weight * v * v;
      common += v * v;
    }
    const inverse = this.square[0]!;
    return own + inverse * (2 * mixed + inverse * common * common);
  }
}
