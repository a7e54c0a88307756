import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { type SheetDesign, sheetDesign } from '../severity/sheet-design.js';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { estimateOfMeans } from './estimate-of-means.js';
import { estimateWithoutErrors } from './estimate-without-errors.js';
import { expectedRanks } from './expected-ranks.js';
import { pairwiseRankIntervals } from './pairwise-rank-intervals.js';
import { rankIntervals } from './rank-intervals.js';
import type { RankIntervals } from './rank-interval-types.js';
import { simulatedRankIntervals } from './simulated-rank-intervals.js';
import type { RankFigure } from './rank-figure.js';

const panelOf = (rows: readonly (readonly number[])[]): SheetDesign =>
  sheetDesign(
    rows.flatMap((totals, entry) =>
      totals.map((total, judge) => ({ entry: 'ABCDEFGH'.charAt(entry), judge: `j${judge}`, total })),
    ),
  );
/** "1-2 1-2 3-3": each entry's interval. */
const printed = ({ value }: RankFigure<RankIntervals>) =>
  Array.from(value?.lowest ?? [], (lowest, entry) => `${lowest}-${value?.highest[entry]}`).join(' ');

const options = { confidence: 0.95, draws: 2000, seed: 1 };
const contests = fc
  .record({ entries: fc.integer({ min: 1, max: 7 }), judges: fc.integer({ min: 2, max: 6 }) })
  .chain(({ entries, judges }) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: judges, maxLength: judges }), {
      minLength: entries,
      maxLength: entries,
    }),
  );

describe('rank intervals by pairwise tests', () => {
  it.each([
    [
      'are single ranks where scores differ clearly',
      [
        [9, 8, 9],
        [5, 5, 4],
        [1, 1, 2],
      ],
      '1-1 2-2 3-3',
    ],
    // A − B: 1, 0, 0, difference one error; both clearly above C.
    [
      'keep together what is not told apart',
      [
        [8, 9, 7],
        [7, 9, 7],
        [1, 1, 2],
      ],
      '1-2 1-2 3-3',
    ],
    [
      'hold all ranks of an exact tie',
      [
        [5, 5],
        [5, 5],
        [9, 9],
      ],
      '2-3 2-3 1-1',
    ],
    ['of one entry is rank 1', [[3, 4]], '1-1'],
  ])('%s', (_name, rows, intervals) => {
    expect(printed(pairwiseRankIntervals(estimateOfMeans(panelOf(rows)), { confidence: 0.95 }))).toBe(intervals);
  });

  it('are at least as wide with the correction, and with more confidence', () => {
    fc.assert(
      fc.property(contests, (rows) => {
        const estimate = estimateOfMeans(panelOf(rows));
        const plain = pairwiseRankIntervals(estimate, { confidence: 0.9 }).value;
        const wider = [
          pairwiseRankIntervals(estimate, { confidence: 0.9, correction: 'bonferroni' }).value,
          pairwiseRankIntervals(estimate, { confidence: 0.99 }).value,
        ];
        for (const other of wider) {
          rows.forEach((_, entry) => {
            expect(other?.lowest[entry]).toBeLessThanOrEqual(plain?.lowest[entry] ?? 0);
            expect(other?.highest[entry]).toBeGreaterThanOrEqual(plain?.highest[entry] ?? 0);
          });
        }
      }),
    );
  });

  it('count nobody of unknown error as clearly above or below', () => {
    const estimate = estimateOfMeans(panelOf([[9, 8, 9], [5], [1, 1, 2]]));
    expect(printed(pairwiseRankIntervals(estimate, { confidence: 0.95 }))).toBe('1-2 0-0 2-3');
  });
});

describe('rank intervals by simulation', () => {
  it.each([
    [
      'are single ranks where scores differ clearly',
      [
        [9, 8, 9],
        [5, 5, 4],
        [1, 1, 2],
      ],
      '1-1 2-2 3-3',
    ],
    [
      'keep together what is not told apart',
      [
        [8, 9, 7],
        [7, 9, 7],
        [1, 1, 2],
      ],
      '1-2 1-2 3-3',
    ],
    [
      'part an exact tie by a coin',
      [
        [5, 5],
        [5, 5],
        [9, 9],
      ],
      '2-3 2-3 1-1',
    ],
    ['of one entry is rank 1', [[3, 4]], '1-1'],
  ])('%s', (_name, rows, intervals) => {
    expect(printed(simulatedRankIntervals(estimateOfMeans(panelOf(rows)), options))).toBe(intervals);
  });

  it('are the same for the same seed, hold ranks only, and surround the expected rank', () => {
    fc.assert(
      fc.property(contests, fc.integer(), (rows, seed) => {
        const estimate = estimateOfMeans(panelOf(rows));
        const one = simulatedRankIntervals(estimate, { ...options, draws: 300, seed });
        expect(simulatedRankIntervals(estimate, { ...options, draws: 300, seed })).toEqual(one);
        const expected = expectedRanks(estimate).value;
        rows.forEach((_, entry) => {
          const lowest = one.value?.lowest[entry] ?? 0;
          const highest = one.value?.highest[entry] ?? 0;
          expect(lowest).toBeGreaterThanOrEqual(1);
          expect(highest).toBeGreaterThanOrEqual(lowest);
          expect(highest).toBeLessThanOrEqual(rows.length);
          // What lies outside is at most 2.5 % on each side, up to E − 1 ranks away.
          const slack = 0.05 * rows.length + 0.25;
          expect(expected?.[entry]).toBeGreaterThan(lowest - slack);
          expect(expected?.[entry]).toBeLessThan(highest + slack);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('leave out what less than half of the rest on one side says', () => {
    // One error apart: the order is reversed in 16 % of draws.
    const estimate = estimateOfMeans(
      panelOf([
        [8, 9, 7],
        [7, 9, 7],
      ]),
    );
    const at = (confidence: number) => printed(simulatedRankIntervals(estimate, { ...options, confidence }));
    expect(at(0.6)).toBe('1-1 2-2');
    expect(at(0.75)).toBe('1-2 1-2');
  });

  it('count in full beyond 65,535 draws', () => {
    const estimate = estimateOfMeans(
      panelOf([
        [8, 9, 9],
        [1, 2, 2],
      ]),
    );
    expect(printed(simulatedRankIntervals(estimate, { ...options, draws: 70_000 }))).toBe('1-1 2-2');
  });

  it('place an entry of unknown error by its score, and give it no interval', () => {
    const estimate = estimateOfMeans(panelOf([[9, 8, 9], [5], [1, 1, 2]]));
    expect(printed(simulatedRankIntervals(estimate, options))).toBe('1-1 0-0 3-3');
  });

  it.each([{ confidence: 1 }, { confidence: 0 }, { draws: 0 }, { draws: 1.5 }, { seed: 0.5 }])(
    'are refused for %j',
    (wrong) => {
      const estimate = estimateOfMeans(
        panelOf([
          [1, 2],
          [2, 1],
        ]),
      );
      expect(() => simulatedRankIntervals(estimate, { ...options, ...wrong })).toThrow(RangeError);
    },
  );
});

describe('rank intervals', () => {
  it('are simulated where there is a joint distribution, else tested pair by pair', () => {
    const estimate = estimateOfMeans(
      panelOf([
        [8, 9, 7],
        [7, 9, 7],
        [1, 1, 2],
      ]),
    );
    expect(rankIntervals(estimate)).toEqual(simulatedRankIntervals(estimate, { ...options, draws: 10_000 }));
    const alone: ScoreEstimate = { ...estimate, drawErrors: null };
    expect(rankIntervals(alone)).toEqual(pairwiseRankIntervals(estimate, { confidence: 0.95 }));
  });

  it('are withheld where no error is known', () => {
    const unknown = estimateWithoutErrors(['A', 'B'], new Float64Array([1, 2]));
    expect(rankIntervals(unknown).withheld?.reason).toBe('error-unknown');
    expect(simulatedRankIntervals(unknown, options).withheld?.reason).toBe('error-unknown');
  });

  it('hold the true rank nearly as often as they say, in simulated contests of seven judges', () => {
    const normal = standardNormal(seededRandom(4));
    const truths = [3, 2.4, 2, 1, 0.8, 0];
    const held = { simulated: 0, pairwise: 0 };
    const repeats = 150;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const severities = Array.from({ length: 7 }, normal);
      const estimate = estimateOfMeans(panelOf(truths.map((truth) => severities.map((s) => truth + s + normal()))));
      const simulated = simulatedRankIntervals(estimate, { ...options, draws: 300 }).value;
      const pairwise = pairwiseRankIntervals(estimate, { confidence: 0.95 }).value;
      truths.forEach((_, entry) => {
        const holds = (intervals: RankIntervals | null) =>
          (intervals?.lowest[entry] ?? 9) <= entry + 1 && (intervals?.highest[entry] ?? 0) >= entry + 1;
        if (holds(simulated)) held.simulated += 1;
        if (holds(pairwise)) held.pairwise += 1;
      });
    }
    expect(held.simulated / (repeats * truths.length)).toBeGreaterThan(0.87);
    expect(held.pairwise / (repeats * truths.length)).toBeGreaterThan(0.87);
  });
});
