import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cleanFileName, DomainError, fieldProblem, type FieldProblem, namedFileType } from '#domain';
import { inspectApart } from '#submission';

export interface GivenEvidence {
  /** As typed. */
  readonly name: string;
  readonly bytes: Readable;
}

export interface ReceivedEvidence {
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

const mebibyte = 1_048_576;
/** An hour of video at the quality of a telephone; MiB. */
const mostMebibytes = 1024;
const types = ['pdf', 'png', 'jpeg', 'mp4'] as const;

const refused = (problem: FieldProblem) => new DomainError('request-invalid', { problems: [problem] });

/**
 * Writes a video or scan to a path and looks into it: by name and by content a PDF, PNG, JPEG or MP4 without anything
 * that acts, at most 1 GiB.
 *
 * @throws DomainError `request-invalid` naming what is wrong
 */
export async function receiveEvidence({ name: given, bytes }: GivenEvidence, path: string): Promise<ReceivedEvidence> {
  const name = cleanFileName(given);
  if (name === null) throw refused(fieldProblem('name', 'file-name-invalid'));
  const named = namedFileType(name);
  const allowed = types.find((type) => type === named);
  const badType = fieldProblem('name', 'file-type-not-allowed', { types: types.join(', ') });
  if (allowed === undefined) throw refused(badType);
  const hash = createHash('sha256');
  let size = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      if (size <= mostMebibytes * mebibyte) done(null, chunk);
      else done(refused(fieldProblem('file', 'file-too-large', { maximum: mostMebibytes })));
    },
  });
  await pipeline(bytes, counting, createWriteStream(path, { mode: 0o600 }));
  if (size === 0) throw refused(fieldProblem('file', 'file-empty'));
  const { mediaType, refusal } = await inspectApart({ path, named: allowed, allowed: types });
  if (refusal !== null) throw refused(fieldProblem('file', 'draw-file-refused', { refusal }));
  return { name, mediaType, size, sha256: hash.digest('hex') };
}
