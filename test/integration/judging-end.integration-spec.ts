import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { AdvancementService, RulesService, WindowService } from '#contest';
import { IdempotencyService } from '#identity';
import { BulkScoreSheetService } from '#judging';
import { LedgerService } from '#ledger';
import { AwardListService, StageAdvancementService } from '#results';
import { TallyService } from '#scoring';
import { HeldSubmission } from '../builders/held-submission.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';

let bench: JudgingBench;

beforeAll(async () => {
  bench = await startJudgingBench();
});
afterAll(() => bench.close());

const close = ({ stageId }: JudgingStage) => bench.module.get(WindowService).close({ stageId }, { actor: uuidv7() });
const sheetsOf = (stage: JudgingStage, index: number) =>
  bench.count('score_sheets', 'assignment_id = $1', [stage.assignments[index]?.id]);
const outcomeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  );

describe('a submission held open across the close of its stage', () => {
  it('is waited for: the stage is closed with the sheet in it', async () => {
    const stage = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    const held = await HeldSubmission.begin(bench);
    expect(await held.submit(stage, 0, '9')).toBe('accepted');
    let isClosed = false;
    const closing = close(stage).then((window) => {
      isClosed = true;
      return window;
    });
    await held.untilWaiting();
    expect(isClosed).toBe(false);
    await held.commit();
    expect(await closing).toMatchObject({ isOpen: false });
    expect(await sheetsOf(stage, 0)).toBe(1);
    const inTime = `s.submitted_at < w.closed_at and w.stage_id = $1`;
    expect(
      await bench.count(
        'score_sheets s join assignments a on a.id = s.assignment_id join windows w on w.stage_id = a.stage_id',
        inTime,
        [stage.stageId],
      ),
    ).toBe(1);
  });

  it('lets nobody in behind it: who comes while the close waits is refused', async () => {
    const stage = await createStage(bench.dataSource, { entries: 2, judges: 1 });
    const held = await HeldSubmission.begin(bench);
    await held.submit(stage, 0, '9');
    const closing = close(stage);
    await held.untilWaiting();
    const late = outcomeOf(bench.submit(stage, 1, '8'));
    await held.untilWaiting(2);
    await held.commit();
    await closing;
    expect(await late).toBe('deadline-passed');
    expect(await sheetsOf(stage, 1)).toBe(0);
  });

  it('is refused where its transaction began before the close and its look at the window came after', async () => {
    const stage = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    const held = await HeldSubmission.begin(bench);
    await close(stage);
    expect(await held.submit(stage, 0, '9')).toBe('deadline-passed');
    await held.commit();
    expect(await outcomeOf(bench.submit(stage, 0, '9'))).toBe('deadline-passed');
    expect(await sheetsOf(stage, 0)).toBe(0);
  });

  it('is waited for by the close when it is one of many sheets at once', async () => {
    const stage = await createStage(bench.dataSource, { entries: 2, judges: 1 });
    const sheets = stage.assignments.map(({ id }) => ({
      assignmentId: id,
      scores: Object.fromEntries(stage.rules.rubric.criteria.map(({ key }) => [key, '7'])),
    }));
    let closing: Promise<unknown> = Promise.resolve();
    const watcher = await HeldSubmission.begin(bench);
    await bench.dataSource.transaction(async (manager) => {
      await bench.module.get(BulkScoreSheetService).submitMany(manager, stage.stageId, sheets);
      closing = close(stage);
      await watcher.untilWaiting();
    });
    await watcher.commit();
    await closing;
    expect(await sheetsOf(stage, 1)).toBe(1);
    const again = bench.dataSource.transaction((manager) =>
      bench.module.get(BulkScoreSheetService).submitMany(manager, stage.stageId, sheets),
    );
    expect(await outcomeOf(again)).toBe('window-not-open');
  });
});

describe('a submission held open across a deadline that nobody closed', () => {
  /** Judged and tallied, with a correction of the first sheet not committed when its deadline passes. */
  async function heldAcrossDeadline(): Promise<{ stage: JudgingStage; held: HeldSubmission }> {
    const stage = await createStage(bench.dataSource);
    await bench.dataSource.query(
      `insert into award_tiers (id, edition_id, stage_id, key, name_zh, name_en, position, quota)
       values ($1, $2, $3, 'first', '一', 'First', 0, 1)`,
      [uuidv7(), stage.editionId, stage.stageId],
    );
    await bench.submitAll(stage);
    await bench.module.get(TallyService).run(stage.stageId);
    const held = await HeldSubmission.begin(bench);
    expect(await held.submit(stage, 0, '0.5', 1)).toBe('accepted');
    await bench.dataSource.query(`update windows set deadline_at = now() - interval '1 second' where stage_id = $1`, [
      stage.stageId,
    ]);
    return { stage, held };
  }

  /** How an act ends that has waited for the held sheet. */
  async function refusalOf(held: HeldSubmission, act: Promise<unknown>): Promise<unknown> {
    const refusal = act.catch((error: unknown) => error);
    await held.untilWaiting();
    await held.commit();
    return refusal;
  }

  it('keeps a list from being frozen without it', async () => {
    const { stage, held } = await heldAcrossDeadline();
    const lists = new AwardListService(bench.dataSource, new LedgerService());
    const edition = { id: stage.editionId, slug: stage.slug };
    const freezing = bench.dataSource.transaction((manager) => lists.freeze(manager, edition, uuidv7()));
    expect(await refusalOf(held, freezing)).toMatchObject({
      code: 'award-list-blocked',
      details: { blockers: [{ code: 'tally-pending' }] },
    });
    expect(await bench.count('award_list_versions', 'edition_id = $1', [stage.editionId])).toBe(0);
    expect(await sheetsOf(stage, 0)).toBe(2);
  });

  it('keeps entries from advancing without it', async () => {
    const { stage, held } = await heldAcrossDeadline();
    const advancement = new StageAdvancementService(
      bench.dataSource,
      bench.module.get(IdempotencyService),
      bench.module.get(AdvancementService),
      bench.module.get(RulesService),
      bench.module.get(LedgerService),
    );
    const advancing = bench.dataSource.transaction((manager) => advancement.applyWithin(manager, stage.stageId));
    expect(await refusalOf(held, advancing)).toMatchObject({
      code: 'stage-not-ready',
      details: { blockers: ['tally-pending'] },
    });
  });
});
