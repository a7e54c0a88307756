import { afterEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { stageTally } from '#domain';
import { TallyQueryService } from '#scoring';
import { readSnapshot } from '../../libs/scoring/src/tally-snapshot.js';
import { startJudgingBench, type JudgingBench } from '../builders/judging-bench.js';
import { createStage } from '../builders/judging-stage.js';
import { redisProgram, startOwnRedis } from '../builders/own-redis.js';
import { startProcess, type AppProcess } from '../builders/processes.js';
import { until } from '../builders/until.js';

describe('a queue that loses everything', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  /** Submits while the worker stands still, empties the queue, and waits for the result of what was submitted. */
  const loseAll = async (bench: JudgingBench, worker: AppProcess, empty: () => Promise<void>) => {
    const stage = await createStage(bench.dataSource);
    process.kill(worker.pid, 'SIGSTOP');
    await bench.submitAll(stage);
    // The requests of this process have reached the queue, and the worker cannot take them.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await empty();
    process.kill(worker.pid, 'SIGCONT');
    const { rules, sheets, context } = await readSnapshot(bench.dataSource.manager, stage.stageId);
    const expected = stageTally(rules, sheets, context).outputsHash;
    const tallies = bench.module.get(TallyQueryService);
    await until(async () => (await tallies.latest(stage.stageId))?.outputsHash === expected, 60_000);
    expect(await bench.count('pending_tallies')).toBe(0);
  };

  // Left out, and counted as skipped, where there is no server; the continuous integration installs one and insists.
  const isTried = redisProgram !== undefined || process.env['CI_REQUIRES_REDIS'] === 'yes';
  (isTried ? it : it.skip)(
    'by FLUSHALL on Redis is made good by the clock within a minute',
    async () => {
      const redis = await startOwnRedis();
      closing.push(redis.stop);
      const bench = await startJudgingBench({ REDIS_URL: redis.url });
      closing.push(() => bench.close());
      const worker = await startProcess('worker', { database: bench.database, env: { REDIS_URL: redis.url } });
      closing.push(() => worker.kill());
      await loseAll(bench, worker, redis.flushAll);
    },
    120_000,
  );

  it('in PostgreSQL is made good by the clock within a minute', async () => {
    const bench = await startJudgingBench({ REDIS_URL: undefined });
    closing.push(() => bench.close());
    const worker = await startProcess('worker', { database: bench.database, env: { REDIS_URL: undefined } });
    closing.push(() => worker.kill());
    await loseAll(bench, worker, async () => {
      const owner = new pg.Client({ connectionString: bench.database.ownerUrl });
      await owner.connect();
      const tables = await owner.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
          where schemaname = 'bullmq' and tablename not like '%migration%'`,
      );
      await owner.query(`truncate ${tables.rows.map(({ name }) => name).join(', ')}`);
      await owner.end();
    });
  }, 120_000);
});
