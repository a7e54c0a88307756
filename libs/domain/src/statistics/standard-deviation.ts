import { Rational } from '../decimal/rational.js';
import { sum } from './sum.js';

/**
 * Sample standard deviation (divisor n − 1) as a double: the variance is exact, only the root is not.
 *
 * @throws RangeError below two values.
 */
export function standardDeviation(values: readonly Rational[]): number {
  const count = values.length;
  if (count < 2) throw new RangeError('a standard deviation needs at least two values');
  const total = sum(values);
  const squares = sum(values.map((value) => value.times(value)));
  // (Σx² − (Σx)²/n) / (n − 1), without cancellation because it is exact.
  const spread = squares.minus(total.times(total).dividedBy(Rational.of(count)));
  return Math.sqrt(spread.dividedBy(Rational.of(count - 1)).toNumber());
}
