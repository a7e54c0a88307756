import { parse } from 'csv-parse/sync';
import { withoutEscape } from '#domain';
import type { TableReading } from './table-file.js';

const delimiters = [',', ';', '\t'];
/** Characters looked at for the delimiter. */
const sample = 4000;

/**
 * A CSV file in UTF-8, in UTF-16 with its mark, or else in GB18030, in which Chinese offices save. An apostrophe before
 * what would be a formula is an export's escape and is taken off.
 */
export function readCsv(bytes: Uint8Array): TableReading {
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (!isWide && bytes.subarray(0, 8000).includes(0)) return { fault: 'sheet-unknown' };
  const text = decoded(bytes);
  if (text === null) return { fault: 'sheet-encoding' };
  if (text.trim() === '') return { fault: 'sheet-empty' };
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text)) return { fault: 'sheet-unknown' };
  try {
    const grid = parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
    return { sheets: [{ name: '', grid: grid.map((row) => row.map(withoutEscape)) }] };
  } catch {
    return { fault: 'sheet-damaged' };
  }
}

export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function decoded(bytes: Uint8Array): string | null {
  const encodings = startsWith(bytes, [0xff, 0xfe])
    ? ['utf-16le']
    : startsWith(bytes, [0xfe, 0xff])
      ? ['utf-16be']
      : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried.
    }
  }
  return null;
}

/** The one that stands most often in the first lines, quoted cells aside. */
function delimiterOf(text: string): string {
  const unquoted = text.slice(0, sample).replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}
