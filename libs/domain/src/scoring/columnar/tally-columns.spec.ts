import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tallyDesigns, tallySettings, understoodSettings } from '../../../../../test/builders/tally-designs.js';
import { DomainError } from '../../errors/domain-error.js';
import { compareCodePoints } from '../../identifier/compare-code-points.js';
import { tally } from '../tally.js';
import type { TallyInput } from '../tally-input.js';
import type { TallyEntry, TallyResult } from '../tally-result.js';
import { arrangeSheets } from './arrange-sheets.js';
import { columnsOfSheets } from './columns-of-sheets.js';
import { type ColumnarTally, tallyColumns } from './tally-columns.js';

const columnsOf = ({ sheets, entries = [] }: TallyInput) => arrangeSheets(columnsOfSheets(sheets, entries));

/** Criteria in the order of the columns. */
function columnarOf(input: TallyInput): ColumnarTally {
  return tallyColumns({ ...input, sheets: columnsOf(input) });
}

const rowsOf = ({ order, rowAt, criteriaAt, exactAt }: ColumnarTally): TallyEntry[] =>
  Array.from(order, (_, place) => ({ ...rowAt(place), criteria: criteriaAt(place), exact: exactAt(place) }));
const byName = (rows: readonly TallyEntry[]) => [...rows].sort((a, b) => compareCodePoints(a.entry, b.entry));

function outcome<T>(compute: () => T): T | { code: string; details: unknown } {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, details: error.details };
    throw error;
  }
}

function assertSame(input: TallyInput): void {
  const expected = outcome(() => tally(input));
  const actual = outcome(() => columnarOf(input));
  if ('code' in expected || 'code' in actual) {
    expect(actual).toEqual(expected);
    return;
  }
  const rows = rowsOf(actual);
  expect(byName(rows)).toEqual(byName(expected.entries));
  expect(actual.components()).toEqual(expected.components);
  expect(actual.warnings).toEqual(expected.warnings);
  const ofModel = ({
    variance,
    intercept,
    remlCriterion,
  }: Pick<TallyResult, 'variance' | 'intercept' | 'remlCriterion'>) => ({
    variance,
    intercept,
    remlCriterion,
  });
  expect(ofModel(actual)).toEqual(ofModel(expected));
  expect(actual.judges.map(({ judge, effect }) => [judge, effect])).toEqual(
    expected.judges.flatMap(({ judge, effect }) => (effect === undefined ? [] : [[judge, effect]])),
  );
  expect(rows.map(({ rank }) => rank ?? Infinity)).toEqual(
    rows.map(({ rank }) => rank ?? Infinity).sort((left, right) => left - right),
  );
}

describe('a tally of columns', () => {
  it('is the tally of the same sheets: figures, ranks, errors, warnings, refusals', () => {
    fc.assert(
      fc.property(tallyDesigns, tallySettings, (design, setting) =>
        assertSame({ ...design, ...understoodSettings(setting) }),
      ),
      { numRuns: 600 },
    );
  });

  it('is so for panels of many judges', () => {
    const sheets = Array.from({ length: 300 }, (_, at) => ({
      entry: `e${at % 3}`,
      judge: `j${at}`,
      scores: [{ criterion: '', score: String((at * 7919) % 101) }],
    }));
    for (const trim of [0, 1, 20]) {
      assertSame({ sheets, criteria: [{ key: '', factor: '1' }], method: 'trimmed-mean', options: { trim } });
    }
  });

  it('shows entries that no sheet names as insufficient', () => {
    const sheets = [{ entry: 'A', judge: 'j', scores: [{ criterion: '', score: '8' }] }];
    assertSame({ sheets, criteria: [{ key: '', factor: '1' }], method: 'mean', entries: ['B', 'A'] });
  });

  it('puts ties in order of input', () => {
    const sheets = ['B', 'C', 'A'].map((entry) => ({ entry, judge: 'j', scores: [{ criterion: '', score: '8' }] }));
    const rows = rowsOf(columnarOf({ sheets, criteria: [{ key: '', factor: '1' }], method: 'mean' }));
    expect(rows.map(({ entry, rank }) => [entry, rank])).toEqual([
      ['B', 1],
      ['C', 1],
      ['A', 1],
    ]);
  });

  it('refuses the score that came later of two of the same entry, judge and criterion', () => {
    const score = (entry: string, value: string) => ({ entry, judge: 'j', scores: [{ criterion: '', score: value }] });
    const columns = columnsOfSheets([score('B', '1'), score('A', '2'), score('B', '3'), score('A', '4')]);
    const sheets = arrangeSheets(columns);
    expect(sheets.repeated).toEqual({ first: 0, second: 2 });
    expect(outcome(() => tallyColumns({ sheets, criteria: [{ key: '', factor: '1' }], method: 'mean' }))).toEqual({
      code: 'score-duplicated',
      details: { entry: 'B', judge: 'j', criterion: '' },
    });
  });
});
