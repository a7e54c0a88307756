import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readScoreFile } from './read-score-file.js';
import { recheck, type RecheckRule } from './recheck.js';
import type { ScoreFile } from './score-file.js';

const rule: RecheckRule = {
  method: 'trimmed-mean',
  trim: 1,
  trimMinimum: 3,
  trimFallback: 'mean',
  places: 2,
  ties: 'competition',
};

function sheetOf(rows: readonly string[][], judges = 5): ScoreFile {
  const header = ['项目', ...Array.from({ length: judges }, (_, index) => `评委${index + 1}`), '得分', '名次'];
  const { file } = readScoreFile([header, ...rows]);
  if (file === null) throw new TypeError('the sheet was refused');
  return file;
}

describe('the re-check of a published sheet', () => {
  it('marks exactly the cells that differ, by value and not by spelling', () => {
    const { entries, compared, differing } = recheck(
      sheetOf([
        ['甲', '9', '8', '10', '7', '9', '8.670', '1'],
        ['乙', '8', '8', '8', '8', '8', '8.01', '2'],
        ['丙', '7', '7', '7', '7', '7', '7', '4'],
      ]),
      rule,
    );
    expect(entries.map(({ computedScore, computedRank }) => [computedScore, computedRank])).toEqual([
      ['8.67', 1],
      ['8.00', 2],
      ['7.00', 3],
    ]);
    expect(entries.map(({ scoreDiffers, rankDiffers }) => [scoreDiffers, rankDiffers])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    expect({ compared, differing }).toEqual({ compared: 6, differing: 2 });
  });

  it('strikes exactly one of two equal extremes at each end', () => {
    const { entries } = recheck(sheetOf([['甲', '9', '8', '9', '8', '8.5', '8.5', '1']]), rule);
    expect(entries[0]?.dropped).toEqual(['highest', 'lowest', null, null, null]);
  });

  it('strikes two when all are equal', () => {
    const { entries } = recheck(sheetOf([['甲', '8', '8', '8', '8', '8', '8', '1']]), rule);
    expect(entries[0]?.dropped).toEqual(['lowest', 'highest', null, null, null]);
  });

  it('strikes nothing where too few scores are left, and says so', () => {
    const { entries, warnings } = recheck(sheetOf([['甲', '9', '缺席', '8', '', '', '8.5', '1']]), rule);
    expect(entries[0]).toMatchObject({ computedScore: '8.50', dropped: [null, null, null, null, null] });
    expect(warnings.map(({ code }) => code)).toContain('trim-fallback-used');
  });

  it('shows an entry without scores as differing from the rank it was given', () => {
    const { entries } = recheck(sheetOf([['甲', '', '', '', '', '', '', '1']]), rule);
    expect(entries[0]).toMatchObject({ computedScore: null, computedRank: null, rankDiffers: true });
  });

  it('rounds what a spreadsheet holds to what it shows before comparing', () => {
    const { entries, differing } = recheck(
      sheetOf([
        ['甲', '9', '8', '10', '7', '9', '8.66666666666667', '1'],
        ['乙', '8', '8', '8', '8', '8.2', '8.06666666666667', '2'],
      ]),
      { ...rule, method: 'mean' },
    );
    expect(entries.map(({ comparedScore, computedScore }) => [comparedScore, computedScore])).toEqual([
      ['8.67', '8.60'],
      ['8.07', '8.04'],
    ]);
    expect(differing).toBe(2);
  });

  it('compares at the published places where the rule rounds nothing, and ranks by the exact score', () => {
    const unrounded = { ...rule, places: null };
    const check = (first: string, second: string) =>
      recheck(
        sheetOf([
          ['甲', '9', '8', '10', '7', '9', first, '1'],
          ['乙', '9', '8', '10', '7', '8.995', second, '2'],
        ]),
        unrounded,
      ).entries.map(({ computedScore, scoreDiffers, rankDiffers }) => [computedScore, scoreDiffers, rankDiffers]);
    expect(check('8.67', '8.67')).toEqual([
      ['8.67', false, false],
      ['8.67', false, false],
    ]);
    expect(check('8.66666666666667', '8.665')).toEqual([
      ['8.66666666666667', false, false],
      ['8.665', false, false],
    ]);
    // 8.7 beside 8.67 was published with two decimals as well, so it is wrong by three hundredths.
    expect(check('8.7', '8.67').map(([, differs]) => differs)).toEqual([true, false]);
  });

  it('shows the exact score where nothing is published and nothing rounded', () => {
    const { entries, compared } = recheck(sheetOf([['甲', '9', '8', '10', '7', '9', '', '']]), {
      ...rule,
      places: null,
    });
    expect(entries[0]).toMatchObject({ computedScore: '8.6666666666666666667', comparedScore: null });
    expect(compared).toBe(0);
  });

  it('finds nothing in a sheet computed by the rule itself, and the one cell altered in it', () => {
    const score = fc.integer({ min: 0, max: 1000 }).map((tenths) => (tenths / 10).toFixed(1).replace(/\.0$/, ''));
    const panel = fc.array(score, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(panel, { minLength: 1, maxLength: 12 }), fc.nat(), (panels, at) => {
        const blank = sheetOf(panels.map((scores, index) => [`E${index}`, ...scores, '', '']));
        const published = recheck(blank, rule).entries.map(({ computedScore, computedRank }) => [
          computedScore ?? '',
          String(computedRank),
        ]);
        const rows = panels.map((scores, index) => [`E${index}`, ...scores, ...(published[index] ?? [])]);
        expect(recheck(sheetOf(rows), rule)).toMatchObject({ compared: panels.length * 2, differing: 0 });
        const altered = at % panels.length;
        const cells = rows[altered] ?? [];
        cells[6] = `${Number(cells[6]) + 0.01}`.slice(0, 6);
        const { entries, differing } = recheck(sheetOf(rows), rule);
        expect(differing).toBe(1);
        expect(entries[altered]?.scoreDiffers).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
