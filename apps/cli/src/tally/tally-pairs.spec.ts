import { describe, expect, it } from '@jest/globals';
import { type TallyCall, tallyOf } from '../../../../test/builders/tally-command.js';
import { workbook } from '../../../../test/builders/workbook.js';

const pairs = (...lines: string[]) => ['winner,loser,count', ...lines, ''].join('\n');
const small = pairs('B,A,2', 'A,B,1', 'B,C,3', 'C,B,1', 'A,C,0.5', 'C,A,0.5', 'A,C,1');
const linesOf = ({ out }: TallyCall) => out.trimEnd().split('\n').slice(1);

describe('leitai tally of comparisons', () => {
  it('ranks by pairwise majorities, the number in favour parting equal ones', async () => {
    const call = await tallyOf(small, '--method', 'copeland', '--format', 'csv');
    expect(call).toMatchObject({ code: 0, err: '' });
    expect(linesOf(call)).toEqual(['1,B,7,2,', '2,A,5,1,', '3,C,6,0,']);
  });

  it('estimates abilities that sum to zero, with their errors', async () => {
    const { out } = await tallyOf(small, '--method', 'bradley-terry', '--intervals', '--lines', '1');
    const report = JSON.parse(out) as {
      options: unknown;
      entries: { entry: string; score: number; standardError: number; expectedRank: number; rankInterval: number[] }[];
      lines: unknown;
    };
    expect(report.entries.map(({ entry }) => entry)).toEqual(['B', 'A', 'C']);
    expect(report.entries.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(0, 12);
    expect(report.entries.reduce((sum, { expectedRank }) => sum + expectedRank, 0)).toBeCloseTo(6, 8);
    expect(report.entries.every(({ standardError }) => standardError > 0)).toBe(true);
    expect(report.entries[0]?.rankInterval).toEqual([1, 3]);
    expect(report.lines).toMatchObject([{ after: 1, probabilityReversed: expect.any(Number) }]);
    expect(report.options).toMatchObject({ prior: null, intervals: true, draws: 10_000, seed: 1 });
  });

  it('takes one comparison a row, other names, and workbooks', async () => {
    const columns = ['--method', 'copeland', '--winner-column', '胜', '--loser-column', '负', '--format', 'csv'];
    const expected = ['1,甲,2,2,', '2,乙,1,0,', '2,丙,1,0,'];
    expect(linesOf(await tallyOf('胜,负\n甲,乙\n甲,丙\n', ...columns))).toEqual(expected);
    const content = workbook({
      s: [
        ['胜', '负'],
        ['甲', '乙'],
        ['甲', '丙'],
      ],
    });
    expect(linesOf(await tallyOf(content, ...columns))).toEqual(expected);
  });

  it('lets a prior hold together what the comparisons do not', async () => {
    const separated = pairs('A,B,2', 'B,C,1');
    const call = await tallyOf(separated, '--method', 'bradley-terry');
    expect(call).toMatchObject({ out: '', code: 1 });
    expect(call.err).toMatch(/FILE: some entries only win or only lose .*3 groups in all.* --prior SD/);
    const held = await tallyOf(separated, '--method', 'bradley-terry', '--prior', '1', '--format', 'csv');
    expect(held.code).toBe(0);
    expect(held.err).toMatch(/^warning: separation: /);
    expect(linesOf(held).map((line) => line.split(',')[1])).toEqual(['A', 'B', 'C']);
  });

  it.each([
    ['an entry against itself', pairs('A,B,1', 'A,A,1'), /^error: FILE:3:2: entry "A" is compared with itself/],
    ['a count below 0', pairs('A,B,-1'), /FILE:2:3: count "-1" is below 0/],
    ['a count that is none', pairs('A,B,two'), /FILE:2:3: count "two" is not a plain decimal/],
    ['no such column', 'winner,against\nA,B\n', /FILE:1: no column "loser" \(see --loser-column\)/],
    ['a row too short', pairs('A,B'), /FILE:2: the row has 2 fields, the header 3/],
    ['names that look alike', pairs('A,B,1', 'B,A\u200b,1'), /FILE:3:2: entry .* looks like the one of line 2/],
    ['a header alone', pairs(), /FILE: the file has a header and no scores/],
  ])('refuses %s', async (_what, content, said) => {
    const { out, err, code } = await tallyOf(content, '--method', 'bradley-terry');
    expect({ out, code }).toEqual({ out: '', code: 1 });
    expect(err).toMatch(said);
  });
});
