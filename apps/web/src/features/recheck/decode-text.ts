import type { TextEncoding } from './spreadsheet.js';

/**
 * The text of a CSV file and the encoding it was read in: UTF-8, UTF-16 with its mark, else GB18030, in which Chinese
 * offices save. Null where it is none of them. A byte order mark is left out.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncoding } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le', 'utf-16');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be', 'utf-16');
  return decoded(bytes, 'utf-8', 'utf-8') ?? decoded(bytes, 'gb18030', 'gb18030');
}

function decoded(bytes: Uint8Array, label: string, encoding: TextEncoding) {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}
