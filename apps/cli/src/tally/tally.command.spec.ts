import { describe, expect, it } from '@jest/globals';
import { runTallyCommand, tallyOf, type TallyCall } from '../../../../test/builders/tally-command.js';

const header = 'entry,judge,criterion,score';
const rows = (...lines: string[]) => [header, ...lines, ''].join('\n');
const small = rows(
  'B,j1,Idea,8',
  'B,j1,Market,6',
  'A,j1,Idea,7',
  'A,j1,Market,7',
  'B,j2,Idea,9.5',
  'B,j2,Market,6',
  'A,j2,Idea,8',
  'A,j2,Market,7.5',
  'C,j2,Idea,8',
  'C,j2,Market,6.75',
);

interface Report {
  readonly method: string;
  readonly options: Record<string, unknown>;
  readonly entries: readonly Record<string, unknown>[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}
const reportOf = ({ out }: TallyCall) => JSON.parse(out) as Report;

describe('leitai tally', () => {
  it('prints JSON where no terminal reads it, ranks first and ties in order of input', async () => {
    const call = await tallyOf(small);
    expect(call).toMatchObject({ code: 0, err: '' });
    expect(reportOf(call)).toEqual({
      method: 'mean',
      options: { weights: { Idea: '1', Market: '1' }, normaliseWeights: false, rounding: {}, ties: 'competition' },
      components: [{ entries: ['A', 'B', 'C'], judges: ['j1', 'j2'] }],
      entries: [
        {
          entry: 'B',
          sheets: 2,
          score: '14.75',
          standardError: 0.75,
          rank: 1,
          criteria: { Idea: '8.75', Market: '6' },
        },
        {
          entry: 'A',
          sheets: 2,
          score: '14.75',
          standardError: 0.75,
          rank: 1,
          criteria: { Idea: '7.5', Market: '7.25' },
        },
        { entry: 'C', sheets: 1, score: '14.75', rank: 1, criteria: { Idea: '8', Market: '6.75' } },
      ],
      warnings: [],
    });
  });

  it.each([
    [
      ['--weights', 'Idea=2,Market=1'],
      ['B 23.5 1', 'C 22.75 2', 'A 22.25 3'],
    ],
    [
      ['--weights', 'Idea=3,Market=1', '--normalise-weights'],
      ['B 8.0625 1', 'C 7.6875 2', 'A 7.4375 3'],
    ],
    [
      ['--weights', 'Idea=2,Market=1', '--ties', 'modified', '--round', 'total:0'],
      ['B 24 1', 'C 23 2', 'A 22 3'],
    ],
    [
      ['--round', 'criterion:0'],
      ['B 15 1', 'A 15 1', 'C 15 1'],
    ],
    [
      ['--method', 'median', '--ties', 'fractional', '--round', 'total:1'],
      ['B 14.8 2', 'A 14.8 2', 'C 14.8 2'],
    ],
    [
      ['--method', 'trimmed-mean', '--trim-fallback', 'median', '--ties', 'modified'],
      ['B 14.75 3', 'A 14.75 3', 'C 14.75 3'],
    ],
  ])('understands %j', async (words, expected) => {
    const { entries } = reportOf(await tallyOf(small, ...words));
    expect(entries.map(({ entry, score, rank }) => `${String(entry)} ${String(score)} ${String(rank)}`)).toEqual(
      expected,
    );
  });

  it('takes whole sheets where the criterion is empty or has no column', async () => {
    for (const content of ['entry,judge,score\nA,j1,80\nA,j2,81\n', rows('A,j1,,80', 'A,j2,,81')]) {
      expect(reportOf(await tallyOf(content)).entries).toEqual([
        { entry: 'A', sheets: 2, score: '80.5', standardError: 0.5, rank: 1 },
      ]);
    }
  });

  it('reads a file as offices save it: BOM, CRLF, quotes, other columns and names', async () => {
    const content = '\ufeff评委,项目,备注,得分\r\n"李, 四",甲,"第一行\n第二行",88.5\r\n张三,甲,,90\r\n\r\n';
    const call = await tallyOf(
      content,
      '--judge-column',
      '评委',
      '--entry-column',
      '项目',
      '--score-column',
      '得分',
      '--format',
      'csv',
    );
    expect(call).toEqual({ code: 0, err: '', out: 'rank,entry,sheets,score,standardError\n1,甲,2,89.25,0.75\n' });
  });

  it('takes the line ends of every system, also in one file', async () => {
    for (const content of ['\n', '\r\n', '\r'].flatMap((first) =>
      ['\n', '\r\n', '\r'].map((then) => `entry,judge,score${first}A,j1,80${then}A,j2,81${first}${then}`),
    )) {
      expect(reportOf(await tallyOf(content)).entries[0]).toMatchObject({ entry: 'A', sheets: 2, score: '80.5' });
    }
  });

  it('takes deductions from a column', async () => {
    const content = 'entry,judge,criterion,score,minus\nA,j1,x,8,1\nA,j1,y,8,1\nA,j2,x,9,\nA,j2,y,9,\n';
    expect(reportOf(await tallyOf(content, '--deduction-column', 'minus')).entries[0]?.score).toBe('16.5');
  });

  it('takes a deduction that is spelt in two ways on one sheet', async () => {
    const content = 'entry,judge,criterion,score,minus\nA,j1,x,8,1\nA,j1,y,8,1.0\n';
    expect(reportOf(await tallyOf(content, '--deduction-column', 'minus')).entries[0]?.score).toBe('15');
  });

  it('prints a table that lines up, Chinese names too', async () => {
    const call = await tallyOf(rows('火星车,j1,,9', 'B,j1,,8.25'), '--format', 'table');
    expect(call.out).toBe(
      'rank  entry   sheets  score  standardError\n1     火星车  1       9\n2     B       1       8.25\n',
    );
  });

  it('says on standard error what it did with missing and surplus scores', async () => {
    const call = await tallyOf(rows('A,j1,x,8', 'A,j1,y,8', 'A,j2,x,9', 'B,j1,x,5'));
    expect(call.code).toBe(0);
    expect(call.err.split('\n')).toEqual([
      'warning: criterion-not-applicable: No judge scored “y” for entry (“B”); it is left out of their sums.',
      'warning: scores-missing: 1 sheets of entry (“A”) lack scores; treated by per-criterion.',
      '',
    ]);
    expect(reportOf(call).warnings[0]).toMatchObject({
      code: 'criterion-not-applicable',
      criterion: 'y',
      entries: ['B'],
      advice: 'Where the criterion should apply to them, have it scored.',
    });
  });
});

describe('leitai tally with a method on all sheets at once', () => {
  const wholeSheets = rows('A,j1,,9', 'B,j1,,5', 'C,j1,,5', 'A,j2,,7', 'B,j2,,8', 'C,j2,,6');

  it('prints a standard score as a number at full precision, and as published where it is rounded', async () => {
    const report = reportOf(await tallyOf(wholeSheets, '--method', 'standardised', '--ddof', '0'));
    expect(report.options).toMatchObject({ ddof: 0, rescale: false });
    expect(report.entries[0]).toEqual({ entry: 'A', sheets: 2, score: Math.SQRT1_2, rank: 1 });
    const rounded = await tallyOf(wholeSheets, '--method', 'standardised', '--ddof', '0', '--round', 'total:2');
    expect(reportOf(rounded).entries[0]).toMatchObject({ entry: 'A', score: 0.71 });
    expect(report.warnings).toMatchObject([{ code: 'too-few-sheets-for-z', judges: ['j1', 'j2'], below: 5 }]);
  });

  it.each([
    [['borda'], ['A 0.75 1', 'B 0.625 2', 'C 0.125 3']],
    [
      ['positional', '--points', '3, 2'],
      ['A 5 1', 'B 4 2', 'C 1 3'],
    ],
    [['copeland'], ['A 1.5 1', 'B 1.5 2', 'C 0 3']],
  ])('understands --method %j', async ([method = '', ...words], expected) => {
    const { entries } = reportOf(await tallyOf(wholeSheets, '--method', method, ...words));
    expect(entries.map(({ entry, score, rank }) => `${String(entry)} ${String(score)} ${String(rank)}`)).toEqual(
      expected,
    );
  });

  it('prints judge effects, variances, mean and criterion of a random-effects fit', async () => {
    const balanced = rows(
      ...['A,j1,,9', 'B,j1,,7', 'C,j1,,5', 'A,j2,,7', 'B,j2,,6', 'C,j2,,2', 'A,j3,,8', 'B,j3,,8', 'C,j3,,5'],
    );
    const call = await tallyOf(balanced, '--method', 'severity-adjusted');
    const report = JSON.parse(call.out) as Record<string, unknown>;
    expect(report).toMatchObject({
      options: { effects: 'random' },
      // Mean squares of the analysis of variance: entries 13, judges 4, residual ½.
      variance: { entry: expect.closeTo(25 / 6, 6), judge: expect.closeTo(7 / 6, 6), residual: expect.closeTo(0.5, 6) },
      intercept: expect.closeTo(57 / 9, 9),
      remlCriterion: expect.any(Number),
      judges: [
        { judge: 'j1', sheets: 3, effect: expect.closeTo(0.583333333, 6), standardError: expect.any(Number) },
        { judge: 'j2', sheets: 3, effect: expect.closeTo(-1.166666667, 6), standardError: expect.any(Number) },
        { judge: 'j3', sheets: 3, effect: expect.closeTo(0.583333333, 6), standardError: expect.any(Number) },
      ],
    });
    expect(reportOf(call).entries[0]).toMatchObject({ entry: 'A', score: expect.closeTo(7.935897436, 6), rank: 1 });
    const fixed = JSON.parse(
      (await tallyOf(balanced, '--method', 'severity-adjusted', '--effects', 'fixed')).out,
    ) as Record<string, unknown>;
    expect(Object.keys(fixed)).toEqual(['method', 'options', 'components', 'entries', 'judges', 'warnings']);
  });

  it('prints the judges in favour, by which copeland parts equal scores', async () => {
    const { entries } = reportOf(await tallyOf(wholeSheets, '--method', 'copeland'));
    expect(entries.map(({ entry, tieBreak }) => [entry, tieBreak])).toEqual([
      ['A', '3'],
      ['B', '2'],
      ['C', '0'],
    ]);
  });

  it('refuses points by place where the judges ranked different entries', async () => {
    const call = await tallyOf(rows('A,j1,,9', 'B,j1,,5', 'A,j2,,7'), '--method', 'positional');
    expect(call).toMatchObject({ out: '', code: 1 });
    expect(call.err).toMatch(/1 sheets are lacking \(judge \(“j2”\) did not score entry \(“B”\)\)/);
  });
});

describe('wrong usage: exit code 2, nothing on standard output', () => {
  it.each([
    [['--method', 'mode'], /"mode" is not available; there are mean, median, trimmed-mean/],
    [['--method', 'constructor'], /"constructor" is not available/],
    [['--effects', 'fixed'], /--effects has no meaning for --method mean/],
    [['--method', 'standardised', '--ddof', '2'], /--ddof: "2" is not one of 0, 1/],
    [['--method', 'positional', '--points', '3,two'], /--points: "two" is not a decimal/],
    [['--method', 'positional', '--points', '3,4'], /--points: points are at least 0 and never rise/],
    [['--winner-column', 'entry'], /--winner-column has no meaning for --method mean/],
    [['--prior', '1'], /--prior has no meaning for --method mean/],
    [['--method', 'bradley-terry', '--prior', '0'], /--prior: "0" is not a decimal above 0/],
    [['--method', 'bradley-terry', '--weights', 'x=1'], /--weights has no meaning for --method bradley-terry/],
    [['--method', 'bradley-terry', '--layout', 'wide'], /--layout wide has no meaning for --method bradley-terry/],
    [
      ['--method', 'copeland', '--loser-column', 'a', '--judge-column', 'b'],
      /--judge-column has no meaning for compari/,
    ],
    [['--lines', '0'], /--lines: a line is drawn after a place from 1 on/],
    [['--lines', '3,x'], /--lines: "x" is not a count/],
    [['--draws', '100'], /--draws has a meaning only with --intervals/],
    [['--seed', '2', '--lines', '1'], /--seed has a meaning only with --intervals/],
    [['--intervals', '--draws', '0'], /--draws: "0" is not from 1 to 1000000/],
    [['--confidence', '0.9'], /--confidence has a meaning only with --intervals or --lines/],
    [['--lines', '1', '--confidence', '1'], /--confidence: "1" is not between 0 and 1/],
    [['--trim', '1'], /--trim has no meaning for --method mean/],
    [['--method', 'trimmed-mean', '--trim', 'one'], /--trim: "one" is not a count/],
    [['--method', 'trimmed-mean', '--trim', '2', '--trim-minimum', '4'], /--trim-minimum: below 5/],
    [['--method', 'trimmed-mean', '--trim-by', 'judge'], /--trim-by: "judge" is not one of sheet, criterion/],
    [['--method', 'median', '--round', 'criterion:2'], /--round: median works on the totals of whole sheets/],
    [['--method', 'median', '--missing', 'per-criterion'], /--missing: per-criterion does not fit/],
    [['--round', 'criterion'], /--round: "" is not a count/],
    [['--round', 'sheet:2'], /--round: "sheet:2" is not one of criterion, weighted-criterion, total/],
    [['--round', 'total:2,total:3'], /--round: "total" is given twice/],
    [['--weights', 'Idea'], /--weights: "Idea" has no "=VALUE"/],
    [['--weights', 'Idea=-1'], /--weights: "-1" of "Idea" is not a decimal of at least 0/],
    [['--weights', 'Idea=1,Idea=2'], /"Idea" is given twice/],
    [['--weights', 'Idea=0,Market=0'], /all weights are 0/],
    [['--weights', 'Idea=1,Market=1,Taste=1'], /--weights: the file has no criterion "Taste"/],
    [['--maxima', 'Idea=10'], /--maxima has a meaning only with --missing renormalise/],
    [['--missing', 'renormalise', '--maxima', 'Idea=10'], /--maxima: criterion "Market" has no maximum/],
    [['--score-column', 'points'], /--score-column: FILE has no column "points"/],
    [['--judge-column', 'entry'], /--judge-column: the column "entry" is that of --entry-column already/],
    [['--ties', 'random'], /--ties: "random" is not one of/],
    [['--format', 'xml'], /--format: "xml" is not one of/],
    [['--colour'], /unknown option '--colour'/],
    [['second.csv'], /too many arguments/],
  ])('%j', async (words, said) => {
    const { out, err, code } = await tallyOf(small, ...words);
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toMatch(said);
  });

  it('weights for a file without criteria', async () => {
    const { out, err, code } = await tallyOf('entry,judge,score\nA,j1,80\n', '--weights', 'x=1');
    expect({ out, code }).toEqual({ out: '', code: 2 });
    expect(err).toBe('error: --weights: FILE has no criterion column; each of its scores is a whole sheet\n');
  });

  it('no file at all', async () => {
    expect(await runTallyCommand([])).toMatchObject({ out: '', code: 2 });
  });
});
