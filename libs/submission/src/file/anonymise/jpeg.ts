import type { RemovedList } from './removed-list.js';

const [startOfScan, endOfImage, comment] = [0xda, 0xd9, 0xfe];
const isApplication = (marker: number) => marker >= 0xe0 && marker <= 0xef;

/** Text in the bytes of a block, for the team to recognise what it was. */
const words = (bytes: Uint8Array) =>
  (
    Buffer.from(bytes)
      .toString('utf8')
      .match(/[\p{L}\p{N}][\p{L}\p{N} .:/@_-]{3,}/gu) ?? []
  ).join(' · ');

/** Which of the EXIF orientations the picture has: 1 to 8; without it a picture of a phone would lie on its side. */
function orientationOf(block: Buffer): number {
  const isLittle = block.toString('latin1', 6, 8) === 'II';
  const short = (at: number) => (isLittle ? block.readUInt16LE(at) : block.readUInt16BE(at));
  const long = (at: number) => (isLittle ? block.readUInt32LE(at) : block.readUInt32BE(at));
  const first = 6 + long(10);
  for (let entry = first + 2; entry < first + 2 + 12 * short(first); entry += 12) {
    if (short(entry) === 0x0112) return short(entry + 8);
  }
  return 1;
}

/** EXIF that says nothing else. */
function orientationBlock(orientation: number): Buffer {
  const parts = ['ffe10022', '457869660000', '4d4d002a00000008', '0001', '0112000300000001', '00', '000000000000'];
  parts.splice(6, 0, orientation.toString(16).padStart(2, '0'));
  return Buffer.from(parts.join(''), 'hex');
}

/**
 * A JPEG without anything that only describes it: EXIF (but for its orientation), XMP, IPTC, comments, previews, and
 * whatever follows its end. Its colour profile stays: colours would change without it.
 *
 * @throws RangeError for what is none
 */
export function anonymousJpeg(bytes: Buffer, removed: RemovedList): Buffer {
  if (bytes.readUInt16BE(0) !== 0xffd8) throw new RangeError('no JPEG');
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let orientation = 1;
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) throw new RangeError('no segment of a JPEG');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) {
      kept.push(bytes.subarray(at, at + 2));
      if (at + 2 < bytes.length) removed.add('hidden-parts');
      break;
    }
    const end = marker === startOfScan ? endOfScan(bytes, at) : at + 2 + bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at, end);
    if (staysInJpeg(marker, segment)) kept.push(segment);
    else orientation = tell(marker, segment, removed) ?? orientation;
    at = end;
  }
  if (orientation > 1 && orientation <= 8) kept.splice(1, 0, orientationBlock(orientation));
  return Buffer.concat(kept);
}

function staysInJpeg(marker: number, segment: Buffer): boolean {
  if (marker === comment) return false;
  if (!isApplication(marker)) return true;
  const name = segment.toString('latin1', 4, 16);
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0') && segment.length <= 18) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  );
}

/** @returns the orientation, where the block says one */
function tell(marker: number, segment: Buffer, removed: RemovedList): number | null {
  const block = segment.subarray(4);
  if (marker === comment) removed.add('comments', block.toString('utf8'));
  else if (block.toString('latin1', 0, 4) === 'Exif') {
    removed.add('camera-and-place', words(block));
    try {
      return orientationOf(block);
    } catch {
      // Too broken to say anything.
    }
  } else if (block.includes('ns.adobe.com/xap')) removed.add('xmp', words(block));
  else removed.add('text-chunk', words(block));
  return null;
}

/** Where the compressed picture ends: at the next marker that is not a part of it. */
function endOfScan(bytes: Buffer, start: number): number {
  let at = start + 2 + bytes.readUInt16BE(start + 2);
  for (; at < bytes.length - 1; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}
