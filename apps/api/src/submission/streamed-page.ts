import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { OpenedFile, OpenedPage } from '#submission';
import { attachmentOf } from './attachment.js';
import { askedRange } from './asked-range.js';

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

/** A film as a player asks for it, part by part; a part that lies outside is answered 416. */
export async function streamedPart(
  { mediaType, size, read }: OpenedFile,
  header: string | undefined,
  reply: FastifyReply,
): Promise<StreamableFile> {
  const asked = askedRange(header, size);
  if (asked === 'outside') {
    void reply.code(416).header('content-range', `bytes */${size}`);
    return new StreamableFile(new Uint8Array(), { type: mediaType, disposition: 'inline', length: 0 });
  }
  if (asked !== null) void reply.code(206).header('content-range', `bytes ${asked.first}-${asked.last}/${size}`);
  const stream = await read(asked ?? undefined);
  reply.raw.once('close', () => stream.destroy());
  const length = asked === null ? size : asked.last - asked.first + 1;
  return new StreamableFile(stream, { type: mediaType, disposition: 'inline', length });
}
