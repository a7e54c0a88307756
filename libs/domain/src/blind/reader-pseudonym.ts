import { sha256Hex } from '../hashing/sha256-hex.js';

/**
 * The id under which one reader of a blind stage knows a thing, in the form of a UUID (version 8). Two readers who
 * compare theirs learn nothing: it follows from both ids alone, and of these a reader knows only the own one.
 *
 * @param reader id that no other reader is told, such as that of an assignment
 * @param thing id of what is read; as random as the first
 */
export function readerPseudonym(reader: string, thing: string): string {
  const hash = sha256Hex(`reader-pseudonym\n${reader}\n${thing}`);
  const variant = '89ab'[Number.parseInt(hash[16] ?? '0', 16) % 4] ?? '8';
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, variant + hash.slice(17, 20)];
  return [...parts, hash.slice(20, 32)].join('-');
}
