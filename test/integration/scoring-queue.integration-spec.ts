import { afterEach, describe, expect, it } from '@jest/globals';
import { Queue, Worker } from 'bullmq';
import {
  analysisQueueName,
  chooseBackend,
  landingSuggestionQueueName,
  TallyQueue,
  tallyQueueName,
  type TallyJob,
} from '#queue';
import { testConfig } from '../builders/config.js';
import { startJudgingBench } from '../builders/judging-bench.js';
import { createStage } from '../builders/judging-stage.js';
import { createTestDatabase } from '../builders/postgres.js';
import { flushTestRedis } from '../builders/redis.js';
import { until } from '../builders/until.js';

describe('the tally queue', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  it('runs a stage no more often than it can, and never misses what was asked for while it ran', async () => {
    const database = await createTestDatabase();
    closing.push(database.drop);
    await flushTestRedis();
    const { redisUrl } = testConfig(database);
    const backend = chooseBackend({ redisUrl, databaseUrl: database.appUrl });
    const started: { stageId: string; at: number }[] = [];
    const worker = new Worker<TallyJob>(
      tallyQueueName,
      async ({ data }) => {
        started.push({ stageId: data.stageId, at: performance.now() });
        await new Promise((resolve) => setTimeout(resolve, 150));
      },
      backend,
    );
    worker.on('error', () => undefined);
    closing.push(() => worker.close());
    const queue = new Queue(tallyQueueName, backend);
    closing.push(() => queue.close());
    const tallies = new TallyQueue(queue);
    await worker.waitUntilReady();
    let asked = 0;
    const last = new Map<string, number>();
    const end = performance.now() + 1500;
    while (performance.now() < end) {
      for (const stageId of ['one', 'two']) {
        tallies.request(stageId);
        last.set(stageId, performance.now());
        asked += 1;
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await until(
      () =>
        Promise.resolve(
          [...last].every(([stageId, at]) => started.some((run) => run.stageId === stageId && run.at > at)),
        ),
      20_000,
    );
    expect(asked).toBeGreaterThan(100);
    expect(started.length).toBeLessThan(asked / 3);
    tallies.onApplicationShutdown();
  });

  it.each([tallyQueueName, analysisQueueName, landingSuggestionQueueName])(
    'of PostgreSQL is there for the application’s role: %s',
    async (name) => {
      const database = await createTestDatabase();
      closing.push(database.drop);
      const queue = new Queue(name, chooseBackend({ redisUrl: undefined, databaseUrl: database.appUrl }));
      queue.on('error', () => undefined);
      closing.push(() => queue.close());
      expect((await queue.add('job', {})).id).toBeTruthy();
    },
  );

  it('takes a submission also while it is away, which then waits in the database', async () => {
    const bench = await startJudgingBench({ REDIS_URL: 'redis://127.0.0.1:9' });
    closing.push(() => bench.database.drop());
    closing.push(() => Promise.race([bench.module.close(), new Promise((resolve) => setTimeout(resolve, 3000))]));
    const stage = await createStage(bench.dataSource, { entries: 1, judges: 1 });
    expect(await bench.submit(stage, 0, '5')).toMatchObject({ revision: 1 });
    expect(await bench.count('pending_tallies')).toBe(1);
  });
});
