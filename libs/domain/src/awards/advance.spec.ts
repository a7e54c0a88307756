import { describe, expect, it } from '@jest/globals';
import { advance } from './advance.js';

const ranked = (...ranks: (number | null)[]) =>
  ranks.map((rank, index) => ({ entry: 'ABCDEFGHIJ'.charAt(index), rank }));

describe('advancement', () => {
  it.each([
    ['the first two', [1, 2, 3], 'number', '2', { advanced: ['A', 'B'], remaining: ['C'], tieAtCut: [], vacant: 0 }],
    [
      'both of a tie at the cut',
      [1, 2, 2, 4],
      'number',
      '2',
      { advanced: ['A', 'B', 'C'], remaining: ['D'], tieAtCut: ['B', 'C'] },
    ],
    [
      'a tie that ends at the cut needs nothing',
      [1, 2, 2, 4],
      'number',
      '3',
      { advanced: ['A', 'B', 'C'], tieAtCut: [] },
    ],
    [
      'a ratio of all entries, rounded up',
      [1, 2, 3, null],
      'ratio',
      '0.30',
      { quota: 2, advanced: ['A', 'B'], remaining: ['C', 'D'] },
    ],
    ['a ratio of one', [1, 2], 'ratio', '1', { quota: 2, advanced: ['A', 'B'] }],
    [
      'never an entry without a rank',
      [1, null, null],
      'number',
      '3',
      { advanced: ['A'], remaining: ['B', 'C'], vacant: 2 },
    ],
    ['nobody of nothing', [null], 'number', '0', { advanced: [], vacant: 0 }],
  ] as const)('takes %s', (_name, ranks, by, value, expected) => {
    expect(advance({ ranked: ranked(...ranks), by, value })).toMatchObject([expected]);
  });

  it('keeps reserves in order, all of a tie among them', () => {
    const [group] = advance({ ranked: ranked(1, 2, 3, 4, 4, 6), by: 'number', value: '2', reserve: 2 });
    expect(group).toMatchObject({ advanced: ['A', 'B'], reserves: ['C', 'D', 'E'], remaining: ['F'] });
  });

  it('fills the quota of each group apart', () => {
    const rows = [
      { entry: 'A', rank: 1, group: 'p2' },
      { entry: 'B', rank: 1, group: 'p1' },
      { entry: 'C', rank: 2, group: 'p1' },
    ];
    expect(advance({ ranked: rows, by: 'number', value: '1' })).toMatchObject([
      { group: 'p1', advanced: ['B'], remaining: ['C'] },
      { group: 'p2', advanced: ['A'], remaining: [] },
    ]);
  });

  it.each([
    ['number', '1.5'],
    ['number', '-1'],
    ['ratio', '0'],
    ['ratio', '1.01'],
  ] as const)('refuses %s %s', (by, value) => {
    expect(() => advance({ ranked: ranked(1), by, value })).toThrow(RangeError);
  });
});
