import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';

/** Bytes of the parts that are read. */
const largestUnpacked = 100_000_000;

/**
 * A workbook of nothing but its XML parts, stored without compression: its reader then unpacks no more than was weighed
 * here. What an archive says of its sizes is looked at before anything is unpacked, and nothing is unpacked beyond it.
 *
 * @throws Error where the parts would fill the memory, or the bytes are no archive.
 */
export function workbookParts(packed: Uint8Array): Buffer {
  const isRead = ({ name }: UnzipFileInfo) => /\.xml(\.rels)?$/.test(name);
  let size = 0;
  unzipSync(packed, {
    filter: (part) => {
      if (isRead(part)) size += part.originalSize;
      return false;
    },
  });
  if (size > largestUnpacked) {
    throw new Error(`the workbook unpacks to ${size} bytes, more than ${largestUnpacked}; save it as CSV`);
  }
  const stored = zipSync(unzipSync(packed, { filter: isRead }), { level: 0 });
  return Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
}
