import { PositiveSquare } from '../linear-algebra/positive-square.js';
import type { FactorIncidence } from './factor-incidence.js';
import type { InverseTraces, ReducedSystem, VarianceRatios } from './reduced-system.js';

/** Products up to which the squares of the inverse's blocks are formed for exact curvature. */
const squaresLimit = 2_000_000;
/** Cells for each element of the square from which its whole inverse serves the rows faster than half of it. */
const denseShare = 0.2;

/** The reduced system as one dense square, factored and then inverted in place; columns³ operations each time. */
export class ExactReducedSystem implements ReducedSystem {
  /** n_row + λ_row. */
  readonly diagonal: Float64Array;
  private readonly square: PositiveSquare;
  private ratios: VarianceRatios = { row: Number.NaN, column: Number.NaN };

  constructor(private readonly incidence: FactorIncidence) {
    this.square = new PositiveSquare(incidence.columns + 1);
    this.diagonal = new Float64Array(incidence.rows);
  }

  prepare(ratios: VarianceRatios): boolean {
    const { incidence, diagonal } = this;
    this.ratios = ratios;
    for (let row = 0; row < incidence.rows; row += 1) diagonal[row] = incidence.rowTotals[row]! + ratios.row;
    this.form(ratios);
    return this.square.factor();
  }

  solve(b: Float64Array): void {
    this.square.solve(b);
  }

  logDeterminant(): number {
    return this.square.logDeterminant();
  }

  traces(): InverseTraces {
    const { square, incidence, diagonal } = this;
    const { rows, columns, starts, columnOf, counts, rowTotals } = incidence;
    if (columnOf.length > denseShare * square.n ** 2) square.inverse();
    const column = square.inverseTrace(columns);
    const forms = square.inverseForms({ starts, indices: columnOf, weights: counts, last: rowTotals });
    let row = 0;
    for (let level = 0; level < rows; level += 1) row += 1 / diagonal[level]! + forms[level]! / diagonal[level]! ** 2;
    const products = columnOf.length * (rows + columns);
    return { row, column, error: null, squares: products <= squaresLimit ? this.squares() : null };
  }

  /** S⁻¹ at these ratios, formed anew unless it is at hand. */
  squareAt(ratios: VarianceRatios): PositiveSquare {
    if (this.ratios.row !== ratios.row || this.ratios.column !== ratios.column) this.prepare(ratios);
    return this.square;
  }

  /** The lower triangle of S. */
  private form({ row: rowRatio, column: columnRatio }: VarianceRatios): void {
    const { diagonal } = this;
    const { rows, columns, starts, columnOf, counts, rowTotals, columnTotals } = this.incidence;
    const { values: square, n: size } = this.square;
    const last = columns * size;
    this.square.clear();
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

  /** C⁻¹ by blocks: rows × columns −D⁻¹XS⁻¹, rows × rows D⁻¹ + D⁻¹XS⁻¹X'D⁻¹. */
  private squares(): readonly [number, number, number] {
    const { diagonal } = this;
    const { rows, columns, starts, columnOf, counts, rowTotals } = this.incidence;
    if (columns === 0) return [this.oneFactorSquares(), 0, 0];
    const square = this.square.inverse();
    const size = this.square.n;
    const cross = new Float64Array(size);
    let [rowRow, rowColumn, columnColumn] = [0, 0, 0];
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
    const inverse = this.square.inverse()[0]!;
    return own + inverse * (2 * mixed + inverse * common * common);
  }
}
