import { Transform } from 'node:stream';

/** Passes bytes through and fails at the first one too many, or at the end where some are missing. */
export function exactSize(size: number): Transform {
  let seen = 0;
  const differs = () => new RangeError(`expected ${size} bytes and got ${seen > size ? 'more' : seen}`);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > size) done(differs());
      else done(null, chunk);
    },
    flush(done) {
      done(seen === size ? null : differs());
    },
  });
}
