import { rowXml, sheetHead, sheetPath, sheetTail, workbookParts, xmlDeclaration } from '#domain/export/xlsx-parts';
import type { Cell } from './csv.js';
import { downloadText } from './download.js';

export interface Sheet {
  /** As its tab shows it. */
  name: string;
  /** Of each column, in characters. */
  widths: readonly number[];
  /** Head first. */
  rows: readonly (readonly Cell[])[];
}

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** What the tab of a sheet can't be called, and how long its name may be. */
const refused = /[[\]:*?/\\]/g;
const longest = 31;

/** One sheet as an XLSX file, printed on A4; every cell is a text by its type. */
export async function toXlsx({ name, widths, rows }: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import('fflate');
  const tab = [...name.replace(refused, ' ')].slice(0, longest).join('').trim();
  const parts = Object.entries(workbookParts(tab)).map(([path, xml]) => [path, strToU8(`${xmlDeclaration}${xml}`)]);
  const cells = rows.map((row, index) =>
    rowXml(
      row.map((cell) => String(cell ?? '')),
      index + 1,
    ),
  );
  const sheet = strToU8(`${sheetHead(widths)}${cells.join('')}${sheetTail}`);
  return new Uint8Array(zipSync(Object.fromEntries([...parts, [sheetPath, sheet]]) as Record<string, Uint8Array>));
}

export async function downloadXlsx(name: string, sheet: Sheet): Promise<void> {
  downloadText(`${name}.xlsx`, await toXlsx(sheet), mediaType);
}
