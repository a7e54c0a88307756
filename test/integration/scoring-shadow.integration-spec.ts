import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { methodKeysFor, stageTally, type StageRules } from '#domain';
import { TallyService } from '#scoring';
import { compareWithShadow } from '../../libs/scoring/src/shadow/compare-with-shadow.js';
import { planForShadow, readShadow } from '../../libs/scoring/src/shadow/read-shadow.js';
import { readSnapshot } from '../../libs/scoring/src/tally-snapshot.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import { createStage, stageRules, type JudgingStage } from '../builders/judging-stage.js';
import { stageArbitrary, storeStage } from '../builders/random-stage.js';

describe('the shadow', () => {
  let bench: JudgingBench;
  let previous: JudgingStage;

  beforeAll(async () => {
    bench = await startJudgingBench();
    previous = await createStage(bench.dataSource, {
      entries: 5,
      judges: 7,
      rules: stageRules({ panel: { size: 7, floor: 1 } }),
    });
    for (const [index, { entry }] of previous.assignments.entries()) {
      // One entry of the stage before has no score.
      if (entry < 4) await bench.submit(previous, index, String(5 + ((index * 3) % 8) / 2));
    }
    await bench.module.get(TallyService).run(previous.stageId);
  });
  afterAll(() => bench.close());

  const compare = async (stageId: string, rules: StageRules) =>
    bench.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await planForShadow(manager);
      const { sheets, context } = await readSnapshot(manager, stageId);
      const result = stageTally(rules, sheets, context);
      const shadow = await readShadow(manager, stageId, rules, () => Promise.resolve(result.variance));
      return { result, report: compareWithShadow(rules, result, shadow) };
    });

  it('equals libs/domain to the last digit on hundreds of drawn stages with ties, gaps, halves and deductions', async () => {
    let ranked = 0;
    let tied = 0;
    let insufficient = 0;
    const rankedBy = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(stageArbitrary, fc.integer({ min: 0, max: 2 }), async (drawn, kind) => {
        const components: StageRules['components'] =
          kind === 0
            ? [{ key: 'experts', share: '1' }]
            : [
                { key: 'experts', share: kind === 1 ? '0.7' : '0.625' },
                { key: 'previous-stage', share: kind === 1 ? '0.3' : '0.375' },
              ];
        const rules = { ...drawn.rules, components };
        const { stageId } = await storeStage(bench.dataSource, { ...drawn, rules }, previous);
        const { result, report } = await compare(stageId, rules);
        expect(report.differences).toEqual([]);
        // One stage follows a stage: the next drawn one takes this one's place.
        await bench.dataSource.query('update stages set previous_stage_id = null where id = $1', [stageId]);
        const placed = result.rows.filter(({ outcome }) => outcome === 'ranked').length;
        ranked += placed;
        rankedBy.set(rules.method.key, (rankedBy.get(rules.method.key) ?? 0) + placed);
        tied += result.rows.filter(({ tie }) => tie !== null).length;
        insufficient += result.rows.filter(({ outcome }) => outcome === 'insufficient').length;
      }),
      { numRuns: 300, seed: 20_241_101 },
    );
    // The draw must really contain what it claims to.
    expect(ranked).toBeGreaterThan(500);
    for (const method of methodKeysFor('sheets')) expect(rankedBy.get(method)).toBeGreaterThan(20);
    expect(tied).toBeGreaterThan(50);
    expect(insufficient).toBeGreaterThan(50);
  }, 240_000);

  it('notices a score, a rank and an entry that are not what the sheets say', async () => {
    const [drawn] = fc.sample(stageArbitrary, { numRuns: 1, seed: 7 });
    if (drawn === undefined) throw new RangeError('nothing drawn');
    const { stageId } = await storeStage(bench.dataSource, drawn);
    const { result } = await compare(stageId, drawn.rules);
    const variance = () => Promise.resolve(result.variance);
    const shadow = await readShadow(bench.dataSource.manager, stageId, drawn.rules, variance);
    const [first, ...rest] = result.rows;
    if (!first?.exact) throw new RangeError('the drawn stage ranks nobody');
    const wrong = [
      { ...first, exact: { ...first.exact, numerator: `${first.exact.numerator}1` } },
      { ...first, rank: (first.rank ?? 0) + 7 },
      { ...first, sheets: first.sheets + 1 },
    ];
    for (const row of wrong) {
      expect(compareWithShadow(drawn.rules, { rows: [row, ...rest] }, shadow).verdict).toBe('differs');
    }
    expect(compareWithShadow(drawn.rules, { rows: rest }, shadow).verdict).toBe('differs');
    expect(compareWithShadow(drawn.rules, result, shadow).verdict).toBe('agrees');
  });
});
