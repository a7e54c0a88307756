import { isUtf8 } from 'node:buffer';
import { Transform, type TransformCallback } from 'node:stream';
import { InputRefused } from './refusals.js';

const lineFeed = 0x0a;

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
    const end = chunk.lastIndexOf(lineFeed) + 1;
    if (end === 0) {
      this.pending = Buffer.concat([this.pending, chunk]);
      done();
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
        done(
          new InputRefused(
            { file: this.file, line: this.line },
            'the file is not UTF-8; save it as UTF-8 and try again',
          ),
        );
        return;
      }
      this.line += 1;
      start = end + 1;
    }
    for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) this.line += 1;
    done(null, bytes);
  }
}
