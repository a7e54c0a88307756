import { DomainError } from '../errors/domain-error.js';
import { Rational } from './rational.js';

/** Longest decimal accepted: enough for any score, weight or sum of money, short enough to bound the work. */
export const decimalLengthLimit = 40;

const pattern = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

export type DecimalFault = 'not-a-string' | 'empty' | 'too-long' | 'not-a-decimal' | 'negative-zero';

/**
 * What keeps a value from being a decimal string, or null when it is one. Plain ASCII digits with at most one point
 * and a minus sign: no exponent, hex, leading plus or zero, blanks, full-width digits, NaN, Infinity or negative zero.
 */
export function decimalFault(value: unknown): DecimalFault | null {
  if (typeof value !== 'string') return 'not-a-string';
  if (value === '') return 'empty';
  if (value.length > decimalLengthLimit) return 'too-long';
  const match = pattern.exec(value);
  if (!match) return 'not-a-decimal';
  if (match[1] === '-' && /^[0.]*$/.test(value.slice(1))) return 'negative-zero';
  return null;
}

export function isDecimalString(value: unknown): value is string {
  return decimalFault(value) === null;
}

/**
 * Reads a decimal string exactly; its denominator is the power of ten of its decimals.
 *
 * @throws DomainError `not-a-decimal` with the fault and the text (cut to 60 characters).
 * @example parseDecimal('7.25') // 725/100
 */
export function parseDecimal(text: unknown): Rational {
  const fault = decimalFault(text);
  if (fault !== null) {
    const shown = typeof text === 'string' ? text.slice(0, 60) : typeof text;
    throw new DomainError('not-a-decimal', { fault, text: shown });
  }
  const decimal = text as string;
  const point = decimal.indexOf('.');
  if (point < 0) return Rational.of(BigInt(decimal));
  const places = decimal.length - point - 1;
  return Rational.of(BigInt(decimal.slice(0, point) + decimal.slice(point + 1)), 10n ** BigInt(places));
}
