import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Lots of a pair: 0 to 63, in 64ths of a point. */
export const lotsPerPoint = 64;

/** The first four bytes, big-endian, of SHA-256 of `seed`, a line feed and the id. */
export function lotteryWord(seed: string, id: string): number {
  return new DataView(sha256(utf8ToBytes(`${seed}\n${id}`)).buffer).getUint32(0);
}

/**
 * The lot of an entry and a judge: a finaliser of 32-bit words (multiply and xor-shift) over both words, its lowest six
 * bits. Cheap, since a large contest has forty million pairs.
 *
 * @param entryWord `lotteryWord` of seed and entry @param judgeWord `lotteryWord` of seed and judge
 */
export function pairLot(entryWord: number, judgeWord: number): number {
  let word = (entryWord + Math.imul(judgeWord, 0x9e3779b1)) | 0;
  word = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
  return (word ^ (word >>> 16)) & (lotsPerPoint - 1);
}
