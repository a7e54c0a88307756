import { InputRefused } from '../refusals.js';

/** A sheet's cells as text. */
export interface Grid {
  /** The first row and column of the sheet at index 0; rows may be of different length. */
  readonly rows: readonly (readonly string[])[];
  /** What a cell is that is neither text nor a number, by row, then column. */
  readonly oddCells: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/**
 * A date in place of an entry's number ("3-1") or of a score was made by the spreadsheet: it must not pass for a name.
 *
 * @param columns from 0
 * @throws InputRefused for the first cell of these columns that is neither text nor a number
 */
export function assertPlainCells(file: string, { oddCells }: Grid, columns: readonly number[]): void {
  for (const [row, cells] of oddCells) {
    for (const [column, kind] of cells) {
      if (!columns.includes(column)) continue;
      throw new InputRefused(
        { file, line: row + 1, column: column + 1 },
        `the cell is ${kind}; write it as text or as a number`,
      );
    }
  }
}
