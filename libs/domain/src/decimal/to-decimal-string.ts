import { type Rational } from './rational.js';

/** Significant digits printed of a decimal that does not end. */
export const significantDigits = 20;

/**
 * The shortest decimal string of the value; 20 significant digits, the last one rounded half away from zero, when the
 * decimal does not end. No exponent.
 *
 * @example toDecimalString(Rational.of(22n, 3n)) // '7.3333333333333333333'
 */
export function toDecimalString(value: Rational): string {
  const { numerator, denominator } = value.reduced();
  const sign = numerator < 0n ? '-' : '';
  const magnitude = numerator < 0n ? -numerator : numerator;
  const places = endingPlaces(denominator) ?? placesFor(magnitude, denominator);
  const shifted = places >= 0 ? magnitude * 10n ** BigInt(places) : magnitude;
  const below = places >= 0 ? denominator : denominator * 10n ** BigInt(-places);
  const rounded = (2n * shifted + below) / (2n * below);
  return sign + placePoint(rounded, places);
}

/** Decimals after which n/denominator ends, or null when it does not: only 2 and 5 divide a power of ten. */
function endingPlaces(denominator: bigint): number | null {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; twos += 1) rest /= 2n;
  for (; rest % 5n === 0n; fives += 1) rest /= 5n;
  return rest === 1n ? Math.max(twos, fives) : null;
}

/** Decimals that leave twenty significant digits; negative when the whole part alone is longer. */
function placesFor(magnitude: bigint, denominator: bigint): number {
  const whole = magnitude / denominator;
  if (whole > 0n) return significantDigits - whole.toString().length;
  let leadingZeros = 0;
  for (let scaled = magnitude * 10n; scaled < denominator; scaled *= 10n) leadingZeros += 1;
  return significantDigits + leadingZeros;
}

function placePoint(digits: bigint, places: number): string {
  if (places <= 0) return (digits * 10n ** BigInt(-places)).toString();
  const text = digits.toString().padStart(places + 1, '0');
  return `${text.slice(0, -places)}.${text.slice(-places)}`;
}
