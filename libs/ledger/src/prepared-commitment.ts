import { randomBytes } from 'node:crypto';
import { saltBytes, saltedCommitment } from '#domain';

/** What binds an event to a text; the salt becomes a row of `commitment_salts`, which is erased with the text. */
export interface PreparedCommitment {
  /** 64 hex digits. */
  readonly salt: string;
  /** 64 hex digits. */
  readonly commitment: string;
}

/** Of a new text, apart from its rows: for an event that is prepared before its transaction begins. */
export function prepareCommitment(value: string): PreparedCommitment {
  const salt = randomBytes(saltBytes).toString('hex');
  return { salt, commitment: saltedCommitment(salt, value) };
}
