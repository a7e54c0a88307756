import { describe, expect, it } from '@jest/globals';
import { criteriaOf, placesOf, sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import type { MethodOptions } from './method-options.js';
import { tally } from './tally.js';
import type { TallyInput } from './tally-input.js';

describe('a tally', () => {
  const three = sheetsOf(`
    A j1 8 7
    A j2 9 6
    A j3 7 8
    B j1 9 9
    B j2 6 9
    B j3 9 3`);

  it.each<[string, Partial<TallyInput> & { method: TallyInput['method'] }, string]>([
    ['mean', { method: 'mean' }, 'A:1:15 B:1:15'],
    ['mean with weights', { method: 'mean', criteria: criteriaOf('1', '0.5') }, 'A:1:11.5 B:1:11.5'],
    [
      'mean with normalised weights',
      { method: 'mean', criteria: criteriaOf('3', '1'), normaliseWeights: true },
      'A:1:7.75 B:1:7.75',
    ],
    ['median of totals 15 15 15 and 18 15 12', { method: 'median' }, 'A:1:15 B:1:15'],
    ['trimmed by sheet', { method: 'trimmed-mean' }, 'A:1:15 B:1:15'],
    [
      'trimmed by criterion: A 8 + 7, B 9 + 9',
      { method: 'trimmed-mean', options: { trimBy: 'criterion' } },
      'B:1:18 A:2:15',
    ],
  ])('%s', (_name, input, places) => {
    expect(placesOf({ sheets: three, criteria: criteriaOf('1', '1'), ...input })).toBe(places);
  });

  it('publishes each rounding stage from the rounded result of the one before', () => {
    const sheets = sheetsOf(`
      A j1 7.12
      A j2 7.13`);
    const round = (rounding: TallyInput['rounding']) =>
      tally({ sheets, criteria: criteriaOf('1.5'), method: 'mean', rounding }).entries[0];
    expect(round({})).toMatchObject({ score: '10.6875', criteria: { a: '7.125' } });
    expect(round({ total: 2 })).toMatchObject({ score: '10.69', exact: { numerator: '171', denominator: '16' } });
    expect(round({ criterion: 2 })).toMatchObject({ score: '10.695', criteria: { a: '7.13' } });
    expect(round({ criterion: 2, weightedCriterion: 2 })).toMatchObject({ score: '10.7' });
    expect(round({ criterion: 1, weightedCriterion: 0, total: 3 })).toMatchObject({
      score: '11.000',
      criteria: { a: '7.1' },
      exact: { numerator: '11', denominator: '1' },
    });
  });

  it('prints a score that does not end with 20 significant digits and keeps it exact', () => {
    const sheets = sheetsOf(`
      A j1 7
      A j2 7
      A j3 8`);
    expect(tally({ sheets, criteria: criteriaOf('1'), method: 'mean' }).entries[0]).toMatchObject({
      score: '7.3333333333333333333',
      exact: { numerator: '22', denominator: '3' },
    });
  });

  it('takes a sheet deduction before trimming, and the mean deduction in methods by criterion', () => {
    const sheets = sheetsOf(`
      A j1 8 !3
      A j2 8
      A j3 8
      A j4 6`);
    const input = { sheets, criteria: criteriaOf('1') };
    // Totals 5 8 8 6: 5 and one 8 are dropped.
    expect(placesOf({ ...input, method: 'trimmed-mean' })).toBe('A:1:7');
    // Scores 8 8 8 6 trim to 8; the mean deduction is 3/4.
    expect(placesOf({ ...input, method: 'trimmed-mean', options: { trimBy: 'criterion' } })).toBe('A:1:7.25');
    expect(placesOf({ ...input, method: 'mean' })).toBe('A:1:6.75');
  });

  it('shows an entry without a sheet as insufficient, after the ranked ones, and never as zero', () => {
    const sheets = sheetsOf(`
      B j1 -5`);
    const result = tally({ sheets, criteria: criteriaOf('1'), method: 'mean', entries: ['A', 'B'] });
    expect(result.entries).toMatchObject([
      { entry: 'B', rank: 1, outcome: 'ranked' },
      { entry: 'A', rank: null, score: null, exact: null, sheets: 0, outcome: 'insufficient' },
    ]);
    expect(result.warnings).toEqual([{ code: 'entry-insufficient', entries: ['A'], details: {} }]);
  });

  it('leaves out a criterion that no judge scored for an entry, and says so once', () => {
    const sheets = sheetsOf(`
      A j1 8 7 -
      A j2 8 9 -
      B j1 8 - 5
      B j2 6 - 7`);
    const result = tally({ sheets, criteria: criteriaOf('1', '1', '1'), method: 'median' });
    expect(result.entries.map(({ entry, score }) => [entry, score])).toEqual([
      ['A', '16'],
      ['B', '13'],
    ]);
    expect(result.warnings).toEqual([
      { code: 'criterion-not-applicable', entries: ['B'], details: { criterion: 'b' } },
      { code: 'criterion-not-applicable', entries: ['A'], details: { criterion: 'c' } },
    ]);
  });

  it('refuses the same entry, judge and criterion twice, and unknown criteria', () => {
    const base = { criteria: criteriaOf('1'), method: 'mean' } as const;
    const score = { criterion: 'a', score: '5' };
    const twice = [{ entry: 'A', judge: 'j', scores: [score, score] }];
    const sheetTwice = [
      { entry: 'A', judge: 'j', scores: [score] },
      { entry: 'A', judge: 'j', scores: [score] },
    ];
    expect(() => tally({ ...base, sheets: twice })).toThrow(/score-duplicated/);
    expect(() => tally({ ...base, sheets: sheetTwice })).toThrow(/score-duplicated/);
    expect(() => tally({ ...base, sheets: sheetsOf('A j 5 5') })).toThrow(/criterion-unknown/);
    expect(() => tally({ ...base, sheets: sheetsOf('A j NaN') })).toThrow(/not-a-decimal/);
  });

  it('names the parts that no judge connects', () => {
    const sheets = sheetsOf(`
      A j1 1
      B j1 1
      C j2 1
      D j3 1
      D j2 1`);
    expect(tally({ sheets, criteria: criteriaOf('1'), method: 'mean' }).components).toEqual([
      { entries: ['A', 'B'], judges: ['j1'] },
      { entries: ['C', 'D'], judges: ['j2', 'j3'] },
    ]);
  });

  it('shows each judge beside the mean of all', () => {
    const { judges } = tally({ sheets: three, criteria: criteriaOf('1', '1'), method: 'mean' });
    expect(judges).toEqual([
      { judge: 'j1', sheets: 2, meanTotal: '16.5', deviation: '1.5', standardError: 1.5 },
      { judge: 'j2', sheets: 2, meanTotal: '15', deviation: '0', standardError: 0 },
      { judge: 'j3', sheets: 2, meanTotal: '13.5', deviation: '-1.5', standardError: 1.5 },
    ]);
  });

  it('of nothing is nothing', () => {
    expect(tally({ sheets: [], criteria: criteriaOf('1'), method: 'mean' })).toEqual({
      entries: [],
      components: [],
      judges: [],
      warnings: [],
    });
  });
});

describe('too few values to trim', () => {
  const sheets = sheetsOf(`
    A j1 1
    A j2 2
    A j3 3
    A j4 9
    B j1 5
    B j2 6
    B j3 7
    B j4 8
    B j5 9`);
  const places = (options: MethodOptions) =>
    placesOf({ sheets, criteria: criteriaOf('1'), method: 'trimmed-mean', options });

  it.each<[MethodOptions, string]>([
    [{ trimMinimum: 5 }, 'B:1:7 A:2:3.75'],
    [{ trimMinimum: 5, trimFallback: 'median' }, 'B:1:7 A:2:2.5'],
    [{ trimMinimum: 5, trimFallback: 'refuse' }, 'B:1:7 A:-:-'],
    [{ trimMinimum: 4 }, 'B:1:7 A:2:2.5'],
    [{ trim: 2 }, 'B:1:7 A:2:3.75'],
    [{ trim: 0 }, 'B:1:7 A:2:3.75'],
  ])('%j gives %s', (options, expected) => {
    expect(places(options)).toBe(expected);
  });

  it('is said', () => {
    const warningsOf = (options: MethodOptions) =>
      tally({ sheets, criteria: criteriaOf('1'), method: 'trimmed-mean', options }).warnings;
    expect(warningsOf({ trimMinimum: 5 })).toEqual([
      { code: 'trim-fallback-used', entries: ['A'], details: { fallback: 'mean' } },
    ]);
    expect(warningsOf({ trimMinimum: 5, trimFallback: 'refuse' })).toEqual([
      { code: 'too-few-scores-to-trim', entries: ['A'], details: {} },
    ]);
    expect(warningsOf({ trim: 0 })).toEqual([]);
    // Trimmed as declared, but two scores are left of A's four.
    expect(warningsOf({})).toEqual([{ code: 'small-trimmed-panel', entries: ['A'], details: {} }]);
  });
});

describe('the standard error', () => {
  const column = (...scores: string[]) => scores.map((score, judge) => `A j${judge} ${score}`).join('\n');
  const errorOf = (drawing: string, setting: Pick<TallyInput, 'method' | 'options'>) =>
    tally({ sheets: sheetsOf(drawing), criteria: criteriaOf('1', '1'), ...setting }).entries[0]?.standardError;

  it('of a mean is s/√n and needs two sheets', () => {
    expect(errorOf(column('2', '4', '4', '4', '5', '5', '7', '9'), { method: 'mean' })).toBe(0.755928946);
    expect(errorOf(column('5'), { method: 'mean' })).toBeNull();
  });

  it('of a trimmed mean is Tukey and McLaughlin’s, withheld below 2k + 3 sheets', () => {
    // 1 2 3 4 9 winsorised is 2 2 3 4 4: s = 1, so 1 / (3/5 · √5).
    expect(errorOf(column('1', '2', '3', '4', '9'), { method: 'trimmed-mean' })).toBe(0.745355992);
    expect(errorOf(column('1', '2', '3', '9'), { method: 'trimmed-mean' })).toBeNull();
    // With the fallback mean it is that of the mean.
    expect(errorOf(column('1', '3'), { method: 'trimmed-mean' })).toBe(1);
  });

  it('by criterion agrees with that by sheet where there is one criterion', () => {
    const drawing = column('1.5', '2', '7', '4', '9', '2.25', '3');
    const options = { trim: 1, trimBy: 'criterion' } as const;
    expect(errorOf(drawing, { method: 'trimmed-mean', options })).toBe(errorOf(drawing, { method: 'trimmed-mean' }));
  });

  it('of a median is not given, nor by criterion where a sheet is incomplete', () => {
    expect(errorOf(column('1', '2', '3'), { method: 'median' })).toBeNull();
    expect(errorOf('A j1 1 2\nA j2 2 -\nA j3 1 1', { method: 'mean' })).toBeNull();
  });
});
