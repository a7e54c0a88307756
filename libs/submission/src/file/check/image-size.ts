import { open } from 'node:fs/promises';
import type { FileRefusal } from '#domain';

/** Most pixels of an image, and most along one side: what is decoded takes four bytes each. */
const most = { pixels: 100_000_000, side: 30_000 };

/** An image that would swell when it is shown is refused by what its header says; nothing is decoded. */
export async function imageRefusal(path: string, type: 'png' | 'jpeg'): Promise<FileRefusal | null> {
  const size = type === 'png' ? await pngSize(path) : await jpegSize(path);
  if (size === null || size.width === 0 || size.height === 0) return 'damaged';
  const isLarge = size.width > most.side || size.height > most.side || size.width * size.height > most.pixels;
  return isLarge ? 'image-too-large' : null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function bytesAt(
  path: string,
  positions: (read: (at: number, length: number) => Promise<Buffer>) => Promise<Size | null>,
) {
  const file = await open(path);
  try {
    return await positions(async (at, length) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await file.close();
  }
}

function pngSize(path: string): Promise<Size | null> {
  return bytesAt(path, async (read) => {
    const header = await read(0, 24);
    if (header.length < 24 || header.toString('latin1', 12, 16) !== 'IHDR') return null;
    return { width: header.readUInt32BE(16), height: header.readUInt32BE(20) };
  });
}

const framesWithSize = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
const mostSegments = 10_000;

/** Walks from segment to segment until the one that holds the size. */
function jpegSize(path: string): Promise<Size | null> {
  return bytesAt(path, async (read) => {
    let at = 2;
    for (let count = 0; count < mostSegments; count += 1) {
      const segment = await read(at, 9);
      const marker = segment[1] ?? 0;
      if (segment.length < 9 || segment[0] !== 0xff) return null;
      if (framesWithSize.has(marker)) return { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
      at += marker === 0xff ? 1 : 2 + segment.readUInt16BE(2);
    }
    return null;
  });
}
