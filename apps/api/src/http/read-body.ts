import { DomainError } from '#domain';
import type { ApiRequest } from './api-request.js';

/**
 * The bytes of a request whose content type is `application/octet-stream`, read once its sender is known.
 *
 * @throws DomainError `import-unreadable` beyond `limit` bytes
 */
export async function readBody(request: ApiRequest, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.raw) {
    size += (chunk as Buffer).length;
    // What is left is still taken from the connection, so that the refusal arrives.
    if (size <= limit) chunks.push(chunk as Buffer);
    else if (size > limit * 4) request.raw.destroy();
  }
  if (size > limit) throw new DomainError('import-unreadable', { fault: 'sheet-too-large' });
  return Buffer.concat(chunks);
}
