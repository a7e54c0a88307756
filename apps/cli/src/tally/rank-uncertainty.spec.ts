import { describe, expect, it } from '@jest/globals';
import { scoringMethodKeys } from '#domain';
import { type TallyCall, tallyOf } from '../../../../test/builders/tally-command.js';

const judges = ['j1', 'j2', 'j3', 'j4', 'j5'];
const scores: Readonly<Record<string, readonly number[]>> = {
  A: [90, 88, 92, 91, 89],
  B: [85, 88, 84, 90, 86],
  C: [84, 89, 85, 88, 86],
  D: [70, 72, 75, 71, 69],
};
const content = ['entry,judge,score']
  .concat(Object.entries(scores).flatMap(([entry, own]) => own.map((score, at) => `${entry},${judges[at]},${score}`)))
  .join('\n');

interface Report {
  readonly entries: readonly { entry: string; expectedRank?: number; rankInterval?: [number, number] }[];
  readonly lines?: readonly { after: number; gap: number; standardError: number | null; candidates: string[] | null }[];
  readonly judges?: readonly Record<string, unknown>[];
  readonly warnings: readonly { code: string; message: string }[];
}
const reportOf = ({ out }: TallyCall) => JSON.parse(out) as Report;

describe('leitai tally on how sure the ranks are', () => {
  it.each(scoringMethodKeys.filter((method) => !['bradley-terry', 'median', 'copeland'].includes(method)))(
    'gives expected ranks that sum up, intervals that hold them, and lines, for %s',
    async (method) => {
      const call = await tallyOf(content, '--method', method, '--intervals', '--draws', '2000', '--lines', '1,2');
      const { entries, lines } = reportOf(call);
      expect(entries.reduce((sum, { expectedRank = NaN }) => sum + expectedRank, 0)).toBeCloseTo(10, 7);
      for (const { expectedRank = NaN, rankInterval: [lowest, highest] = [NaN, NaN] } of entries) {
        expect(lowest).toBeLessThanOrEqual(Math.ceil(expectedRank));
        expect(highest).toBeGreaterThanOrEqual(Math.floor(expectedRank));
      }
      expect(lines?.map(({ after, candidates }) => [after, candidates?.includes('A')])).toEqual([
        [1, true],
        [2, true],
      ]);
    },
  );

  it('draws a line between means with the paired error of their difference', async () => {
    const { lines } = reportOf(await tallyOf(content, '--lines', '2'));
    // B − C by judge: 1, −1, −1, 2, 0.
    expect(lines).toEqual([
      {
        after: 2,
        gap: 0.2,
        standardError: Number(Math.sqrt((1 + 1 + 1 + 4 - 5 * 0.04) / 4 / 5).toFixed(9)),
        probabilityReversed: expect.closeTo(0.3658, 3),
        candidates: ['A', 'B', 'C'],
      },
    ]);
  });

  it('draws the same numbers for the same seed, and others for another', async () => {
    const drawn = async (seed: string) =>
      (await tallyOf(content, '--intervals', '--draws', '50', '--seed', seed, '--format', 'csv')).out;
    expect(await drawn('7')).toBe(await drawn('7'));
    expect((await drawn('7')).split('\n')[0]).toBe(
      'rank,entry,sheets,score,standardError,expectedRank,rankLowest,rankHighest',
    );
  });

  it('says why nothing can be said', async () => {
    const median = await tallyOf(content, '--method', 'median', '--intervals', '--lines', '2');
    expect(median.code).toBe(0);
    expect(reportOf(median).warnings).toMatchObject(
      [
        {
          code: 'rank-uncertainty-withheld',
          message: /^expected-rank withheld: the errors of the scores are not known/,
        },
        { code: 'rank-uncertainty-withheld', figure: 'rank-interval' },
      ].map((warning) => ({
        ...warning,
        ...('message' in warning ? { message: expect.stringMatching(warning.message as RegExp) } : {}),
      })),
    );
    expect(reportOf(median).lines).toMatchObject([{ after: 2, standardError: null, candidates: null }]);
    const few = await tallyOf('entry,judge,score\nA,j1,8\nB,j1,7\nA,j2,8\nB,j2,6\n', '--lines', '1');
    expect(few.err).toBe(
      'warning: rank-uncertainty-withheld: award-line withheld: 2 judges, and this figure needs at least 3; have more judges score\n',
    );
    expect(reportOf(few).lines).toEqual([
      { after: 1, gap: 1.5, standardError: null, probabilityReversed: null, candidates: null },
    ]);
  });

  it('gives medians their exact intervals, from six sheets on', async () => {
    const own = { A: [71, 74, 78, 80, 85, 91], B: [70, 72, 73, 75, 79] };
    const rows = Object.entries(own).flatMap(([entry, totals]) => totals.map((total, j) => `${entry},j${j},${total}`));
    const call = ['entry,judge,score', ...rows].join('\n');
    const { entries } = reportOf(await tallyOf(call, '--method', 'median', '--intervals'));
    expect(entries).toMatchObject([{ entry: 'A', scoreInterval: [71, 91] }, { entry: 'B' }]);
    expect(entries[1]).not.toHaveProperty('scoreInterval');
    const narrower = ['--method', 'median', '--intervals', '--confidence', '0.7', '--format', 'csv'];
    expect((await tallyOf(call, ...narrower)).out.split('\n')).toEqual([
      'rank,entry,sheets,score,standardError,expectedRank,rankLowest,rankHighest,scoreLowest,scoreHighest',
      '1,A,6,79,,,,,74,85',
      '2,B,5,73,,,,,70,79',
      '',
    ]);
  });

  it('says in words what is to be read at a line, below a table and beside CSV', async () => {
    const table = await tallyOf(content, '--lines', '2', '--format', 'table');
    expect(table.out).toMatch(/\n2nd and 3rd differ by 0\.20, within judge noise: /);
    const csv = await tallyOf(content, '--lines', '2', '--format', 'csv');
    expect(csv.err).toMatch(/^2nd and 3rd differ by 0\.20, within judge noise: /);
    expect(csv.out.trimEnd().split('\n')).toHaveLength(5);
  });

  it('prints how each judge fits, where there are sheets enough', async () => {
    const many = ['entry,judge,score']
      .concat(
        Array.from(
          { length: 60 },
          (_, at) => `e${at % 12},j${Math.floor(at / 12)},${50 + ((at * 37) % 23) + (at % 12)}`,
        ),
      )
      .join('\n');
    const report = reportOf(await tallyOf(many, '--method', 'severity-adjusted', '--effects', 'fixed'));
    expect(report.judges).toHaveLength(5);
    expect(report.judges?.[0]).toMatchObject({ judge: 'j0', infit: expect.any(Number), outfit: expect.any(Number) });
    expect(reportOf(await tallyOf(content, '--method', 'severity-adjusted')).judges?.[0]).not.toHaveProperty('infit');
  });
});
