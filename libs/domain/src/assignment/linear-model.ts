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

/** Statuses of HiGHS that this code must know to make a basis or to add columns and rows to one. */
export const basisStatus = { atLower: 0, basic: 1, atUpper: 2 } as const;

/** Every column at the bound where it costs less: near the end where costs are what remains at good prices. */
export function basisAtBounds({ cost, upper, rowLower }: LinearModel): LinearBasis {
  const isAbove = (column: number) => (cost[column] ?? 0) < 0 && Number.isFinite(upper[column]);
  return {
    columns: Int32Array.from(cost, (_, column) => (isAbove(column) ? basisStatus.atUpper : basisStatus.atLower)),
    rows: new Int32Array(rowLower.length).fill(basisStatus.basic),
  };
}

export interface LinearSolution {
  readonly values: Float64Array;
  /** What one more on the right side of a row would cost; empty for whole columns. */
  readonly rowDuals: Float64Array;
  readonly basis: LinearBasis | null;
}

/** Solves to optimality or throws; the same model gives the same solution on every machine. */
export type SolveLinear = (model: LinearModel, start: LinearBasis | null) => LinearSolution | Promise<LinearSolution>;
