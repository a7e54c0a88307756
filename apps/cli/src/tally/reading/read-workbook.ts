import { InputRefused, WrongUsage } from '../refusals.js';
import type { Grid } from './grid.js';

/** Bytes beyond which a workbook would fill the memory; scores by the million come as CSV. */
const largestWorkbook = 50_000_000;

/**
 * One sheet of an XLSX file. Numbers become the shortest decimal that is their double: 85.6 and not 85.599999999999994.
 *
 * @param sheetName null: the first sheet
 * @throws InputRefused where the file is no workbook, or too large packed or unpacked; WrongUsage where it has no such
 *   sheet, naming those it has.
 */
export async function readWorkbook(file: string, sheetName: string | null): Promise<Grid> {
  const [{ readFile, stat }, { default: readXlsxFile }, { workbookParts }] = await Promise.all([
    import('node:fs/promises'),
    import('read-excel-file/node'),
    import('./workbook-parts.js'),
  ]);
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    const { size } = await stat(file);
    if (size > largestWorkbook) throw new Error(`the workbook is larger than ${largestWorkbook} bytes; save it as CSV`);
    sheets = await readXlsxFile(workbookParts(await readFile(file)), { trim: false });
  } catch (error) {
    // The reader calls itself for each piece of a sheet, and has no room for those of a very large one.
    if (error instanceof RangeError) throw new InputRefused({ file }, 'the workbook is too large; save it as CSV');
    throw new InputRefused({ file }, error instanceof Error ? error.message : String(error));
  }
  const chosen = sheetName === null ? sheets[0] : sheets.find(({ sheet }) => sheet === sheetName);
  if (!chosen) {
    const there = sheets.map(({ sheet }) => `"${sheet}"`).join(', ');
    throw new WrongUsage(`--sheet: ${file} has no sheet "${sheetName ?? ''}"; it has ${there}`);
  }
  return gridOf(chosen.data);
}

function gridOf(data: readonly (readonly unknown[])[]): Grid {
  const oddCells = new Map<number, Map<number, string>>();
  const rows = data.map((cells, row) =>
    cells.map((cell, column) => {
      if (cell === null) return '';
      if (typeof cell === 'string') return cell;
      if (typeof cell === 'number') return String(cell);
      const own = oddCells.get(row) ?? new Map<number, string>();
      oddCells.set(row, own.set(column, cell instanceof Date ? 'a date' : 'a truth value'));
      return cell instanceof Date ? cell.toISOString().slice(0, 10) : JSON.stringify(cell);
    }),
  );
  return { rows, oddCells };
}
