import { type InputPlace, InputRefused, WrongUsage } from '../refusals.js';
import type { TypedOptions } from '../tally-options.js';
import { type CsvRow, fieldText, rowOfTexts } from './csv/csv-row.js';
import { readCsv } from './csv/read-csv.js';
import { assertPlainCells, type Grid } from './grid.js';
import { readWorkbook } from './read-workbook.js';

/** Takes the rows below a header. */
export interface RowTaker {
  /** Fields that are looked at, from 0. */
  readonly used: readonly number[];
  /** No row was taken. */
  readonly isEmpty: boolean;
  /** @throws InputRefused */
  readonly add: (row: CsvRow) => void;
}

/**
 * Reads a file whose first row is the header and each other one a record; CSV is streamed.
 *
 * @param begin makes the taker from the header
 * @throws InputRefused with line and column; WrongUsage when a named sheet is not there.
 */
export async function readTable<T extends RowTaker>(
  file: string,
  typed: TypedOptions,
  begin: (header: readonly string[], place: InputPlace) => T,
): Promise<T> {
  let taker: T | undefined;
  const take = (row: CsvRow) => {
    if (taker) taker.add(row);
    else {
      taker = begin(
        Array.from({ length: row.count }, (_, field) => fieldText(row, field)),
        { file, line: row.line },
      );
    }
  };
  if (isWorkbook(file, typed)) taker = takeGrid(file, await readWorkbook(file, typed.sheet ?? null), begin);
  else await readCsv(file, take);
  if (!taker) throw new InputRefused({ file }, 'the file is empty');
  if (taker.isEmpty) throw new InputRefused({ file }, 'the file has a header and no scores');
  return taker;
}

/** @throws InputRefused, WrongUsage */
export function isWorkbook(file: string, { sheet }: TypedOptions): boolean {
  if (/\.xls$/i.test(file)) throw new InputRefused({ file }, 'an .xls file of old; save it as .xlsx or CSV');
  const isXlsx = /\.xlsx$/i.test(file);
  if (!isXlsx && sheet !== undefined) throw new WrongUsage(`--sheet: ${file} is no workbook (.xlsx)`);
  return isXlsx;
}

function takeGrid<T extends RowTaker>(
  file: string,
  grid: Grid,
  begin: (header: readonly string[], place: InputPlace) => T,
): T | undefined {
  const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '');
  const header = grid.rows.findIndex((cells) => !isBlank(cells));
  if (header < 0) return undefined;
  // Cells beyond the header are nobody's.
  const headers = grid.rows[header] ?? [];
  const width = headers.findLastIndex((cell) => cell !== '') + 1;
  const taker = begin(headers.slice(0, width), { file, line: header + 1 });
  assertPlainCells(file, grid, taker.used);
  grid.rows.slice(header + 1).forEach((cells, at) => {
    if (isBlank(cells)) return;
    taker.add(
      rowOfTexts(
        Array.from({ length: width }, (_, field) => cells[field] ?? ''),
        header + 2 + at,
      ),
    );
  });
  return taker;
}
