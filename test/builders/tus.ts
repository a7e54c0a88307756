import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { Answer, Asker } from './api.js';

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

export interface FileGiven {
  readonly name: string;
  readonly bytes: Buffer;
  readonly fieldKey?: string;
  /** What is filed, where it is not the truth. */
  readonly size?: number;
  readonly sha256?: string;
}

interface Filed {
  readonly publicId: string;
  readonly receipt: { readonly version: number } | null;
}

/** Files a file of an own entry; its bytes are not sent. */
export function fileIt(team: Asker, entry: string, given: FileGiven): Promise<Answer<Filed>> {
  return team.post<Filed>(`/api/v1/entries/${entry}/files`, {
    fieldKey: given.fieldKey ?? 'attachments',
    name: given.name,
    size: given.size ?? given.bytes.length,
    sha256: given.sha256 ?? sha256(given.bytes),
  });
}

const tus = { 'tus-resumable': '1.0.0' };

export function beginUpload(team: Asker, publicId: string, length: number): Promise<Answer> {
  return team.send('POST', '/api/v1/uploads', {
    headers: {
      ...tus,
      'upload-length': String(length),
      'upload-metadata': `file ${Buffer.from(publicId).toString('base64')}`,
    },
  });
}

/** How many bytes the server has; null where it takes no more. */
export async function offsetOf(team: Asker, publicId: string): Promise<number | null> {
  const answer = await team.send('HEAD', `/api/v1/uploads/${publicId}`, { headers: tus });
  return answer.status === 200 ? Number(answer.headers.get('upload-offset')) : null;
}

export async function sendBytes(team: Asker, publicId: string, offset: number, bytes: Buffer): Promise<Answer> {
  const headers = { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' };
  return team.sendBytes('PATCH', `/api/v1/uploads/${publicId}`, headers, bytes);
}

/** Files a file and sends all of it in one piece. */
export async function upload(
  team: Asker,
  entry: string,
  given: FileGiven,
): Promise<{ publicId: string; last: Answer }> {
  const { body } = await fileIt(team, entry, given);
  await beginUpload(team, body.publicId, given.size ?? given.bytes.length);
  return { publicId: body.publicId, last: await sendBytes(team, body.publicId, 0, given.bytes) };
}

export function removeFile(team: Asker, publicId: string): Promise<Answer> {
  return team.send('DELETE', `/api/v1/entry-files/${publicId}`, { headers: { 'idempotency-key': uuidv7() } });
}
