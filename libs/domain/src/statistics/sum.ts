import { Rational } from '../decimal/rational.js';

/** Exact sum; 0 without values. */
export function sum(values: readonly Rational[]): Rational {
  let total = Rational.zero;
  for (const value of values) total = total.plus(value);
  return total;
}
