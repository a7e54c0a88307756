import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criteriaOf } from '../../../../test/builders/drawn-sheets.js';
import { scoringMethodKeys } from './scoring-methods.js';
import { tally } from './tally.js';
import type { TallyInput, TallySheet } from './tally-input.js';

describe.each(scoringMethodKeys)('%s', (method) => {
  const score = fc.integer({ min: 0, max: 40 }).map((quarters) => (quarters / 4).toString());
  const tables = fc
    .array(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 6 })
    .map((entries) =>
      entries.flatMap((rows, entry) =>
        rows.map(([a, b], judge) => ({
          entry: `E${entry}`,
          judge: `J${judge}`,
          scores: [
            { criterion: 'a', score: a },
            { criterion: 'b', score: b },
          ],
        })),
      ),
    );
  const input = (sheets: readonly TallySheet[], factors = ['0.7', '0.3']): TallyInput => ({
    sheets,
    criteria: criteriaOf(...factors),
    method,
    rounding: { total: 2 },
  });

  it('gives the same result for rows, scores and criteria in any order', () => {
    fc.assert(
      fc.property(
        tables.chain((sheets) =>
          fc.tuple(fc.constant(sheets), fc.shuffledSubarray(sheets, { minLength: sheets.length })),
        ),
        ([sheets, shuffled]) => {
          const turned = shuffled.map((sheet) => ({ ...sheet, scores: [...sheet.scores].reverse() }));
          expect(tally(input(turned))).toEqual(tally(input(sheets)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stays within the scores given, and of equal scores is that score', () => {
    fc.assert(
      fc.property(tables, score, (sheets, same) => {
        for (const { score: total } of tally(input(sheets)).entries) {
          expect(Number(total)).toBeGreaterThanOrEqual(0);
          expect(Number(total)).toBeLessThanOrEqual(10);
        }
        const equal = sheets.map((sheet) => ({
          ...sheet,
          scores: sheet.scores.map((one) => ({ ...one, score: same })),
        }));
        for (const entry of tally(input(equal)).entries) {
          expect(entry).toMatchObject({ rank: 1 });
          expect(Number(entry.score)).toBe(Number(same));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the ranks when all weights are doubled', () => {
    fc.assert(
      fc.property(tables, (sheets) => {
        const ranks = (factors: string[]) =>
          tally({ ...input(sheets, factors), rounding: {} }).entries.map(({ entry, rank }) => [entry, rank]);
        expect(ranks(['1.4', '0.6'])).toEqual(ranks(['0.7', '0.3']));
      }),
      { numRuns: 60 },
    );
  });

  it('never lowers an entry whose score rises', () => {
    fc.assert(
      fc.property(tables, fc.nat(), (sheets, pick) => {
        const chosen = sheets[pick % sheets.length] as TallySheet;
        const raised = sheets.map((sheet) =>
          sheet === chosen ? { ...sheet, scores: [{ criterion: 'a', score: '10' }, ...sheet.scores.slice(1)] } : sheet,
        );
        const rankIn = (rows: readonly TallySheet[]) =>
          tally(input(rows)).entries.find(({ entry }) => entry === chosen.entry)?.rank ?? Infinity;
        expect(rankIn(raised)).toBeLessThanOrEqual(rankIn(sheets));
      }),
      { numRuns: 60 },
    );
  });
});
