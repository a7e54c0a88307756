import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';

/**
 * Numbers 1 … n of the judges of one entry (评委 1…n) by HMAC-SHA-256: the same every time, in an order that follows
 * neither names, ids nor times, and that is another one for every entry. Whoever has no key can tell neither whose a number
 * is, though ids are known, nor which numbers of two entries are one judge's.
 *
 * @param key text of at least 16 characters that never leaves the server, such as that of the stage
 * @param entry id of what the numbers are for: an entry, or a stage where they are to hold for all of it
 * @throws RangeError for a shorter key
 */
export function judgePseudonyms(key: string, entry: string, judges: Iterable<string>): Map<string, number> {
  if (key.length < 16) throw new RangeError('a key of pseudonyms has at least 16 characters');
  const drawn = [...new Set(judges)].map((judge) => ({
    judge,
    hash: bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(`judge-pseudonym\n${entry}\n${judge}`))),
  }));
  drawn.sort((left, right) => compareCodePoints(left.hash, right.hash));
  return new Map(drawn.map(({ judge }, index) => [judge, index + 1]));
}
