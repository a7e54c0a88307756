import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evenLoads } from './even-loads.js';

const bandsOf = (places: number, least: readonly number[], most: readonly number[]) => {
  const { lowest, highest } = evenLoads(places, least, most);
  return { lowest: [...lowest], highest: [...highest] };
};

describe('even loads', () => {
  it.each([
    ['differ by one at most', 10, [0, 0, 0], [99, 99, 99], { lowest: [3, 3, 3], highest: [4, 4, 4] }],
    ['are exact where places divide', 9, [0, 0, 0], [99, 99, 99], { lowest: [3, 3, 3], highest: [3, 3, 3] }],
    ['spare a judge who takes few', 10, [0, 0, 0], [2, 99, 99], { lowest: [2, 4, 4], highest: [2, 4, 4] }],
    ['leave a judge who has many already', 10, [6, 0, 0], [99, 99, 99], { lowest: [6, 2, 2], highest: [6, 2, 2] }],
    ['fill all where limits do not suffice', 9, [0, 0], [2, 3], { lowest: [2, 3], highest: [2, 3] }],
    ['are nothing without places', 0, [0, 0], [5, 5], { lowest: [0, 0], highest: [0, 0] }],
    ['are nobody without judges', 5, [], [], { lowest: [], highest: [] }],
  ] as const)('%s', (_name, places, least, most, expected) => {
    expect(bandsOf(places, least, most)).toEqual(expected);
  });

  it('hold the places between their sums wherever limits do, and differ by one at most apart from limits', () => {
    const limits = fc.array(fc.record({ least: fc.nat(5), room: fc.nat(9) }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(limits, fc.nat(80), (judges, places) => {
        const least = judges.map((judge) => judge.least);
        const most = judges.map((judge) => judge.least + judge.room);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        fc.pre(sum(least) <= places && places <= sum(most));
        const { lowest, highest } = bandsOf(places, least, most);
        expect(sum(lowest)).toBeLessThanOrEqual(places);
        expect(sum(highest)).toBeGreaterThanOrEqual(places);
        const free = judges.flatMap((_, index) => {
          const [low, high] = [lowest[index] ?? 0, highest[index] ?? 0];
          return low > (least[index] ?? 0) && high < (most[index] ?? 0) ? [low, high] : [];
        });
        if (free.length > 0) expect(Math.max(...free) - Math.min(...free)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
