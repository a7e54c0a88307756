import { crc32 } from 'node:zlib';
import type { RemovedList } from './removed-list.js';

const drawn = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'iCCP'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

/**
 * A PNG of the chunks that draw it. Its colour profile stays, without its name.
 *
 * @throws RangeError for what is none
 */
export function anonymousPng(bytes: Buffer, removed: RemovedList): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)];
  let at = 8;
  for (;;) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) throw new RangeError('half a chunk');
    const content = bytes.subarray(at + 8, end - 4);
    if (type === 'iCCP') kept.push(chunk(type, withoutName(content)));
    else if (drawn.has(type)) kept.push(bytes.subarray(at, end));
    else tell(type, content, removed);
    at = end;
    if (type === 'IEND') break;
  }
  if (at < bytes.length) removed.add('hidden-parts');
  return Buffer.concat(kept);
}

function tell(type: string, content: Buffer, removed: RemovedList): void {
  if (type === 'eXIf') removed.add('camera-and-place');
  else if (type === 'tIME') removed.add('dates');
  else if (content.includes('XML:com.adobe.xmp')) removed.add('xmp');
  else if (type === 'zTXt') removed.add('text-chunk', content.toString('latin1', 0, content.indexOf(0)));
  else removed.add('text-chunk', content.toString('utf8').replaceAll('\0', ' '));
}

function withoutName(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from('profile', 'latin1'), content.subarray(content.indexOf(0))]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
