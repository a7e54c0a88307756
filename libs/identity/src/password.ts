import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '#domain';
import { commonPasswords } from './common-passwords.js';

/** argon2id with 19 MiB, two passes, one lane: the OWASP minimum of 2024, some 45 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const shortest = 10;
const longest = 128;

/** One text for the ways a keyboard may compose the same characters (NIST SP 800-63B, 5.1.1.2). */
const normalised = (password: string): string => password.normalize('NFKC');

/**
 * Length counts, composition does not: 10 to 128 characters, none of the commonest, not one character repeated.
 *
 * @throws DomainError `password-too-weak`
 */
export function assertStrongPassword(password: string): void {
  const text = normalised(password);
  const length = [...text].length;
  const isWeak =
    length < shortest ||
    length > longest ||
    new Set(text).size < 3 ||
    commonPasswords.has(text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  if (isWeak) throw new DomainError('password-too-weak', { shortest, longest });
}

/** The argon2id string to store. @throws DomainError `password-too-weak` */
export async function hashPassword(password: string): Promise<string> {
  assertStrongPassword(password);
  return hash(normalised(password), cost);
}

let decoy: Promise<string> | null = null;

/**
 * Whether the password fits. Without a stored hash the same work is done on one that nothing fits, so that the time
 * taken does not tell whether the account exists.
 */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no password has this hash', { ...cost, salt: Buffer.alloc(16, 7) });
  // Longer texts than could ever be set are not hashed in full length by anyone's wish.
  const text = normalised(password.slice(0, longest * 4));
  const fits = await verify(stored ?? (await decoy), text);
  return stored !== null && fits;
}
