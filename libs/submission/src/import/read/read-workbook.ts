import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { tableLimits, type TableReading } from './table-file.js';

/** Of a part's size to its packed size; a sheet of equal rows comes near it. */
const ratioLimit = 200;
/** Below so many bytes, even a large ratio harms nobody. */
const harmless = 10_000_000;
const partLimit = 2000;

/** Reads an XLSX file: its texts, numbers in full, days as YYYY-MM-DD, and what formulas came to when it was saved. */
export async function readWorkbook(bytes: Uint8Array): Promise<TableReading> {
  const parts = weighed(bytes);
  if (parts === null) return { fault: 'sheet-swells' };
  if (!('xl/workbook.xml' in parts)) return { fault: 'sheet-unknown' };
  const stored = zipSync(parts, { level: 0 });
  const sheets = await readXlsxFile(Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength), {
    trim: false,
    parseNumber: numberText,
  });
  return { sheets: sheets.map(({ sheet, data }) => ({ name: sheet, grid: data.map((row) => row.map(cellText)) })) };
}

/** The XML parts by their path; null where they would fill the memory, by what the archive says before it is unpacked. */
function weighed(bytes: Uint8Array): Record<string, Uint8Array> | null {
  let [size, count, swells] = [0, 0, false];
  unzipSync(bytes, {
    filter: (part) => {
      count += 1;
      if (!isRead(part)) return false;
      size += part.originalSize;
      swells ||= part.originalSize > harmless && part.originalSize > part.size * ratioLimit;
      return false;
    },
  });
  if (swells || count > partLimit || size > tableLimits.unpackedBytes) return null;
  return unzipSync(bytes, { filter: isRead });
}

const isRead = ({ name }: UnzipFileInfo) => /\.xml(\.rels)?$/.test(name);

/** Spreadsheets keep 15 significant digits and store the double behind them: 88.300000000000011 is 88.3. */
function numberText(stored: string): string {
  return String(Number(Number(stored).toPrecision(15)));
}

function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : '';
}
