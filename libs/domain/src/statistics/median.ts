import { Rational } from '../decimal/rational.js';
import { sortedAscending } from './sorted-ascending.js';

/**
 * Middle value, or the mean of the two middle ones, exact.
 *
 * @throws RangeError without values.
 * @example median([1, 4, 2, 9].map((n) => Rational.of(n))) // 3
 */
export function median(values: readonly Rational[]): Rational {
  const sorted = sortedAscending(values);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (!upper || !lower) throw new RangeError('a median needs at least one value');
  if (upper === lower) return upper;
  const both = lower.plus(upper);
  return Rational.of(both.numerator, both.denominator * 2n);
}
