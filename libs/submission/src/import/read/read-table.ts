import type { ImportGrid } from '#domain';
import { readCsv, startsWith } from './read-csv.js';
import { readWorkbook } from './read-workbook.js';
import { tableLimits, type TableReading } from './table-file.js';

/** Reads an office's file by what is in it, whatever its name ends with. */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  if (bytes.length === 0) return { fault: 'sheet-empty' };
  if (bytes.length > tableLimits.bytes) return { fault: 'sheet-too-large' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { fault: compoundFault(bytes) };
  return bounded(startsWith(bytes, [0x50, 0x4b]) ? await workbook(bytes) : readCsv(bytes));
}

async function workbook(bytes: Uint8Array): Promise<TableReading> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    // The reader calls itself for each piece of a sheet, and has no room for those of a very large one.
    return { fault: error instanceof RangeError ? 'sheet-too-large' : 'sheet-damaged' };
  }
}

/** A compound file is an old workbook, or a new one behind a password: then its directory names the package. */
function compoundFault(bytes: Uint8Array): 'sheet-encrypted' | 'sheet-old' {
  const text = Buffer.from(bytes).toString('latin1');
  return text.includes([...'EncryptedPackage'].join('\0')) ? 'sheet-encrypted' : 'sheet-old';
}

/** Without the empty rows and cells at its ends, which a workbook may have by the thousand. */
function bounded(reading: TableReading): TableReading {
  if ('fault' in reading) return reading;
  const sheets = reading.sheets.map(({ name, grid }) => ({ name, grid: trimmed(grid) }));
  const filled = sheets.filter(({ grid }) => grid.length > 0);
  if (filled.length === 0) return { fault: 'sheet-empty' };
  const rows = filled.reduce((sum, { grid }) => sum + grid.length, 0);
  const isWide = filled.some(({ grid }) => grid.some((cells) => cells.length > tableLimits.columns));
  if (filled.some(({ grid }) => grid.some((cells) => cells.some((cell) => cell.includes('\0'))))) {
    return { fault: 'sheet-damaged' };
  }
  return rows > tableLimits.rows + 100 || isWide || lengthOf(filled) > mostCharacters
    ? { fault: 'sheet-too-large' }
    : { sheets: filled };
}

/** Characters of all cells together: in a workbook a million cells may hold one long text. */
const mostCharacters = 20_000_000;

function lengthOf(sheets: readonly { readonly grid: ImportGrid }[]): number {
  let length = 0;
  for (const { grid } of sheets) for (const cells of grid) for (const cell of cells) length += cell.length;
  return length;
}

function trimmed(grid: ImportGrid): ImportGrid {
  const rows = grid.map((cells) => cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1));
  return rows.slice(0, rows.findLastIndex((cells) => cells.length > 0) + 1);
}
