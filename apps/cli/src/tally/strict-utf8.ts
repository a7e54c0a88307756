import { isUtf8 } from 'node:buffer';
import { Transform, type TransformCallback } from 'node:stream';
import { InputRefused } from './refusals.js';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Longest row accepted, in bytes: a quote that is never closed, or a file without lines, must not fill the memory. */
export const longestRow = 1_000_000;

/**
 * Passes a file on in whole lines and refuses the first line that is not UTF-8: a sheet saved as GBK must not become
 * entries called "��".
 */
export class StrictUtf8 extends Transform {
  private pending: Buffer = Buffer.alloc(0);
  private line = 1;

  constructor(private readonly file: string) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    const end = endOfLines(chunk);
    if (end === 0) {
      this.pending = Buffer.concat([this.pending, chunk]);
      const isTooLong = this.pending.length > longestRow;
      done(isTooLong ? this.refusal(`a line of more than ${longestRow} bytes`) : null);
      return;
    }
    const whole = Buffer.concat([this.pending, chunk.subarray(0, end)]);
    this.pending = Buffer.from(chunk.subarray(end));
    this.passOn(whole, done);
  }

  override _flush(done: TransformCallback): void {
    this.passOn(this.pending, done);
  }

  private passOn(bytes: Buffer, done: TransformCallback): void {
    for (let start = 0; start < bytes.length && !isUtf8(bytes);) {
      const end = (bytes.indexOf(lineFeed, start) + 1 || bytes.length + 1) - 1;
      if (!isUtf8(bytes.subarray(start, end))) {
        done(this.refusal('the file is not UTF-8; save it as UTF-8 and try again'));
        return;
      }
      this.line += 1;
      start = end + 1;
    }
    for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) this.line += 1;
    done(null, bytes);
  }

  private refusal(reason: string): InputRefused {
    return new InputRefused({ file: this.file, line: this.line }, reason);
  }
}

/** Where the last whole line of these bytes ends; 0 when none does. A last carriage return may be half a line end. */
function endOfLines(bytes: Buffer): number {
  return bytes.lastIndexOf(lineFeed) + 1 || bytes.subarray(0, -1).lastIndexOf(carriageReturn) + 1;
}
