import { Rational } from './rational.js';

/**
 * Rounds to decimal places, halves away from zero: the school rule the contests publish (四舍五入).
 *
 * @param places 0 to 20
 * @throws RangeError when `places` is not an integer in that range.
 * @example roundHalfAwayFromZero(parseDecimal('1.005'), 2) // 1.01, where a double gives 1.00
 */
export function roundHalfAwayFromZero(value: Rational, places: number): Rational {
  if (!Number.isInteger(places) || places < 0 || places > 20) throw new RangeError(`places out of range: ${places}`);
  const scale = 10n ** BigInt(places);
  const { numerator, denominator } = value;
  const magnitude = (numerator < 0n ? -numerator : numerator) * scale;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return Rational.of(numerator < 0n ? -rounded : rounded, scale);
}
