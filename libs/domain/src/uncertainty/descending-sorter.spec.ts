import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { descendingSorter } from './descending-sorter.js';

describe('sorting from the highest', () => {
  it.each([
    [[], []],
    [[7], [0]],
    [
      [2, 9, 5],
      [1, 2, 0],
    ],
    [
      [3, 3, 4, 3],
      [2, 0, 1, 3],
    ],
    [
      [-Infinity, 0, Infinity],
      [2, 1, 0],
    ],
  ])('of %j gives the positions %j', (values, places) => {
    expect([...descendingSorter(values.length)(Float64Array.from(values))]).toEqual(places);
  });

  it('agrees with a comparing sort, time after time, and leaves the values as they are', () => {
    const arrays = fc.integer({ min: 0, max: 70 }).chain((size) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: size, maxLength: size }), {
        minLength: 1,
        maxLength: 3,
      }),
    );
    fc.assert(
      fc.property(arrays, (rows) => {
        const sort = descendingSorter(rows[0]?.length ?? 0);
        for (const row of rows) {
          const values = Float64Array.from(row);
          const expected = [...row.keys()].sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0) || a - b);
          expect([...sort(values)]).toEqual(expected);
          expect([...values]).toEqual(row);
        }
      }),
    );
  });
});
