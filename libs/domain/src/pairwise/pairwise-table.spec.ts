import { describe, expect, it } from '@jest/globals';
import { pairwiseTable } from './pairwise-table.js';

const won = (winner: string, loser: string, count = 1) => ({ winner, loser, count });

describe('pairwiseTable', () => {
  it('merges equal pairs and puts all in code point order', () => {
    const table = pairwiseTable([won('b', 'a'), won('a', 'b', 2), won('b', 'a', 0.5), won('c', 'a')]);
    expect(table.entries).toEqual(['a', 'b', 'c']);
    expect([...table.winnerOf]).toEqual([0, 1, 2]);
    expect([...table.loserOf]).toEqual([1, 0, 0]);
    expect([...table.counts]).toEqual([2, 1.5, 1]);
  });

  it('adds fractions of a win without the crumbs of binary sums, in any order', () => {
    const rows = [won('a', 'b', 0.1), won('a', 'b', 0.2), won('b', 'a', 0.3)];
    for (const ordered of [rows, [...rows].reverse()]) expect([...pairwiseTable(ordered).counts]).toEqual([0.3, 0.3]);
  });

  it('knows entries whose count is 0, without a comparison', () => {
    const table = pairwiseTable([won('a', 'b', 0)]);
    expect(table.entries).toEqual(['a', 'b']);
    expect(table.counts).toHaveLength(0);
  });

  it('refuses a comparison of an entry with itself, and counts that are none', () => {
    for (const row of [won('a', 'a'), won('a', 'b', -1), won('a', 'b', Number.NaN), won('a', 'b', Infinity)]) {
      expect(() => pairwiseTable([won('a', 'b'), row])).toThrow(
        expect.objectContaining({ code: 'comparison-invalid' }),
      );
    }
  });
});
