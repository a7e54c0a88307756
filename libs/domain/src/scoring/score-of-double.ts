import { Rational } from '../decimal/rational.js';

const nineDecimals = 10n ** 9n;

/**
 * A model's score as a fraction of 10^9: what is ranked, rounded, hashed and stored, so that the last bits of a double
 * decide nothing.
 *
 * @throws RangeError for NaN and infinities.
 */
export function scoreOfDouble(value: number): Rational {
  // From 2^53 on a double is a whole number, and from 10^21 on toFixed writes an exponent.
  if (Math.abs(value) >= Number.MAX_SAFE_INTEGER) return Rational.of(BigInt(value) * nineDecimals, nineDecimals);
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no score`);
  return Rational.of(BigInt(value.toFixed(9).replace('.', '')), nineDecimals);
}
