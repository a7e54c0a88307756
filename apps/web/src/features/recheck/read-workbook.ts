import { unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/browser';
import { fileLimits, type SpreadsheetReading, type SpreadsheetSheet } from './spreadsheet.js';

/**
 * Reads a workbook that came as a ZIP archive.
 *
 * @throws what the archive's or the XML's reader throws of a damaged file
 */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<SpreadsheetReading> {
  const texts = unpacked(bytes);
  if (texts === null) return { fault: 'too-large' };
  if (!('xl/workbook.xml' in texts)) return { fault: 'not-a-spreadsheet' };
  // The reader would unpack large sheets in workers made of blobs, which the pages' security policy forbids: it is
  // given the same archive stored without compression, and has nothing to unpack.
  const stored = zipSync(texts, { level: 0 });
  const sheets = await sheetsOf(stored.buffer);
  if (sheets === null) return { fault: 'sheet-too-large' };
  return { spreadsheet: { name, encoding: null, sheets: sheets.map(sheetText) } };
}

/**
 * Null where a sheet is too large for the reader: it calls itself for each piece of a sheet, and has no room for those of a
 * very large one, or of a large one on a slow machine.
 */
async function sheetsOf(stored: ArrayBuffer): Promise<Awaited<ReturnType<typeof readXlsxFile>> | null> {
  try {
    return await readXlsxFile(stored, { trim: false, parseNumber: numberText });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The XML parts by their path, or null where they would fill the memory. */
function unpacked(bytes: Uint8Array): Record<string, Uint8Array> | null {
  const isText = (path: string) => path.endsWith('.xml') || path.endsWith('.xml.rels');
  let size = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (isText(name)) size += originalSize;
      return false;
    },
  });
  if (size > fileLimits.unpackedMegabytes * 1_000_000) return null;
  return unzipSync(bytes, { filter: ({ name }) => isText(name) });
}

/**
 * A number as its cell shows it in full: spreadsheets keep 15 significant digits and store the double behind them, of
 * which 88.300000000000011 is 88.3. What needs an exponent keeps it, and is refused as a score.
 */
function numberText(stored: string): string {
  return String(Number(Number(stored).toPrecision(15)));
}

function sheetText({ sheet, data }: { sheet: string; data: readonly (readonly unknown[])[] }): SpreadsheetSheet {
  return { name: sheet, grid: data.map((row) => row.map(cellText)) };
}

/** Dates and truth values become texts that nothing takes for a score. */
function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : '';
}
