import type { Rational } from './rational.js';
import { roundHalfAwayFromZero } from './round-half-away-from-zero.js';

/**
 * The value with exactly so many decimals, rounded half away from zero; zero never has a sign.
 *
 * @throws RangeError when `places` is not an integer from 0 to 20.
 * @example formatFixed(parseDecimal('7.5'), 2) // '7.50'
 */
export function formatFixed(value: Rational, places: number): string {
  const { numerator } = roundHalfAwayFromZero(value, places);
  const digits = (numerator < 0n ? -numerator : numerator).toString().padStart(places + 1, '0');
  const sign = numerator < 0n ? '-' : '';
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
