import { isUtf8 } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { InputRefused } from '../../refusals.js';
import type { CsvRow } from './csv-row.js';
import { CsvSplitter } from './csv-splitter.js';

const chunk = 1 << 20;
const byteOrderMark = Buffer.from('\ufeff');
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Reads a CSV file row by row, whatever its size in about 2 MB: strict UTF-8 with or without a byte order mark. A sheet
 * saved as GBK is refused, lest it become entries called "��".
 *
 * @throws InputRefused with the line, or where the file can't be read; whatever `onRow` throws.
 */
export async function readCsv(file: string, onRow: (row: CsvRow) => void): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    await readRows(file, handle, onRow);
  } catch (error) {
    throw isSystemError(error) ? new InputRefused({ file }, error.message) : error;
  } finally {
    await handle?.close();
  }
}

async function readRows(file: string, handle: FileHandle, onRow: (row: CsvRow) => void): Promise<void> {
  const splitter = new CsvSplitter(file, onRow);
  let buffer = Buffer.allocUnsafe(2 * chunk);
  let [from, checked, to] = [0, 0, 0];
  for (let isFirst = true, isLast = false; !isLast;) {
    if (buffer.length - to < chunk) {
      // What is left of a row moves to the front, where a whole chunk has room behind it.
      const rest = buffer.subarray(from, to);
      if (rest.length + chunk > buffer.length) {
        buffer = Buffer.concat([rest, Buffer.allocUnsafe(rest.length + 2 * chunk)]);
      } else rest.copy(buffer);
      [from, checked, to] = [0, checked - from, rest.length];
    }
    const { bytesRead } = await handle.read(buffer, to, chunk);
    to += bytesRead;
    isLast = bytesRead === 0;
    if (isFirst && (to >= byteOrderMark.length || isLast)) {
      isFirst = false;
      if (buffer.subarray(0, to).indexOf(byteOrderMark) === 0) from = checked = byteOrderMark.length;
    }
    // A row that ends before the last line end lies within what is checked here.
    const whole = isLast ? to : Math.max(checked, endOfLines(buffer, checked, to));
    if (!isUtf8(buffer.subarray(checked, whole))) throw notUtf8(file, buffer.subarray(from, whole), splitter.line);
    checked = whole;
    from = splitter.split(buffer, from, to, isLast);
  }
}

/** After the last line feed, or else after the last carriage return that is surely a whole line end. */
function endOfLines(bytes: Buffer, from: number, to: number): number {
  const after =
    bytes.subarray(from, to).lastIndexOf(lineFeed) + 1 || bytes.subarray(from, to - 1).lastIndexOf(carriageReturn) + 1;
  return from + after;
}

/** @param line of the first byte */
function notUtf8(file: string, bytes: Buffer, line: number): InputRefused {
  let start = 0;
  for (;;) {
    let end = start;
    while (end < bytes.length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end += 1;
    if (!isUtf8(bytes.subarray(start, end)) || end === bytes.length) break;
    start = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? end + 2 : end + 1;
    line += 1;
  }
  return new InputRefused({ file, line }, 'the file is not UTF-8; save it as UTF-8 and try again');
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
