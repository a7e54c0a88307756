import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';

/** Without 0 O, 1 I L, 2, 5 S and 8, which are taken for one another or for other letters, read aloud or by hand. */
export const codeAlphabet = '34679ABCDEFGHJKMNPQRTUVWXYZ';
const codeLength = 8;

/** 8 characters of {@link codeAlphabet}: 2.8 · 10^11 codes. */
export function newCode(): string {
  return Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
}

/** `ABCD-EFGH` */
export const shownCode = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A code as it was typed, with spaces, dashes, small or full-width letters; null where it cannot be one. */
export function codeOf(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]+/gu, '');
  return code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter)) ? code : null;
}

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
// One salt for all: a code is found by its hash. Trying all codes against a stolen table takes centuries of one core.
const salt = Buffer.from('leitai team code');

/** What is stored of a code: 32 bytes, made as slowly as a password's. */
export function codeHash(code: string): Promise<Buffer> {
  return hashRaw(code, { ...cost, salt });
}

/** What a link carries: 256 random bits in base64url, 43 characters. */
export const newInvitationToken = () => randomBytes(32).toString('base64url');

/** What is stored of it, 32 bytes; null where the text cannot be a token. */
export function invitationTokenHash(token: string): Buffer | null {
  return /^[A-Za-z0-9_-]{43}$/.test(token) ? hashOfToken(token) : null;
}

export const hashOfToken = (token: string) => createHash('sha256').update(token, 'utf8').digest();

/** What a key is found by: the hash of a link's token or of a typed code; null where it can be neither. */
export async function invitationKeyHash(
  key: string,
): Promise<{ readonly of: 'token' | 'code'; readonly hash: Buffer } | null> {
  const token = invitationTokenHash(key);
  if (token !== null) return { of: 'token', hash: token };
  const code = codeOf(key);
  return code === null ? null : { of: 'code', hash: await codeHash(code) };
}

/** Days for which an invitation stands. */
export const invitationDays = 14;

/** What is handed on, shown once, and the hashes that are stored instead. */
export interface InvitationSecrets {
  readonly token: string;
  readonly code: string;
  readonly tokenHash: Buffer;
  readonly codeHash: Buffer;
}

export async function newInvitationSecrets(): Promise<InvitationSecrets> {
  const [token, code] = [newInvitationToken(), newCode()];
  return { token, code, tokenHash: hashOfToken(token), codeHash: await codeHash(code) };
}
