import type { Rational } from '../decimal/rational.js';

/** A sorted copy, smallest first. */
export function sortedAscending(values: readonly Rational[]): Rational[] {
  return [...values].sort((left, right) => left.compareTo(right));
}
