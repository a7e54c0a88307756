import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from '../decimal/rational.js';
import { valueOrder } from './value-order.js';

describe('the order of values', () => {
  it('numbers distinct values from the lowest, and equal ones alike whatever their denominators', () => {
    const values = [Rational.of(1, 2), Rational.of(1, 3), Rational.of(2, 4), Rational.of(-1), Rational.of(3, 9)];
    expect([...valueOrder(values)]).toEqual([2, 1, 2, 0, 1]);
    expect([...valueOrder([])]).toEqual([]);
  });

  it('agrees with comparing each pair of fractions', () => {
    const fractions = fc
      .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 4 }))
      .map(([above, below]) => Rational.of(above, below));
    fc.assert(
      fc.property(fc.array(fractions, { maxLength: 12 }), (values) => {
        const order = valueOrder(values);
        values.forEach((left, i) =>
          values.forEach((right, j) =>
            expect(Math.sign((order[i] ?? 0) - (order[j] ?? 0))).toBe(left.compareTo(right)),
          ),
        );
      }),
      { numRuns: 100 },
    );
  });
});
