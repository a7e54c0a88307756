import { Rational } from '../decimal/rational.js';
import { sum } from './sum.js';

/**
 * Arithmetic mean, exact.
 *
 * @throws RangeError without values.
 * @example mean([parseDecimal('7.25'), parseDecimal('7.5')]) // 7.375
 */
export function mean(values: readonly Rational[]): Rational {
  if (values.length === 0) throw new RangeError('a mean needs at least one value');
  const total = sum(values);
  return Rational.of(total.numerator, total.denominator * BigInt(values.length));
}
