import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OpenedPage } from '#submission';

/** The picture of a page; what is not read any more is closed. */
export async function streamedPage({ bytes, read }: OpenedPage, reply: FastifyReply): Promise<StreamableFile> {
  const stream = await read();
  reply.raw.once('close', () => stream.destroy());
  return new StreamableFile(stream, { type: 'image/webp', disposition: 'inline', length: bytes });
}
