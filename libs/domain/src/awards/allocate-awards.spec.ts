import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rankEntries } from '../ranking/rank-entries.js';
import { allocateAwards, type AwardTier } from './allocate-awards.js';

/** Entries A, B, C … with these ranks. */
const ranked = (...ranks: (number | null)[]) =>
  ranks.map((rank, index) => ({ entry: 'ABCDEFGHIJ'.charAt(index), rank }));
const tiers = (...quotas: number[]): AwardTier[] =>
  quotas.map((quota, index) => ({ key: ['gold', 'silver', 'bronze', 'merit'][index] ?? '', quota }));

/** "gold A | silver B C | bronze - 1 vacant" */
function drawn(allocation: ReturnType<typeof allocateAwards>): string {
  return allocation.tiers
    .map(({ tier, entries, vacant, usedAbove, undecided }) =>
      [
        tier,
        entries.map(({ entry }) => entry).join('') || '-',
        vacant > 0 ? `${vacant} vacant` : '',
        usedAbove > 0 ? `${usedAbove} used above` : '',
        undecided > 0 ? `${undecided} undecided` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    )
    .join(' | ');
}

describe('awards', () => {
  it.each<[string, (number | null)[], number[], string[][], string]>([
    [
      'fill the tiers from the top',
      [1, 2, 3, 4, 5, 6, 7, 8],
      [1, 2, 3, 2],
      [],
      'gold A | silver BC | bronze DEF | merit GH',
    ],
    [
      'leave places vacant when entries run out',
      [1, 2],
      [1, 2, 3],
      [],
      'gold A | silver B 1 vacant | bronze - 3 vacant',
    ],
    ['do not see entries without a rank', [1, null], [1, 1], [], 'gold A | silver - 1 vacant'],
    ['let a tie within a tier stand', [1, 2, 2, 4], [1, 2, 1], [], 'gold A | silver BC | bronze D'],
    [
      'are blocked by a tie that a line cuts',
      [1, 1, 3, 4],
      [1, 2, 1],
      [],
      'gold - 1 undecided | silver C 1 undecided | bronze D',
    ],
    ['are blocked below the last line too', [1, 2, 3, 3], [1, 1, 1], [], 'gold A | silver B | bronze - 1 undecided'],
    [
      'give the higher tier where it was decided to share, at the cost of the next',
      [1, 1, 3, 4],
      [1, 2, 1],
      [['A', 'B']],
      'gold AB | silver C 1 used above | bronze D',
    ],
    [
      'let a large shared tie use up a whole tier',
      [1, 1, 1, 1, 5],
      [1, 2, 3],
      [['A', 'B', 'C', 'D']],
      'gold ABCD | silver - 2 used above | bronze E 1 vacant 1 used above',
    ],
    [
      'ignore a decision that does not cover the tie',
      [1, 1, 1],
      [1, 1, 1],
      [['A', 'B']],
      'gold - 1 undecided | silver - 1 undecided | bronze - 1 undecided',
    ],
    ['of nobody are all vacant', [], [1, 2], [], 'gold - 1 vacant | silver - 2 vacant'],
  ])('%s', (_name, ranks, quotas, shared, expected) => {
    expect(drawn(allocateAwards({ ranked: ranked(...ranks), tiers: tiers(...quotas), shared }))).toBe(expected);
  });

  it('name the tie that blocks them', () => {
    const { blockers } = allocateAwards({ ranked: ranked(1, 2, 3, 3), tiers: tiers(1, 1, 1) });
    expect(blockers).toEqual([{ code: 'tie-at-award-line', tier: 'bronze', rank: 3, entries: ['C', 'D'] }]);
  });

  it('leave a tier vacant rather than give it below its minimum score', () => {
    const scored = [
      { entry: 'A', rank: 1, score: '88.50' },
      { entry: 'B', rank: 2, score: '80.00' },
    ];
    const [gold, silver] = tiers(1, 2) as [AwardTier, AwardTier];
    const allocation = allocateAwards({
      ranked: scored,
      tiers: [
        { ...gold, minimumScore: '88.51' },
        { ...silver, minimumScore: '80' },
      ],
    });
    expect(drawn(allocation)).toBe('gold - 1 vacant | silver AB');
  });

  it('never lose or double an entry, and account for every place', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 10 });
    const quotas = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(scores, quotas, (values, counts) => {
        const rows = ranked(
          ...rankEntries(
            [...values].sort((a, b) => b - a),
            (a, b) => a === b,
          ),
        );
        const { tiers: given, unawarded, blockers } = allocateAwards({ ranked: rows, tiers: tiers(...counts) });
        const placed = [
          ...given.flatMap(({ entries }) => entries.map(({ entry }) => entry)),
          ...blockers.flatMap(({ entries }) => entries),
          ...unawarded,
        ];
        expect([...placed].sort((a, b) => (a < b ? -1 : 1))).toEqual(rows.map(({ entry }) => entry));
        for (const { entries, quota, vacant, undecided, usedAbove } of given) {
          expect(entries.length + vacant + undecided + usedAbove).toBe(quota);
        }
      }),
    );
  });
});
