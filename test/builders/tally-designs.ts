import fc from 'fast-check';
import {
  type MethodOptions,
  methodKeysFor,
  rankConventions,
  type TallyCriterion,
  type TallyInput,
  tallyOptionProblems,
  type TallySheet,
} from '#domain';

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

export interface TallyDesign {
  readonly sheets: TallySheet[];
  readonly criteria: TallyCriterion[];
}

/** Sparse designs, and dense ones in which nearly nobody lacks a score. */
export const tallyDesigns: fc.Arbitrary<TallyDesign> = fc
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
/** Methods, options, rounding and ties; some contradict one another. */
export const tallySettings = fc.record({
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
export function understoodSettings({
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
