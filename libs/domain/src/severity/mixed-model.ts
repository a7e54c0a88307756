import { type FactorIncidence, factorIncidence } from './factor-incidence.js';
import type { SheetDesign } from './sheet-design.js';

export type Factor = 'entry' | 'judge';

/**
 * y = μ + row + column + e with random rows and columns. Rows are the larger factor, whose block of the mixed-model
 * equations is diagonal and is absorbed; a factor that is not in the model has no levels.
 */
export interface MixedModel {
  readonly rowFactor: Factor | null;
  readonly columnFactor: Factor | null;
  readonly incidence: FactorIncidence;
  /** Row and column of each sheet; empty without the factor. */
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly y: Float64Array;
  /** Sums of y by level, and in all. */
  readonly rowSums: Float64Array;
  readonly columnSums: Float64Array;
  readonly total: number;
}

/**
 * @param y one value a sheet of the design
 * @param factors those of the model
 */
export function mixedModel(design: SheetDesign, y: Float64Array, factors: readonly Factor[]): MixedModel {
  const levels = (factor: Factor) => (factor === 'entry' ? design.entries.length : design.judges.length);
  const indexOf = (factor: Factor) => (factor === 'entry' ? design.entryOf : design.judgeOf);
  const [rowFactor = null, columnFactor = null] = [...factors].sort(
    (left, right) => levels(right) - levels(left) || (left === 'entry' ? -1 : 1),
  );
  const rowOf = rowFactor === null ? new Int32Array(0) : indexOf(rowFactor);
  const columnOf = columnFactor === null ? new Int32Array(0) : indexOf(columnFactor);
  const rows = rowFactor === null ? 0 : levels(rowFactor);
  const incidence =
    columnFactor === null
      ? oneFactorIncidence(rowOf, rows)
      : factorIncidence({ rowOf, columnOf, rows, columns: levels(columnFactor) });
  return {
    rowFactor,
    columnFactor,
    incidence,
    rowOf,
    columnOf,
    y,
    rowSums: sumsByLevel(y, rowOf, rows),
    columnSums: sumsByLevel(y, columnOf, incidence.columns),
    total: y.reduce((sum, value) => sum + value, 0),
  };
}

function oneFactorIncidence(rowOf: Int32Array, rows: number): FactorIncidence {
  const rowTotals = new Float64Array(rows);
  for (const row of rowOf) rowTotals[row]! += 1;
  return {
    rows,
    columns: 0,
    starts: new Int32Array(rows + 1),
    columnOf: new Int32Array(0),
    counts: new Float64Array(0),
    rowTotals,
    columnTotals: new Float64Array(0),
  };
}

/** Sums of values by the level of each; levels that `indexOf` does not name get 0. */
export function sumsByLevel(values: Float64Array, indexOf: Int32Array, levels: number): Float64Array {
  const sums = new Float64Array(levels);
  for (let sheet = 0; sheet < indexOf.length; sheet += 1) sums[indexOf[sheet]!]! += values[sheet]!;
  return sums;
}
