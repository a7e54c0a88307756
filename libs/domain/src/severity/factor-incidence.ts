/** How often each level of one factor (a row) met each level of another (a column), as compressed rows. */
export interface FactorIncidence {
  readonly rows: number;
  readonly columns: number;
  /** The cells of row r are `starts[r]` to `starts[r + 1] − 1`. */
  readonly starts: Int32Array;
  /** Column of each cell, ascending within its row. */
  readonly columnOf: Int32Array;
  /** Sheets of each cell: above 1 where the pair was scored repeatedly. */
  readonly counts: Float64Array;
  readonly rowTotals: Float64Array;
  readonly columnTotals: Float64Array;
}

/** The two factors of the sheets: level of each sheet, and the number of levels. */
export interface FactorPair {
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly rows: number;
  readonly columns: number;
}

/** Counts the sheets of each pair of levels, in time proportional to sheets and levels. */
export function factorIncidence({ rowOf, columnOf, rows, columns }: FactorPair): FactorIncidence {
  const byColumn = stableOrder(columnOf, columns, null);
  const order = stableOrder(rowOf, rows, byColumn);
  const starts = new Int32Array(rows + 1);
  const cellColumns = new Int32Array(order.length);
  const counts = new Float64Array(order.length);
  const rowTotals = new Float64Array(rows);
  const columnTotals = new Float64Array(columns);
  let cells = 0;
  let lastRow = -1;
  for (const sheet of order) {
    const row = rowOf[sheet]!;
    const column = columnOf[sheet]!;
    if (row !== lastRow || cellColumns[cells - 1] !== column) {
      cellColumns[cells] = column;
      cells += 1;
      starts[row + 1] = starts[row + 1]! + 1;
      lastRow = row;
    }
    counts[cells - 1] = counts[cells - 1]! + 1;
    rowTotals[row] = rowTotals[row]! + 1;
    columnTotals[column] = columnTotals[column]! + 1;
  }
  for (let row = 0; row < rows; row += 1) starts[row + 1] = starts[row + 1]! + starts[row]!;
  return {
    rows,
    columns,
    starts,
    columnOf: cellColumns.slice(0, cells),
    counts: counts.slice(0, cells),
    rowTotals,
    columnTotals,
  };
}

/** Counting sort of the positions in `previous` (null: 0, 1, 2, …) by key; equal keys keep their order. */
function stableOrder(keys: Int32Array, levels: number, previous: Int32Array | null): Int32Array {
  const next = new Int32Array(levels + 1);
  for (const key of keys) next[key + 1] = next[key + 1]! + 1;
  for (let level = 0; level < levels; level += 1) next[level + 1] = next[level + 1]! + next[level]!;
  const order = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const position = previous === null ? at : previous[at]!;
    const key = keys[position]!;
    order[next[key]!] = position;
    next[key] = next[key]! + 1;
  }
  return order;
}
