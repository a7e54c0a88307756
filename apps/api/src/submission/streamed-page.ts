import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OpenedFile, OpenedPage } from '#submission';
import { attachmentOf } from './attachment.js';

/** The picture of a page; what is not read any more is closed. */
export async function streamedPage({ bytes, read }: OpenedPage, reply: FastifyReply): Promise<StreamableFile> {
  const stream = await read();
  reply.raw.once('close', () => stream.destroy());
  return new StreamableFile(stream, { type: 'image/webp', disposition: 'inline', length: bytes });
}

/** A whole file, to be kept rather than shown. */
export async function streamedFile(
  { name, mediaType, size, read }: OpenedFile,
  reply: FastifyReply,
): Promise<StreamableFile> {
  const stream = await read();
  reply.raw.once('close', () => stream.destroy());
  return new StreamableFile(stream, { type: mediaType, disposition: attachmentOf(name), length: size });
}
