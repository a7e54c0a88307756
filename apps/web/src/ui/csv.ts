import { downloadText } from './download.js';

export type Cell = string | number | null;

/** A text that a spreadsheet would run as a formula is quoted with an apostrophe; plain numbers stay numbers. */
function field(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with a byte order mark, without which Excel misreads Chinese. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

export function downloadCsv(name: string, rows: readonly (readonly Cell[])[]): void {
  downloadText(`${name}.csv`, toCsv(rows), 'text/csv;charset=utf-8');
}
