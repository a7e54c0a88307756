/**
 * A cell as spreadsheets name it; without a row, the letters of the column alone.
 *
 * @param row from 1
 * @param column from 1
 * @throws RangeError where either is below 1 or no integer
 * @example cellReference(12, 3) // 'C12'
 */
export function cellReference(row: number | null, column: number): string {
  if (!Number.isInteger(column) || column < 1 || (row !== null && (!Number.isInteger(row) || row < 1))) {
    throw new RangeError(`no cell: row ${row}, column ${column}`);
  }
  let letters = '';
  // There is no digit zero: after Z comes AA, so that each place counts from 1 to 26.
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return row === null ? letters : `${letters}${row}`;
}
