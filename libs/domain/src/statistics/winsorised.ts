import type { Rational } from '../decimal/rational.js';
import { sortedAscending } from './sorted-ascending.js';

/**
 * The values in their order, the `trim` lowest raised to the next and the `trim` highest lowered to the next.
 *
 * @throws RangeError when fewer than 2 × trim + 1 values are given.
 */
export function winsorised(values: readonly Rational[], trim: number): readonly Rational[] {
  if (trim === 0) return values;
  const sorted = sortedAscending(values);
  const low = sorted[trim];
  const high = sorted[values.length - 1 - trim];
  if (!low || !high || values.length < 2 * trim + 1) throw new RangeError(`winsorising ${trim} needs more values`);
  return values.map((value) => (value.compareTo(low) < 0 ? low : value.compareTo(high) > 0 ? high : value));
}
