import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { hashStageRules, stageTally } from '#domain';
import { ConflictService } from '#judging';
import { PendingTallyService, TallyQueryService, TallyService } from '#scoring';
import { completeRun } from '../../libs/scoring/src/tally-completion.js';
import { TallyRunStore } from '../../libs/scoring/src/tally-run.store.js';
import { readSnapshot } from '../../libs/scoring/src/tally-snapshot.js';
import { HeldSubmission } from '../builders/held-submission.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import { changeRoster } from '../builders/roster.js';
import { createStage, criterion, stageRules, writeRules, type JudgingStage } from '../builders/judging-stage.js';
import { stageArbitrary, storeStage } from '../builders/random-stage.js';

describe('a tally run', () => {
  let bench: JudgingBench;

  beforeAll(async () => {
    bench = await startJudgingBench();
  });
  afterAll(() => bench.close());

  const run = (stageId: string) => bench.module.get(TallyService).run(stageId);
  const pending = (stageId: string) => bench.module.get(PendingTallyService).count(stageId);
  const latest = (stageId: string) => bench.module.get(TallyQueryService).latest(stageId);
  const runs = (stageId: string, state: string) =>
    bench.count('tally_runs', 'stage_id = $1 and state = $2', [stageId, state]);
  const scored = async (count = 6): Promise<JudgingStage> => {
    const stage = await createStage(bench.dataSource);
    for (let index = 0; index < count; index += 1) await bench.submit(stage, index, String(5 + (index % 5)));
    return stage;
  };
  /** Makes the active run of a stage look dead, as sixteen seconds without a beat would. */
  const starve = (stageId: string) =>
    bench.dataSource.query(
      `update tally_runs set heartbeat_at = heartbeat_at - interval '16 seconds' where stage_id = $1 and state = 'active'`,
      [stageId],
    );

  it('ranks what the sheets say, agrees with its shadow and leaves nothing pending', async () => {
    const stage = await scored();
    const outcome = await run(stage.stageId);
    expect(outcome).toMatchObject({ state: 'completed', fence: 1 });
    expect(await pending(stage.stageId)).toBe(0);
    expect(await latest(stage.stageId)).toMatchObject({
      shadow: 'agrees',
      sheets: 6,
      rulesHash: hashStageRules(stage.rules),
    });
    const rows = await bench.dataSource.query<
      { outcome: string; reason: string | null; rank: number | null; score: string }[]
    >(
      `select outcome, reason, rank, score::text as score from tally_rows where stage_id = $1 order by rank nulls last, stage_entry_id`,
      [stage.stageId],
    );
    // Judges 0 and 1: entry 0 has 5 and 9, entry 1 has 6 and 5, the others one sheet, below the floor of two.
    expect(rows).toEqual([
      { outcome: 'ranked', reason: null, rank: 1, score: '70.00' },
      { outcome: 'ranked', reason: null, rank: 2, score: '55.00' },
      { outcome: 'insufficient', reason: 'below-panel-floor', rank: null, score: null },
      { outcome: 'insufficient', reason: 'below-panel-floor', rank: null, score: null },
    ]);
    expect(await bench.count('judge_effects', 'run_id = $1', [(await latest(stage.stageId))?.id])).toBe(2);
  });

  it('does nothing where nothing is pending, however often it is delivered', async () => {
    const stage = await scored();
    await run(stage.stageId);
    expect(await run(stage.stageId)).toEqual({ state: 'idle' });
    expect(await runs(stage.stageId, 'completed')).toBe(1);
  });

  it('replaces the rows of the run before, and gives the same hash for the same sheets', async () => {
    const stage = await scored();
    const first = await run(stage.stageId);
    await bench.dataSource.query('insert into pending_tallies (id, stage_id) values (gen_random_uuid(), $1)', [
      stage.stageId,
    ]);
    const second = await run(stage.stageId);
    expect(second).toEqual({ ...first, fence: 2, dependents: [] });
    expect(await bench.count('tally_rows', 'stage_id = $1', [stage.stageId])).toBe(4);
    expect(
      await bench.count('tally_rows r join tally_runs t on t.id = r.run_id', 't.stage_id = $1 and t.fence = 1', [
        stage.stageId,
      ]),
    ).toBe(0);
  });

  it('is one when two workers take the stage at once: the other one is busy, or finds nothing left', async () => {
    const stage = await scored();
    const outcomes = await Promise.all([run(stage.stageId), run(stage.stageId), run(stage.stageId)]);
    expect(outcomes.filter(({ state }) => state === 'completed')).toHaveLength(1);
    expect(await runs(stage.stageId, 'completed')).toBe(1);
    expect(await runs(stage.stageId, 'active')).toBe(0);
  });

  it('tallies a submission held open across its snapshot in the next run, and not before', async () => {
    const stage = await scored(5);
    const held = await HeldSubmission.begin(bench);
    expect(await held.submit(stage, 5, '9')).toBe('accepted');
    await run(stage.stageId);
    expect((await latest(stage.stageId))?.sheets).toBe(5);
    await held.commit();
    expect(await pending(stage.stageId)).toBe(1);
    expect(await bench.module.get(PendingTallyService).stagesToTally()).toContain(stage.stageId);
    await run(stage.stageId);
    expect((await latest(stage.stageId))?.sheets).toBe(6);
    expect(await pending(stage.stageId)).toBe(0);
  });

  it('is refused its late write once another worker took it for dead: no row of it is stored', async () => {
    const stage = await scored();
    const store = bench.module.get(TallyRunStore);
    const zombie = await store.claim(stage.stageId);
    if (zombie === null) throw new RangeError('nothing claimed');
    const snapshot = await readSnapshot(bench.dataSource.manager, stage.stageId);
    const result = stageTally(snapshot.rules, snapshot.sheets, snapshot.context);
    expect(await run(stage.stageId)).toEqual({ state: 'busy' });
    await starve(stage.stageId);
    const successor = await run(stage.stageId);
    expect(successor).toMatchObject({ state: 'completed', fence: 2 });
    const late = bench.dataSource.transaction((manager) =>
      completeRun(manager, zombie, {
        snapshot,
        result,
        inputsHash: '00'.repeat(32),
        shadow: { verdict: 'agrees', differences: [] },
      }),
    );
    await expect(late).rejects.toMatchObject({ code: 'tally-fenced' });
    expect(await store.beat(zombie)).toBe(false);
    expect(await bench.count('tally_rows', 'run_id = $1', [zombie.id])).toBe(0);
    expect(await runs(stage.stageId, 'abandoned')).toBe(1);
  });

  it('keeps its reason when it cannot be computed, its pending rows, and rests after five failures', async () => {
    const stage = await scored(1);
    const rules = stageRules({ method: { key: 'median', options: {} } });
    const judged = await createStage(bench.dataSource, { rules });
    await bench.submit(judged, 0, '5');
    // A sheet without a score that another one of the entry has, as only a change of the rules can leave it.
    const { criteria } = rules.rubric;
    const wider = { ...rules, rubric: { maximumTotal: '120', criteria: [...criteria, criterion('extra')] } };
    const rulesHash = await writeRules(bench.dataSource, judged.stageId, wider, 2);
    const broken = { ...judged, rules: wider, rulesHash };
    const another = broken.assignments.findIndex(({ entry, judge }) => entry === 0 && judge === 1);
    await bench.submit(broken, another, '5');
    const clock = bench.module.get(PendingTallyService);
    for (let time = 0; time < 5; time += 1) {
      expect(await clock.stagesToTally()).toContain(broken.stageId);
      await expect(run(broken.stageId)).rejects.toMatchObject({ code: 'scores-missing' });
    }
    expect(await runs(broken.stageId, 'failed')).toBe(5);
    expect(await bench.count('tally_runs', `stage_id = $1 and failure like 'scores-missing%'`, [broken.stageId])).toBe(
      5,
    );
    expect(await pending(broken.stageId)).toBe(2);
    expect(await clock.stagesToTally()).not.toContain(broken.stageId);
    expect(await clock.stagesToTally()).toContain(stage.stageId);
    await bench.submit(broken, 1, '5');
    expect(await clock.stagesToTally()).toContain(broken.stageId);
  });

  it('leaves the sheets of a recused judge and of a withdrawn entry out, and counts the newest revision only', async () => {
    const stage = await scored(12);
    await bench.submit(stage, 0, '10', { seenRevision: 1 });
    const declaration = {
      judgeId: stage.judgeIds[1] ?? '',
      entryId: stage.entryIds[1] ?? '',
      form: 'ordered',
      reasonCode: 'family',
    } as const;
    await bench.dataSource.transaction((manager) =>
      bench.module.get(ConflictService).declare(manager, declaration, { actor: stage.userIds[0] ?? '' }),
    );
    await bench.dataSource.query(`update entries set state = 'withdrawn', withdrawn_at = now() where id = $1`, [
      stage.entryIds[2],
    ]);
    await run(stage.stageId);
    expect((await latest(stage.stageId))?.sheets).toBe(12 - 1 - 3);
    expect(await bench.count('tally_rows', 'stage_id = $1', [stage.stageId])).toBe(3);
  });

  it('is asked for again by whatever takes an entry, a judge or the rules out of it, and by nothing before the first', async () => {
    const stage = await scored(12);
    const { stageId, entryIds, judgeIds, stageEntryIds } = stage;
    await run(stageId);
    const { dataSource } = bench;
    const acts: (() => Promise<unknown>)[] = [
      () =>
        dataSource.query(`update entries set state = 'withdrawn', withdrawn_at = now() where id = $1`, [entryIds[0]]),
      () => changeRoster(dataSource, judgeIds.slice(0, 1), 'removal'),
      () => dataSource.query(`update stage_entries set outcome = 'forfeit' where id = $1`, [stageEntryIds[1]]),
    ];
    for (const act of acts) {
      await act();
      expect(await pending(stageId)).toBe(1);
      await run(stageId);
    }
    await writeRules(bench.dataSource, stageId, stageRules({ rounding: { total: 1 } }), 2);
    expect(await pending(stageId)).toBe(1);
    await run(stageId);
    expect(await latest(stageId)).toMatchObject({ shadow: 'agrees', sheets: 2 * 2 });
    await bench.dataSource.query(`update stage_entries set outcome = 'advanced' where id = $1`, [stageEntryIds[2]]);
    expect(await pending(stageId)).toBe(0);
    const untouched = await createStage(bench.dataSource);
    expect(await pending(untouched.stageId)).toBe(0);
  });

  it('asks for the stages that rest on it, and only when its result has changed', async () => {
    const first = await scored(12);
    const second = await createStage(bench.dataSource, { after: first, previousStageId: first.stageId });
    expect(await run(first.stageId)).toMatchObject({ dependents: [second.stageId] });
    expect(await pending(second.stageId)).toBe(1);
    await bench.dataSource.query('insert into pending_tallies (id, stage_id) values (gen_random_uuid(), $1)', [
      first.stageId,
    ]);
    expect(await run(first.stageId)).toMatchObject({ dependents: [] });
  });

  it('has one hash whatever the order of rows and whatever plan the database chooses', async () => {
    for (const drawn of fc.sample(stageArbitrary, { numRuns: 6, seed: 4 })) {
      const stage = await storeStage(bench.dataSource, drawn);
      const hashes = [await hashUnder(bench, stage, 'on'), await hashUnder(bench, stage, 'off')];
      await shuffleRows(bench.database.ownerUrl);
      hashes.push(await hashUnder(bench, stage, 'on'), await hashUnder(bench, stage, 'off'));
      expect(new Set(hashes).size).toBe(1);
    }
  });
});

/** Writes the same sheets and scores anew in another physical order, which only the owner can. */
async function shuffleRows(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`
    begin;
    create temporary table sheets on commit drop as select * from score_sheets;
    create temporary table scores on commit drop as select * from criterion_scores;
    delete from criterion_scores;
    delete from score_sheets;
    insert into score_sheets select * from sheets order by random();
    insert into criterion_scores select * from scores order by random();
    commit`);
  await owner.end();
}

async function hashUnder(bench: JudgingBench, stage: JudgingStage, value: 'on' | 'off'): Promise<string> {
  return bench.dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query('set local jit = off');
    for (const name of ['hashjoin', 'mergejoin', 'hashagg', 'indexscan', 'indexonlyscan', 'bitmapscan', 'sort']) {
      await manager.query(`set local enable_${name} = ${value}`);
    }
    const { rules, sheets, context } = await readSnapshot(manager, stage.stageId);
    return stageTally(rules, sheets, context).outputsHash;
  });
}
