/**
 * Minimise the cost of columns from 0 to their upper bounds, with every row between its bounds; coefficients by column
 * (compressed: those of column c stand from `starts[c]` to `starts[c + 1]`). All numbers but infinite bounds are whole.
 */
export interface LinearModel {
  readonly cost: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly coefficients: Float64Array;
  /** Every column must be whole. */
  readonly isWhole: boolean;
}

/** Where a solver may start: a status for each column and row, as the solver itself gave it. */
export interface LinearBasis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

/** Statuses that this code must know when it adds columns and rows to a basis. */
export const basisStatus = { atLower: 0, basic: 1 } as const;

export interface LinearSolution {
  readonly values: Float64Array;
  /** What one more on the right side of a row would cost; empty for whole columns. */
  readonly rowDuals: Float64Array;
  readonly basis: LinearBasis | null;
}

/** Solves to optimality or throws; the same model gives the same solution on every machine. */
export type SolveLinear = (model: LinearModel, start: LinearBasis | null) => LinearSolution | Promise<LinearSolution>;
