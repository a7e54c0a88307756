import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criteriaOf, sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import type { ScoringMethodKey } from '../scoring/scoring-methods.js';
import { tally } from '../scoring/tally.js';
import type { TallySheet } from '../scoring/tally-input.js';
import { awardChanges, awardStandings, type RankedEntry } from './award-standing.js';
import { compareMethods } from './compare-methods.js';
import { leaveOneJudgeOut } from './leave-one-judge-out.js';
import { scoreMargins } from './score-margins.js';

/** "A B=C D": best first, ties joined by "=", "-E" not ranked. */
function rankingOf(drawing: string): RankedEntry[] {
  let better = 0;
  return drawing.split(' ').flatMap((group): RankedEntry[] => {
    if (group.startsWith('-')) return [{ entry: group.slice(1), rank: null }];
    const entries = group.split('=');
    const rank = better + 1;
    better += entries.length;
    return entries.map((entry) => ({ entry, rank }));
  });
}

const rankBy = (method: ScoringMethodKey) => (sheets: readonly TallySheet[]) =>
  tally({ sheets, criteria: criteriaOf('1'), method, options: method === 'trimmed-mean' ? { trim: 1 } : {} }).entries;

/** Rows entries, columns judges J1, J2 … */
const panel = (table: string) =>
  sheetsOf(
    table
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [entry, ...cells] = line.trim().split(/\s+/);
        return cells.map((cell, judge) => `${entry} J${judge + 1} ${cell}`);
      })
      .join('\n'),
  );

/** J5 alone carries A to the top; the trimmed mean drops that score. */
const finals = panel(`
  A 7 7 7 7 10
  B 8 8 7 7 7
  C 7 7 7 8 7
  D 6 6 6 6 6`);

describe('the standing at an award line', () => {
  it.each([
    ['A B=C D', 1, 'A above, B below, C below, D below'],
    ['A B=C D', 2, 'A above, B tied, C tied, D below'],
    ['A B=C D', 3, 'A above, B above, C above, D below'],
    ['A B=C D', 9, 'A above, B above, C above, D above'],
    ['A=B=C -D', 3, 'A above, B above, C above, D below'],
    ['A=B=C -D', 1, 'A tied, B tied, C tied, D below'],
  ])('of %s after %d is %s', (drawing, after, expected) => {
    const standings = awardStandings(rankingOf(drawing), after);
    expect([...standings].map(([entry, standing]) => `${entry} ${standing}`).join(', ')).toBe(expected);
  });

  it('does not depend on the convention of the ranks', () => {
    const competition = rankingOf('A B=C=D E');
    const dense = [1, 2, 2, 2, 3];
    const fractional = [1, 3, 3, 3, 5];
    for (const ranks of [dense, fractional]) {
      const other = competition.map(({ entry }, at) => ({ entry, rank: ranks[at] ?? null }));
      for (let after = 1; after <= 6; after += 1) {
        expect(awardStandings(other, after)).toEqual(awardStandings(competition, after));
      }
    }
  });

  it('changes both ways at once, also for entries that only one ranking knows', () => {
    expect(awardChanges(rankingOf('A B C'), rankingOf('C=A -B D'), [1, 2])).toEqual([
      {
        after: 1,
        changes: [
          { entry: 'A', from: 'above', to: 'tied' },
          { entry: 'C', from: 'below', to: 'tied' },
        ],
      },
      {
        after: 2,
        changes: [
          { entry: 'B', from: 'above', to: 'below' },
          { entry: 'C', from: 'below', to: 'above' },
        ],
      },
    ]);
  });
});

describe('methods side by side', () => {
  const compare = (places = [1, 2]) =>
    compareMethods(
      { method: 'mean', ranking: rankBy('mean')(finals) },
      (['trimmed-mean', 'median'] as const).map((method) => ({ method, ranking: rankBy(method)(finals) })),
      places,
    );

  it('show the award sets, what changes against the declared method, and how far they agree', () => {
    const [mean, trimmed] = compare();
    expect(mean).toMatchObject({
      method: 'mean',
      awards: [
        { after: 1, above: ['A'], tied: [] },
        { after: 2, above: ['A', 'B'], tied: [] },
      ],
      awardChanges: [
        { after: 1, changes: [] },
        { after: 2, changes: [] },
      ],
      largestRankChange: 0,
    });
    // Trimmed: B 7.33, A and C 7.
    expect(trimmed?.awards).toEqual([
      { after: 1, above: ['B'], tied: [] },
      { after: 2, above: ['B'], tied: ['A', 'C'] },
    ]);
    expect(trimmed?.awardChanges[0]?.changes).toEqual([
      { entry: 'A', from: 'above', to: 'below' },
      { entry: 'B', from: 'below', to: 'above' },
    ]);
    expect(trimmed?.rankChanges).toEqual([
      { entry: 'A', change: 1 },
      { entry: 'B', change: -1 },
      { entry: 'C', change: -1 },
      { entry: 'D', change: 0 },
    ]);
    expect(trimmed?.largestRankChange).toBe(1);
    expect(mean?.agreement).toEqual([1, trimmed?.agreement[0], compare()[2]?.agreement[0]]);
    expect(trimmed?.agreement[0]).toBeCloseTo((4 - 1) / Math.sqrt(6 * 5), 12);
  });

  it('refuse a line that is no number of places', () => {
    expect(() => compare([0])).toThrow(RangeError);
    expect(() => compare([1.5])).toThrow(RangeError);
  });
});

describe('leaving out one judge', () => {
  it('shows whose sheets an award hangs on', () => {
    const rows = leaveOneJudgeOut(finals, rankBy('mean'), [1]);
    expect(rows.map(({ judge, sheets }) => `${judge} ${sheets}`)).toEqual(['J1 4', 'J2 4', 'J3 4', 'J4 4', 'J5 4']);
    expect(rows[4]).toMatchObject({
      awardChanges: [
        {
          after: 1,
          changes: [
            { entry: 'A', from: 'above', to: 'below' },
            { entry: 'B', from: 'below', to: 'above' },
          ],
        },
      ],
      rankChanges: [
        { entry: 'A', change: 2 },
        { entry: 'B', change: -1 },
        { entry: 'C', change: -1 },
      ],
      largestRankChange: 2,
      unranked: [],
    });
    expect(rows[2]?.awardChanges[0]?.changes).toEqual([]);
  });

  it('names the entries that lose their rank', () => {
    const sheets = [...finals, ...sheetsOf('E J6 9')];
    const without = leaveOneJudgeOut(sheets, rankBy('mean'), [1]).find(({ judge }) => judge === 'J6');
    expect(without).toMatchObject({
      unranked: ['E'],
      rankChanges: [{ change: -1 }, { change: -1 }, { change: -1 }, { change: -1 }],
    });
    const alone = leaveOneJudgeOut(sheetsOf('A J1 5'), rankBy('mean'), [1]);
    expect(alone).toMatchObject([
      { judge: 'J1', unranked: ['A'], awardChanges: [{ changes: [{ entry: 'A', to: 'below' }] }] },
    ]);
  });
});

describe('points to an award line', () => {
  it('are the gap across it, exact for decimal strings', () => {
    const rows = [
      { entry: 'A', rank: 1, score: '90.10' },
      { entry: 'B', rank: 2, score: '90.07' },
      { entry: 'C', rank: 3, score: '89.9' },
      { entry: 'D', rank: 3, score: '89.9' },
      { entry: 'E', rank: null, score: null },
    ];
    expect(scoreMargins(rows, [1, 2, 3, 4])).toEqual([
      { after: 1, points: '0.03', lastAbove: ['A'], firstBelow: ['B'] },
      { after: 2, points: '0.17', lastAbove: ['B'], firstBelow: ['C', 'D'] },
      { after: 3, points: '0', lastAbove: ['C', 'D'], firstBelow: ['C', 'D'] },
      { after: 4, points: null, lastAbove: ['C', 'D'], firstBelow: [] },
    ]);
  });

  it('take a model’s doubles at 9 decimals, and refuse ranks against the scores', () => {
    const rows = [
      { entry: 'A', rank: 1, score: 0.30000000000000004 },
      { entry: 'B', rank: 2, score: -1e-12 },
    ];
    expect(scoreMargins(rows, [1])[0]?.points).toBe('0.3');
    expect(() => scoreMargins([...rows, { entry: 'C', rank: 3, score: 4 }], [1])).toThrow(RangeError);
  });

  it('tie the line when they are given to the first below, and change hands with any more', () => {
    const score = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 9 }), fc.nat(), (scores, pick) => {
        const ranked = (values: readonly number[]) =>
          values.map((value, at) => ({
            entry: `E${at}`,
            score: String(value),
            rank: 1 + values.filter((other) => other > value).length,
          }));
        const after = 1 + (pick % (scores.length - 1));
        const [margin] = scoreMargins(ranked(scores), [after]);
        const points = Number(margin?.points);
        const from = ranked(scores);
        const raised = (by: number) =>
          ranked(scores.map((value, at) => (`E${at}` === margin?.firstBelow[0] ? value + by : value)));
        if (points > 0) {
          expect(awardStandings(raised(points), after).get(margin?.firstBelow[0] ?? '')).toBe('tied');
          expect(awardChanges(from, raised(points - 0.5), [after])[0]?.changes).toEqual([]);
        }
        expect(awardStandings(raised(points + 0.5), after).get(margin?.firstBelow[0] ?? '')).toBe('above');
      }),
    );
  });
});
