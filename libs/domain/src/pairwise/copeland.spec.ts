import { describe, expect, it } from '@jest/globals';
import { drawnComparisons } from '../../../../test/builders/drawn-designs.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { copelandFromPairs } from './copeland.js';
import { pairwiseTable } from './pairwise-table.js';

const won = (winner: string, loser: string, count: number) => ({ winner, loser, count });
const scoresOf = (rows: Parameters<typeof pairwiseTable>[0]) =>
  copelandFromPairs(pairwiseTable(rows)).scores.map((score) => toDecimalString(score));

describe('copelandFromPairs', () => {
  it('counts majorities won, ties half, and comparisons in favour', () => {
    const { entries, scores, tieBreaks, unmet } = copelandFromPairs(
      pairwiseTable([won('a', 'b', 3), won('b', 'a', 2), won('b', 'c', 1), won('c', 'b', 1), won('d', 'a', 0.5)]),
    );
    expect(entries).toEqual(['a', 'b', 'c', 'd']);
    expect(scores.map((score) => toDecimalString(score))).toEqual(['1', '0.5', '0.5', '1']);
    expect([...tieBreaks]).toEqual([3, 3, 1, 0.5]);
    expect(unmet).toEqual({
      count: 3,
      pairs: [
        ['a', 'c'],
        ['b', 'd'],
        ['c', 'd'],
      ],
    });
  });

  it('names twenty of the pairs that nobody compared, and counts all', () => {
    const chain = Array.from({ length: 30 }, (_, i) => won(`e${i}`, `e${i + 1}`, 1));
    const { unmet } = copelandFromPairs(pairwiseTable(chain));
    expect(unmet.count).toBe((31 * 30) / 2 - 30);
    expect(unmet.pairs).toHaveLength(20);
    expect(unmet.pairs[0]).toEqual(['e0', 'e10']);
  });

  it('gives one point for each pair that was compared, whatever the order of rows', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const rows = drawnComparisons(seed);
      const { entries, scores, unmet } = copelandFromPairs(pairwiseTable(rows));
      const total = scores.reduce((sum, score) => sum + score.toNumber(), 0);
      expect(total).toBe((entries.length * (entries.length - 1)) / 2 - unmet.count);
      expect(scoresOf([...rows].reverse())).toEqual(scoresOf(rows));
    }
  });
});
