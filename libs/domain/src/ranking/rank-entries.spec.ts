import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rankConventions, rankEntries } from './rank-entries.js';

const isEqual = (left: number, right: number) => left === right;

describe('ranks of values in order', () => {
  it.each([
    ['competition', [9, 8, 8, 7], [1, 2, 2, 4]],
    ['dense', [9, 8, 8, 7], [1, 2, 2, 3]],
    ['modified', [9, 8, 8, 7], [1, 3, 3, 4]],
    ['fractional', [9, 8, 8, 7], [1, 2.5, 2.5, 4]],
    ['competition', [], []],
    ['competition', [5], [1]],
    ['competition', [5, 5, 5], [1, 1, 1]],
    ['dense', [5, 5, 5], [1, 1, 1]],
    ['modified', [5, 5, 5], [3, 3, 3]],
    ['fractional', [5, 5, 5], [2, 2, 2]],
  ] as const)('%s of %j are %j', (convention, values, ranks) => {
    expect(rankEntries(values, isEqual, convention)).toEqual(ranks);
  });

  it('agree with counting who is better', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 }), (unordered) => {
        const values = [...unordered].sort((a, b) => b - a);
        const better = (value: number) => values.filter((other) => other > value).length;
        const equal = (value: number) => values.filter((other) => other === value).length;
        const expected = {
          competition: values.map((value) => 1 + better(value)),
          dense: values.map((value) => 1 + new Set(values.filter((other) => other > value)).size),
          modified: values.map((value) => better(value) + equal(value)),
          fractional: values.map((value) => better(value) + (1 + equal(value)) / 2),
        };
        for (const convention of rankConventions) {
          expect(rankEntries(values, isEqual, convention)).toEqual(expected[convention]);
        }
      }),
    );
  });
});
