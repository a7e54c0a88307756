import type { Rational } from '../decimal/rational.js';
import type { ExactFraction } from './tally-result.js';

/** A fraction in lowest terms as strings, for rows and for comparison with the shadow. */
export function exactFraction(value: Rational): ExactFraction {
  const { numerator, denominator } = value.reduced();
  return { numerator: numerator.toString(), denominator: denominator.toString() };
}
