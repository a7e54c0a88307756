import { Rational } from '../../decimal/rational.js';
import { significantDigits, toDecimalString } from '../../decimal/to-decimal-string.js';

const largest = Number.MAX_SAFE_INTEGER;
/** 10^n, exact. */
const powers = Array.from({ length: 16 }, (_, places) => Number(`1e${places}`));

/**
 * What `toDecimalString` prints of a fraction of safe integers, without big integers for all but a few.
 *
 * @param denominator above 0
 */
export function fractionText(numerator: number, denominator: number): string {
  const magnitude = Math.abs(numerator);
  const divisor = greatestDivisor(magnitude, denominator);
  const text = unsignedText(magnitude / divisor, denominator / divisor);
  if (text === null) return toDecimalString(Rational.of(numerator, denominator));
  return numerator < 0 ? `-${text}` : text;
}

/** What `formatFixed` prints of units / 10^places, in safe integers. */
export function roundedText(units: number, places: number): string {
  if (places === 0) return units.toString();
  const digits = Math.abs(units)
    .toString()
    .padStart(places + 1, '0');
  return `${units < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Both parts 0 or above, in safe integers. */
export function greatestDivisor(left: number, right: number): number {
  while (right !== 0) [left, right] = [right, left % right];
  return left;
}

/** Null where digits would have to be carried or are too many for doubles. */
function unsignedText(numerator: number, denominator: number): string | null {
  const rest = numerator % denominator;
  const whole = (numerator - rest) / denominator;
  if (rest === 0) return whole.toString();
  const ending = endingPlaces(denominator);
  if (ending !== null) {
    if (ending > 15) return null;
    const digits = rest * (powers[ending]! / denominator);
    return digits <= largest ? `${whole}.${paddedDigits(digits, ending)}` : null;
  }
  const places =
    whole > 0 ? significantDigits - whole.toString().length : significantDigits + leadingZeros(rest, denominator);
  const decimals = dividedDigits(rest, denominator, places);
  return decimals === null ? null : `${whole}.${decimals}`;
}

/** Decimals after which n/denominator ends, or null when it does not. */
function endingPlaces(denominator: number): number | null {
  let left = denominator;
  let [twos, fives] = [0, 0];
  for (; left % 2 === 0; twos += 1) left /= 2;
  for (; left % 5 === 0; fives += 1) left /= 5;
  return left === 1 ? Math.max(twos, fives) : null;
}

/** Zeros after the point before the first digit of a fraction below 1. */
function leadingZeros(numerator: number, denominator: number): number {
  let zeros = 0;
  for (let scaled = numerator * 10; scaled < denominator; scaled *= 10) zeros += 1;
  return zeros;
}

/** Long division by nine digits at a time, the last digit rounded half up. */
function dividedDigits(numerator: number, denominator: number, places: number): string | null {
  if (denominator > largest / powers[9]!) return null;
  let text = '';
  let rest = numerator;
  for (let left = places; left > 0; left -= 9) {
    const length = Math.min(9, left);
    const scaled = rest * powers[length]!;
    rest = scaled % denominator;
    text += paddedDigits((scaled - rest) / denominator, length);
  }
  if (2 * rest < denominator) return text;
  const last = text.charCodeAt(text.length - 1) - 48;
  return last === 9 ? null : `${text.slice(0, -1)}${last + 1}`;
}

/** A count below 10^length with zeros before it. */
export function paddedDigits(count: number, length: number): string {
  // A leading 1 keeps the zeros: quicker than filling up.
  return (powers[length]! + count).toString().slice(1);
}
