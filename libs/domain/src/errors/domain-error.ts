import type { DomainErrorCode } from './error-codes.js';

export type ErrorDetails = Readonly<Record<string, unknown>>;

/**
 * A refusal that a person can act on: a stable kebab-case code and the facts its sentence needs.
 * Mistakes of the programmer are RangeError and TypeError, never this.
 *
 * @example throw new DomainError('deadline-passed', { closedAt: '2024-11-01T16:00:00Z' });
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: DomainErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`);
  }
}
