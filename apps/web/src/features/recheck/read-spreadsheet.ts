import { decodeText } from './decode-text.js';
import { parseCsv } from './parse-csv.js';
import { readWorkbook } from './read-workbook.js';
import { fileLimits, type FileFault, type SpreadsheetReading } from './spreadsheet.js';

/** Reads an office's file by what is in it, whatever its name ends with. */
export async function readSpreadsheet(name: string, bytes: Uint8Array): Promise<SpreadsheetReading> {
  if (bytes.length === 0) return { fault: 'empty' };
  if (bytes.length > fileLimits.megabytes * 1_000_000) return { fault: 'too-large' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { fault: compoundFault(bytes) };
  if (!startsWith(bytes, [0x50, 0x4b])) return readText(name, bytes);
  try {
    return await readWorkbook(name, bytes);
  } catch {
    return { fault: 'damaged' };
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** A compound file is an old workbook, or a new one behind a password: then its directory names the package. */
function compoundFault(bytes: Uint8Array): FileFault {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.includes([...'EncryptedPackage'].join('\0')) ? 'encrypted' : 'old-workbook';
}

function readText(name: string, bytes: Uint8Array): SpreadsheetReading {
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]) || (!isWide && bytes.subarray(0, 8000).includes(0))) {
    return { fault: 'not-a-spreadsheet' };
  }
  const decoded = decodeText(bytes);
  if (decoded === null) return { fault: 'encoding-unknown' };
  const { text, encoding } = decoded;
  if (text.trim() === '') return { fault: 'empty' };
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text)) return { fault: 'web-page' };
  try {
    return { spreadsheet: { name, encoding, sheets: [{ name: '', grid: parseCsv(text) }] } };
  } catch {
    return { fault: 'damaged' };
  }
}
