import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kendallTauB } from './kendall-tau-b.js';

function byAllPairs(x: readonly number[], y: readonly number[]): number {
  let [difference, differInX, differInY] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const left = Math.sign((x[i] ?? 0) - (x[j] ?? 0));
      const right = Math.sign((y[i] ?? 0) - (y[j] ?? 0));
      difference += left * right;
      differInX += left * left;
      differInY += right * right;
    }
  }
  return difference / (Math.sqrt(differInX) * Math.sqrt(differInY));
}

describe('Kendall’s τ_b', () => {
  it.each([
    [[1, 2, 3], [1, 2, 3], 1],
    [[1, 2, 3], [3, 2, 1], -1],
    [[1, 2, 3], [1, 3, 2], 1 / 3],
    [[12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.4714045207910316],
  ])('of %j and %j is %d', (x, y, expected) => expect(kendallTauB(x, y)).toBeCloseTo(expected, 14));

  it('is not defined without an order on each side', () => {
    expect(kendallTauB([1, 1], [1, 2])).toBeNull();
    expect(kendallTauB([1, 2], [2, 2])).toBeNull();
    expect(kendallTauB([1], [2])).toBeNull();
    expect(() => kendallTauB([1], [])).toThrow(RangeError);
  });

  it('agrees with counting all pairs', () => {
    const place = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 30 }), (pairs) => {
        const [x, y] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
        const expected = byAllPairs(x, y);
        if (Number.isNaN(expected)) expect(kendallTauB(x, y)).toBeNull();
        else expect(kendallTauB(x, y)).toBeCloseTo(expected, 12);
      }),
    );
  });
});
