import { Rational } from '../decimal/rational.js';

/** Exact sum; 0 without values. */
export function sum(values: readonly Rational[]): Rational {
  let numerator = 0n;
  let denominator = values[0]?.denominator ?? 1n;
  for (const value of values) {
    // Scores of one scale are added as integers; only a change of scale needs a fraction.
    if (value.denominator === denominator) {
      numerator += value.numerator;
      continue;
    }
    ({ numerator, denominator } = Rational.of(numerator, denominator).plus(value));
  }
  return Rational.of(numerator, denominator);
}
