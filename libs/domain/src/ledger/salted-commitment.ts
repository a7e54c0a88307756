import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { sha256Hex } from '../hashing/sha256-hex.js';

/** Bytes of a salt: fixed, so that salt and value can't be told apart in more than one way. */
export const saltBytes = 32;

/**
 * Binds a ledger event to personal data without holding it: SHA-256 of salt and value. Once data and salt are erased
 * the event still verifies and the value can't be guessed.
 *
 * @param salt 64 hex digits, random for each value
 * @returns 64 hex digits
 * @throws RangeError when the salt has another length.
 */
export function saltedCommitment(salt: string, value: string): string {
  if (!/^[0-9a-f]{64}$/.test(salt)) throw new RangeError(`a salt is ${saltBytes} bytes in lower-case hex`);
  return sha256Hex(concatBytes(hexToBytes(salt), utf8ToBytes(value)));
}
