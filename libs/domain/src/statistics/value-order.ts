import type { Rational } from '../decimal/rational.js';

/**
 * Place of each value among the distinct values, ascending from 0; equal values share it. Fractions are compared once
 * for each distinct value, so that all later comparisons are of small integers.
 *
 * @example valueOrder([7, 5, 7, 9].map((n) => Rational.of(n))) // [1, 0, 1, 2]
 */
export function valueOrder(values: readonly Rational[]): Int32Array {
  const scale = values[0]?.denominator;
  const isOneScale = values.every(({ denominator }) => denominator === scale);
  const keyOf = isOneScale ? ({ numerator }: Rational) => numerator : reducedText;
  const known = new Map<bigint | string, number>();
  const distinct: Rational[] = [];
  const groupOf = Int32Array.from(values, (value) => {
    const key = keyOf(value);
    const group = known.get(key);
    if (group !== undefined) return group;
    known.set(key, distinct.length);
    return distinct.push(value) - 1;
  });
  const ascending = distinct.map((value, group) => ({ value, group }));
  ascending.sort((left, right) => left.value.compareTo(right.value));
  const placeOf = new Int32Array(distinct.length);
  ascending.forEach(({ group }, place) => (placeOf[group] = place));
  return groupOf.map((group) => placeOf[group] ?? 0);
}

function reducedText(value: Rational): string {
  const { numerator, denominator } = value.reduced();
  return `${numerator}/${denominator}`;
}
