import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../errors/domain-error.js';
import { compareCodePoints } from '../../identifier/compare-code-points.js';
import { rankConventions } from '../../ranking/rank-entries.js';
import type { MethodOptions } from '../method-options.js';
import { methodKeysFor } from '../scoring-methods.js';
import { tally } from '../tally.js';
import type { TallyCriterion, TallyInput, TallySheet } from '../tally-input.js';
import { tallyOptionProblems } from '../tally-option-problems.js';
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

const plain = fc
  .oneof(
    fc.integer({ min: 0, max: 20 }).map((half) => (half / 2).toString()),
    fc.integer({ min: -300, max: 9999 }).map((cents) => (cents / 100).toFixed(2)),
  )
  .filter((text) => !/^-[0.]*$/.test(text));
/** Some beyond what doubles hold exactly, alone or together. */
const wild = fc.oneof(
  plain,
  fc.constantFrom('9007199254740993.25', '0.000000000001', '123456789012345678901234567890'),
);
const factor = fc.constantFrom('1', '2', '0.5', '40', '0', '1.25', '0.000001');
const names = ['A', 'B', 'a', '乙', '甲', '\u{1f600}', '\uff21'];

const sparseCells = (decimal: fc.Arbitrary<string>) =>
  fc.uniqueArray(
    fc.record({
      entry: fc.constantFrom(...names),
      judge: fc.constantFrom(...names.slice(0, 6)),
      criterion: fc.constantFrom('x', 'y', 'z'),
      score: decimal,
    }),
    { selector: ({ entry, judge, criterion }) => `${entry}/${judge}/${criterion}`, minLength: 0, maxLength: 60 },
  );

interface Design {
  readonly sheets: TallySheet[];
  readonly criteria: TallyCriterion[];
}

/** Sparse designs, and dense ones in which nearly nobody lacks a score. */
const designs: fc.Arbitrary<Design> = fc
  .record({
    cells: fc.oneof(sparseCells(plain), denseCells(plain), denseCells(plain), denseCells(wild)),
    one: fc.boolean(),
    factors: fc.record({ x: factor, y: factor, z: factor }),
    deductions: fc.oneof(
      fc.constant<Record<string, string>>({}),
      fc.dictionary(fc.constantFrom(...names), fc.constantFrom('0', '1', '0.25')),
    ),
    maxima: fc.boolean(),
  })
  .map(({ cells: given, one, factors, deductions, maxima }) => {
    const kept = one ? given.filter(({ criterion }) => criterion === 'x') : given;
    const bySheet = new Map<string, TallySheet & { scores: { criterion: string; score: string }[] }>();
    for (const { entry, judge, criterion, score } of kept) {
      const sheet = bySheet.get(`${entry}/${judge}`) ?? { entry, judge, scores: [], deduction: deductions[judge] };
      bySheet.set(`${entry}/${judge}`, sheet);
      sheet.scores.push({ criterion, score });
    }
    const keys = [...new Set([...bySheet.values()].flatMap(({ scores }) => scores.map(({ criterion }) => criterion)))];
    return {
      sheets: [...bySheet.values()],
      criteria: keys.map((key) => ({
        key,
        factor: factors[key as 'x'],
        ...(maxima ? { maximum: key === 'x' ? '10' : '20' } : {}),
      })),
    };
  });

function denseCells(decimal: fc.Arbitrary<string>) {
  const size = fc.record({ entries: fc.integer({ min: 1, max: 5 }), judges: fc.integer({ min: 1, max: 7 }) });
  return size.chain(({ entries, judges }) => {
    const all = names
      .slice(0, entries)
      .flatMap((entry) =>
        Array.from({ length: judges }, (_, judge) => `j${judge}`).flatMap((judge) =>
          ['x', 'y', 'z'].map((criterion) => ({ entry, judge, criterion })),
        ),
      );
    return fc
      .record({
        scores: fc.array(decimal, { minLength: all.length, maxLength: all.length }),
        lacking: fc.option(fc.nat(all.length - 1), { nil: -1 }),
      })
      .map(({ scores, lacking }) =>
        all.map((cell, at) => ({ ...cell, score: scores[at]! })).filter((_, at) => at !== lacking),
      );
  });
}

const places = fc.option(fc.constantFrom(0, 1, 2, 12, 20), { nil: undefined });
const settings = fc.record({
  method: fc.constantFrom(...methodKeysFor('sheets')),
  options: fc.record(
    {
      trim: fc.constantFrom(0, 1, 2),
      trimBy: fc.constantFrom('sheet' as const, 'criterion' as const),
      trimMinimum: fc.constantFrom(5, 6),
      trimFallback: fc.constantFrom('mean' as const, 'median' as const, 'refuse' as const),
      missing: fc.constantFrom('per-criterion' as const, 'renormalise' as const, 'exclude-sheet' as const),
    },
    { requiredKeys: [] },
  ),
  rounding: fc.record({ criterion: places, weightedCriterion: places, total: places }),
  normaliseWeights: fc.boolean(),
  ties: fc.constantFrom(...rankConventions),
});

/** Options that the method does not know, or that contradict one another, are left out. */
function understood({
  method,
  options,
  rounding,
  ...rest
}: Pick<TallyInput, 'method' | 'rounding'> & { options: MethodOptions }) {
  const given: Record<string, unknown> = { ...options };
  const stages: Record<string, unknown> = { ...rounding };
  for (const { path } of tallyOptionProblems({ method, options, rounding })) {
    delete given[path.replace('method.options.', '')];
    delete stages[path.replace('rounding.', '')];
  }
  const left = tallyOptionProblems({ method, options: given, rounding: stages });
  return { ...rest, method, options: left.length > 0 ? {} : given, rounding: left.length > 0 ? {} : stages };
}

describe('a tally of columns', () => {
  it('is the tally of the same sheets: figures, ranks, errors, warnings, refusals', () => {
    fc.assert(
      fc.property(designs, settings, (design, setting) => assertSame({ ...design, ...understood(setting) })),
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
