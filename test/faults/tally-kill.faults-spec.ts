import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stageTally } from '#domain';
import { PendingTallyService, TallyQueryService, TallyService, tallyPoints } from '#scoring';
import { readSnapshot } from '../../libs/scoring/src/tally-snapshot.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import { createStage, type JudgingStage } from '../builders/judging-stage.js';
import { startProcess } from '../builders/processes.js';
import { until } from '../builders/until.js';

describe('a worker killed in the middle of a run', () => {
  let bench: JudgingBench;

  beforeAll(async () => {
    bench = await startJudgingBench();
  });
  afterAll(() => bench.close());

  const latest = (stageId: string) => bench.module.get(TallyQueryService).latest(stageId);
  const pending = (stageId: string) => bench.module.get(PendingTallyService).count(stageId);
  const rowsOf = (stageId: string) => bench.count('tally_rows', 'stage_id = $1', [stageId]);

  /** A scored stage, and the hash that an uninterrupted computation gives. */
  const scored = async (): Promise<{ stage: JudgingStage; expected: string }> => {
    const stage = await createStage(bench.dataSource);
    await bench.submitAll(stage);
    const { rules, sheets, context } = await readSnapshot(bench.dataSource.manager, stage.stageId);
    return { stage, expected: stageTally(rules, sheets, context).outputsHash };
  };

  const killAt = async (point: string) => {
    const worker = await startProcess('worker', {
      database: bench.database,
      env: { FAILPOINT: point },
      waitForReady: false,
    });
    const ended = await worker.ended;
    expect({ point, ended, output: worker.output() }).toEqual({ point, ended: 'SIGKILL', output: '' });
  };

  it.each(tallyPoints)(
    'at %s leaves no partial rows, and the next run has the same hash',
    async (point) => {
      const { stage, expected } = await scored();
      const { stageId } = stage;
      await killAt(point);
      const isCommitted = point === 'after-commit';
      // All or nothing: rows, hashes and the end of waiting come together.
      expect({ rows: await rowsOf(stageId), pending: await pending(stageId) }).toEqual(
        isCommitted ? { rows: 4, pending: 0 } : { rows: 0, pending: 12 },
      );
      expect((await latest(stageId))?.outputsHash).toBe(isCommitted ? expected : undefined);
      expect(
        await bench.count('judge_effects e join tally_runs r on r.id = e.run_id', 'r.stage_id = $1', [stageId]),
      ).toBe(isCommitted ? 3 : 0);
      // As fifteen seconds without a beat would.
      await bench.dataSource.query(
        `update tally_runs set heartbeat_at = now() - interval '16 seconds' where stage_id = $1 and state = 'active'`,
        [stageId],
      );
      await bench.module.get(TallyService).run(stageId);
      expect(await latest(stageId)).toMatchObject({ outputsHash: expected, shadow: 'agrees' });
      expect({ rows: await rowsOf(stageId), pending: await pending(stageId) }).toEqual({ rows: 4, pending: 0 });
    },
    60_000,
  );

  it('is followed by another worker that finishes the stage by itself', async () => {
    const { stage, expected } = await scored();
    await killAt('after-rows');
    const worker = await startProcess('worker', { database: bench.database });
    await until(async () => (await latest(stage.stageId))?.outputsHash === expected, 60_000);
    expect(await bench.count('tally_runs', `stage_id = $1 and state = 'abandoned'`, [stage.stageId])).toBe(1);
    expect(await pending(stage.stageId)).toBe(0);
    await worker.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
  }, 120_000);
});
