import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { validateStageRules, type StageRules } from '#domain';
import { createStage, criterion, stageRules, type JudgingStage } from './judging-stage.js';

/** A sheet of a drawn stage; null for a criterion that the judge left out. */
export interface DrawnSheet {
  readonly entry: number;
  readonly judge: number;
  readonly scores: readonly (string | null)[];
  readonly deduction: string;
}

export interface DrawnStage {
  readonly rules: StageRules;
  readonly sheets: readonly DrawnSheet[];
}

const entries = 5;
const judges = 7;

const methodArbitrary: fc.Arbitrary<StageRules['method']> = fc.oneof(
  fc.record({
    key: fc.constant('mean' as const),
    options: fc.constantFrom(
      {},
      { missing: 'per-criterion' },
      { missing: 'renormalise' },
      { missing: 'exclude-sheet' },
    ),
  }) as fc.Arbitrary<StageRules['method']>,
  fc.record({
    key: fc.constant('median' as const),
    options: fc.constantFrom({ missing: 'renormalise' }, { missing: 'exclude-sheet' }),
  }) as fc.Arbitrary<StageRules['method']>,
  fc.record({
    key: fc.constant('trimmed-mean' as const),
    options: fc
      .record({
        trim: fc.constantFrom(0, 1, 2),
        trimBy: fc.constantFrom('sheet', 'criterion'),
        trimFallback: fc.constantFrom('mean', 'median', 'refuse'),
        missing: fc.constantFrom('renormalise', 'exclude-sheet', 'per-criterion'),
      })
      .filter(({ trimBy, missing }) => (trimBy === 'sheet' ? missing !== 'per-criterion' : missing !== 'renormalise')),
  }) as fc.Arbitrary<StageRules['method']>,
  fc.record({
    key: fc.constantFrom('borda' as const, 'copeland' as const),
    options: fc.constantFrom({ missing: 'renormalise' }, { missing: 'exclude-sheet' }),
  }) as fc.Arbitrary<StageRules['method']>,
  fc.record({
    key: fc.constant('positional' as const),
    options: fc.constantFrom({}, { points: ['5', '2.5', '1'] }),
  }) as fc.Arbitrary<StageRules['method']>,
  fc.record({
    key: fc.constant('standardised' as const),
    options: fc.record({
      missing: fc.constantFrom('renormalise', 'exclude-sheet'),
      ddof: fc.constantFrom(0, 1),
      rescale: fc.boolean(),
    }),
  }) as fc.Arbitrary<StageRules['method']>,
  fc.record({
    key: fc.constant('severity-adjusted' as const),
    options: fc.record({
      missing: fc.constantFrom('renormalise', 'exclude-sheet'),
      effects: fc.constantFrom('fixed', 'random'),
    }),
  }) as fc.Arbitrary<StageRules['method']>,
);

const placesArbitrary = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });

const rulesArbitrary: fc.Arbitrary<StageRules> = fc
  .record({
    method: methodArbitrary,
    factors: fc.array(fc.constantFrom('1', '2', '0.5', '0.35', '1.125', '3'), { minLength: 1, maxLength: 4 }),
    total: placesArbitrary,
    criterionPlaces: placesArbitrary,
    weightedCriterion: placesArbitrary,
    floor: fc.integer({ min: 1, max: 3 }),
    rankOn: fc.constantFrom('rounded' as const, 'exact' as const),
    uncounted: fc.boolean(),
  })
  .map(({ method, factors, total, criterionPlaces, weightedCriterion, floor, rankOn, uncounted }) => {
    const criteria = factors.map((factor, index) => criterion(`c${index}`, { factor, step: '0.005' }));
    const recorded = uncounted ? [criterion('recorded', { counted: false, step: '0.005' })] : [];
    const maximum = factors.reduce((sum, factor) => sum + Math.round(Number(factor) * 10 * 1000), 0) / 1000;
    const isByCriterion =
      method.key === 'trimmed-mean'
        ? method.options.trimBy === 'criterion'
        : method.key === 'mean' && method.options.missing !== 'renormalise';
    const rounding = {
      ...(total === undefined ? {} : { total }),
      ...(criterionPlaces === undefined || !isByCriterion ? {} : { criterion: criterionPlaces }),
      ...(weightedCriterion === undefined || !isByCriterion ? {} : { weightedCriterion }),
    };
    return stageRules({
      method,
      rounding,
      rankOn,
      panel: { size: judges, floor },
      rubric: { maximumTotal: String(maximum), criteria: [...criteria, ...recorded] },
      deductions: { maximum: '5' },
    });
  })
  .filter((rules) => validateStageRules(rules).length === 0);

// Few values, many of them exact halves: ties and rounding at .5 are the rule, not the exception.
const scoreArbitrary = fc.constantFrom('0', '5', '7.125', '7.375', '8.5', '8.505', '8.995', '9.005', '10');

export const stageArbitrary: fc.Arbitrary<DrawnStage> = rulesArbitrary.chain((rules) => {
  const width = rules.rubric.criteria.length;
  const sheet = fc.record({
    scores: fc.array(fc.option(scoreArbitrary, { freq: 12 }), { minLength: width, maxLength: width }),
    deduction: fc.constantFrom('0', '0', '0', '0.5', '1.25'),
    given: fc.boolean(),
  });
  const cells = fc.array(sheet, { minLength: entries * judges, maxLength: entries * judges });
  return fc.tuple(cells, fc.boolean()).map(([drawn, hasTwins]) => ({
    rules,
    sheets: drawn.flatMap((_, index) => {
      // Twins: the second entry gets the first one's sheets, so that the two are tied.
      const source = hasTwins && index >= judges && index < 2 * judges ? index - judges : index;
      const { given, ...rest } = drawn[source] as (typeof drawn)[number];
      const place = { entry: Math.floor(index / judges), judge: index % judges };
      // Points by place want every judge to have ranked every entry: one sheet at most is lacking.
      if (rules.method.key === 'positional') {
        return index > 0 || given ? [{ ...place, ...rest, scores: rest.scores.map((score) => score ?? '5') }] : [];
      }
      return given ? [{ ...place, ...rest }] : [];
    }),
  }));
});

/** Stores a drawn stage; its sheets need not be complete, as after a change of the rules. */
export async function storeStage(
  dataSource: DataSource,
  drawn: DrawnStage,
  after?: JudgingStage,
  order: (sheets: readonly DrawnSheet[]) => readonly DrawnSheet[] = (sheets) => sheets,
): Promise<JudgingStage> {
  const stage = await createStage(dataSource, {
    ...{ rules: drawn.rules, entries, judges },
    ...(after === undefined ? {} : { after, previousStageId: after.stageId }),
  });
  await storeSheets(dataSource, stage, order(drawn.sheets));
  return stage;
}

async function storeSheets(dataSource: DataSource, stage: JudgingStage, sheets: readonly DrawnSheet[]): Promise<void> {
  const rows = sheets.map((sheet) => ({
    id: uuidv7(),
    assignment: stage.assignments.find(({ entry, judge }) => entry === sheet.entry && judge === sheet.judge)?.id,
    deduction: sheet.deduction,
  }));
  const cells = sheets.flatMap(({ scores }, index) =>
    scores.flatMap((score, at) =>
      score === null ? [] : [{ sheet: rows[index]?.id, key: stage.rules.rubric.criteria[at]?.key, score }],
    ),
  );
  await dataSource.query(
    `with version as (select id from rules_versions where stage_id = $1), sheets as (
       insert into score_sheets (id, assignment_id, revision, rules_version_id, deduction, event_hash)
       select r.id, r.assignment, 1, v.id, r.deduction, sha256(r.id::text::bytea)
         from jsonb_to_recordset($2::jsonb) as r (id uuid, assignment uuid, deduction numeric), version v
     )
     insert into criterion_scores (score_sheet_id, criterion_id, rules_version_id, score)
     select c.sheet, k.id, k.rules_version_id, c.score
       from jsonb_to_recordset($3::jsonb) as c (sheet uuid, key text, score numeric)
       join criteria k on k.key = c.key join version v on v.id = k.rules_version_id`,
    [stage.stageId, JSON.stringify(rows), JSON.stringify(cells)],
  );
  await dataSource.query('insert into pending_tallies (id, stage_id) values ($1, $2)', [uuidv7(), stage.stageId]);
}
