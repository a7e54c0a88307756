import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const pieceBytes = 2 * 1024 * 1024;

/**
 * SHA-256 of a file, piece by piece: it may be larger than the memory, and the page stays usable meanwhile.
 *
 * @returns 64 hex digits
 */
export async function hashFile(file: Blob, progress: (part: number) => void): Promise<string> {
  const hash = sha256.create();
  for (let start = 0; start < file.size; start += pieceBytes) {
    hash.update(new Uint8Array(await file.slice(start, start + pieceBytes).arrayBuffer()));
    progress(Math.min(1, (start + pieceBytes) / file.size));
  }
  return bytesToHex(hash.digest());
}
