import { InputRefused } from '../../refusals.js';
import type { CsvRow } from './csv-row.js';

/** Longest row accepted, in bytes: a quote that is never closed, or a file without lines, must not fill the memory. */
export const longestRow = 1_000_000;

const quote = 0x22;
const comma = 0x2c;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Splits bytes into rows of fields as RFC 4180 has them, with any of the three line ends, also in one file. It looks at
 * each byte once and makes no string.
 */
export class CsvSplitter {
  /** Line on which the next row begins. */
  line = 1;
  private starts = new Int32Array(16);
  private ends = new Int32Array(16);
  private isDoubled = new Uint8Array(16);
  private count = 0;
  private readonly row: { -readonly [key in keyof CsvRow]: CsvRow[key] } = {
    bytes: Buffer.alloc(0),
    starts: this.starts,
    ends: this.ends,
    count: 0,
    line: 1,
  };
  /** Line breaks within the quotes of the row at hand. */
  private breaks = 0;
  /** Some field of the row at hand has doubled quotes. */
  private hasDoubled = false;

  constructor(
    private readonly file: string,
    private readonly onRow: (row: CsvRow) => void,
  ) {}

  /**
   * Takes all whole rows from `from` to before `to`.
   *
   * @param isLast nothing follows
   * @returns where the first row that is not whole begins
   * @throws InputRefused
   */
  split(bytes: Buffer, from: number, to: number, isLast: boolean): number {
    let at = from;
    while (at < to) {
      const plain = this.splitPlainRow(bytes, at, to);
      const next = plain < 0 ? this.splitRow(bytes, at, to, isLast) : plain;
      if (next < 0) {
        if (to - at > longestRow) throw this.tooLong();
        return at;
      }
      if (next - at > longestRow) throw this.tooLong();
      const isBlank = this.count === 1 && this.starts[0] === this.ends[0];
      if (!isBlank) this.pass(bytes);
      this.line += 1 + this.breaks;
      at = next;
    }
    return at;
  }

  private pass(bytes: Buffer): void {
    const { starts, ends, count, row } = this;
    for (let field = 0; field < count && this.hasDoubled; field += 1) {
      if (this.isDoubled[field] === 1) ends[field] = withoutDoubledQuotes(bytes, starts[field]!, ends[field]!);
    }
    row.bytes = bytes;
    row.starts = starts;
    row.ends = ends;
    row.count = count;
    row.line = this.line;
    this.onRow(row);
  }

  /**
   * The row that most files consist of: no quotes, and a line feed at its end before `to`.
   *
   * @returns where the next row begins, or −1 where it is another one
   */
  private splitPlainRow(bytes: Buffer, from: number, to: number): number {
    const { starts, ends, isDoubled } = this;
    let start = from;
    let count = 0;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at]!;
      // Digits, letters and all beyond are greater than the four bytes that mean something.
      if (byte > comma) continue;
      if (byte === comma || byte === lineFeed) {
        if (count === starts.length) return -1;
        starts[count] = start;
        ends[count] = at;
        isDoubled[count] = 0;
        count += 1;
        start = at + 1;
        if (byte === comma) continue;
        this.count = count;
        this.breaks = 0;
        this.hasDoubled = false;
        return start;
      }
      if (byte === quote || byte === carriageReturn) return -1;
    }
    return -1;
  }

  /** @returns where the next row begins, or −1 where this one goes on beyond `to` */
  private splitRow(bytes: Buffer, from: number, to: number, isLast: boolean): number {
    this.count = 0;
    this.breaks = 0;
    this.hasDoubled = false;
    for (let at = from; ; at += 1) {
      at = bytes[at] === quote && at < to ? this.quotedField(bytes, at, to, isLast) : this.plainField(bytes, at, to);
      if (at < 0 || (at >= to && !isLast)) return -1;
      if (at >= to) return to;
      const byte = bytes[at];
      if (byte === comma) continue;
      if (byte === lineFeed) return at + 1;
      // The last byte may be half a line end.
      if (at + 1 === to && !isLast) return -1;
      return at + 1 < to && bytes[at + 1] === lineFeed ? at + 2 : at + 1;
    }
  }

  /** @returns where the field ends */
  private plainField(bytes: Buffer, from: number, to: number): number {
    let at = from;
    for (; at < to; at += 1) {
      const byte = bytes[at]!;
      // Digits, letters and all beyond are greater than the four bytes that mean something.
      if (byte > comma) continue;
      if (byte === comma || byte === lineFeed || byte === carriageReturn) break;
      if (byte === quote) {
        throw this.refused(
          'a quote within a field that does not begin with one; put the field in quotes and write the quote twice',
        );
      }
    }
    this.add(from, at, 0);
    return at;
  }

  private quotedField(bytes: Buffer, from: number, to: number, isLast: boolean): number {
    let hasDoubled = 0;
    for (let at = from + 1; ; at += 2) {
      at = bytes.indexOf(quote, at);
      if (at < 0 || at >= to) {
        if (isLast) throw this.refused('a quote opened here is never closed');
        if (to - from > longestRow) throw this.refused(`a quote opened here is not closed within ${longestRow} bytes`);
        return -1;
      }
      if (at + 1 < to && bytes[at + 1] === quote) {
        hasDoubled = 1;
        this.hasDoubled = true;
        continue;
      }
      if (at + 1 === to && !isLast) return -1;
      const after = bytes[at + 1];
      if (at + 1 < to && after !== comma && after !== lineFeed && after !== carriageReturn) {
        throw this.refused('text after the closing quote of a field; write a quote within quotes twice');
      }
      this.breaks += lineBreaks(bytes, from + 1, at);
      this.add(from + 1, at, hasDoubled);
      return at + 1;
    }
  }

  private add(start: number, end: number, isDoubled: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.isDoubled[this.count] = isDoubled;
    this.count += 1;
  }

  private grow(): void {
    const size = this.starts.length * 2;
    const [starts, ends, isDoubled] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
    starts.set(this.starts);
    ends.set(this.ends);
    isDoubled.set(this.isDoubled);
    [this.starts, this.ends, this.isDoubled] = [starts, ends, isDoubled];
  }

  /** At the field at hand. */
  private refused(reason: string): InputRefused {
    return new InputRefused({ file: this.file, line: this.line + this.breaks, column: this.count + 1 }, reason);
  }

  private tooLong(): InputRefused {
    return new InputRefused({ file: this.file, line: this.line }, `a line of more than ${longestRow} bytes`);
  }
}

/** Line ends of any kind, a carriage return and line feed counting once. */
export function lineBreaks(bytes: Buffer, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === lineFeed || (byte === carriageReturn && !(at + 1 < to && bytes[at + 1] === lineFeed))) breaks += 1;
  }
  return breaks;
}

/** Closes up the field in its place. @returns its new end */
function withoutDoubledQuotes(bytes: Buffer, start: number, end: number): number {
  let to = start;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    bytes[to] = byte;
    to += 1;
    if (byte === quote) at += 1;
  }
  return to;
}
