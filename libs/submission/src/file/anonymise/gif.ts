import type { RemovedList } from './removed-list.js';

const [extension, picture, trailer] = [0x21, 0x2c, 0x3b];
const [comment, application, control] = [0xfe, 0xff, 0xf9];
/** Applications whose block says how often a film begins anew. */
const loops = /^(NETSCAPE2\.0|ANIMEXTS1\.0)/;

/**
 * A GIF of the blocks that draw it: without comments, texts, XMP and whatever follows its end; what times it is written anew.
 *
 * @throws RangeError for what is none
 */
export function anonymousGif(bytes: Buffer, removed: RemovedList): Buffer {
  if (!/^GIF8[79]a/.test(bytes.toString('latin1', 0, 6))) throw new RangeError('no GIF');
  const table = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + table(bytes.readUInt8(10));
  const kept: Buffer[] = [bytes.subarray(0, at)];
  for (;;) {
    const kind = bytes.readUInt8(at);
    if (kind === trailer) break;
    if (kind !== extension && kind !== picture) throw new RangeError('no block of a GIF');
    const data = kind === picture ? at + 11 + table(bytes.readUInt8(at + 9)) : at + 2;
    const end = endOfBlocks(bytes, data);
    const block = bytes.subarray(at, end);
    const label = bytes.readUInt8(at + 1);
    const name = bytes.toString('latin1', at + 3, at + 14);
    const anew = kind === picture ? block : label === control ? controlBlock(block) : loopBlock(label, name, block);
    if (anew) kept.push(anew);
    else removed.add(label === comment ? 'comments' : 'text-chunk', wordsOf(bytes, data, end));
    at = end;
  }
  kept.push(bytes.subarray(at, at + 1));
  if (at + 1 < bytes.length) removed.add('hidden-parts');
  return Buffer.concat(kept);
}

/** How long a picture stands, and which of its colours is clear: nothing else. */
function controlBlock(block: Buffer): Buffer | null {
  if (block.readUInt8(2) !== 4) return null;
  const [flags, delay, clear] = [block.readUInt8(3), block.subarray(4, 6), block.readUInt8(6)];
  return Buffer.from([extension, control, 4, flags & 0x1f, ...delay, clear, 0]);
}

/** How often a film begins anew, without what else such a block may carry. */
function loopBlock(label: number, name: string, block: Buffer): Buffer | null {
  if (label !== application || block.readUInt8(2) !== 11 || !loops.test(name)) return null;
  if (block.readUInt8(14) !== 3 || block.readUInt8(15) !== 1) return null;
  return Buffer.from([...block.subarray(0, 14), 3, 1, ...block.subarray(16, 18), 0]);
}

function endOfBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let length = bytes.readUInt8(at); length > 0; length = bytes.readUInt8(at)) at += 1 + length;
  return at + 1;
}

/** What the blocks hold, without their lengths. */
function wordsOf(bytes: Buffer, start: number, end: number): string {
  const parts: Buffer[] = [];
  for (let at = start; at < end - 1; at += 1 + bytes.readUInt8(at)) {
    parts.push(bytes.subarray(at + 1, at + 1 + bytes.readUInt8(at)));
  }
  return Buffer.concat(parts).toString('utf8');
}
