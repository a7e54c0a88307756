import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { createDataSource } from '#database';
import { DomainError } from '#domain';
import { IdempotencyService } from '#identity';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let dataSource: DataSource;
let userId: string;
let acts = 0;
const service = new IdempotencyService();

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, { poolSize: 20 }).initialize();
});
beforeEach(async () => {
  acts = 0;
  userId = uuidv7();
  await dataSource.query(`insert into users (id, email, display_name) values ($1, $2, 'N')`, [
    userId,
    `${userId}@a.test`,
  ]);
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

/** One request whose act takes `holdMs` inside its transaction. */
function send(body: unknown, { key = 'key-12345', route = 'POST /x', holdMs = 0 } = {}) {
  return dataSource.transaction((manager) =>
    service.run(manager, { userId, route, key, body }, async () => {
      acts += 1;
      if (holdMs > 0) await manager.query('select pg_sleep($1)', [holdMs / 1000]);
      return { status: 201, resultId: uuidv7() };
    }),
  );
}

describe('an idempotency key', () => {
  it('makes the act happen once and gives its result back afterwards', async () => {
    const first = await send({ a: 1, b: 2 });
    const again = await send({ b: 2, a: 1 });
    expect(first.replayed).toBe(false);
    expect(again).toEqual({ ...first, replayed: true });
    expect(acts).toBe(1);
  });

  it('lets twins at the same moment wait for the first, and gives all the same result', async () => {
    const results = await Promise.all(Array.from({ length: 10 }, () => send({ a: 1 }, { holdMs: 100 })));
    expect(acts).toBe(1);
    expect(new Set(results.map(({ resultId }) => resultId)).size).toBe(1);
    expect(results.filter(({ replayed }) => replayed)).toHaveLength(9);
  });

  it('with another body is refused, also while the first is still running', async () => {
    const slow = send({ a: 1 }, { holdMs: 200 });
    const other = send({ a: 2 }, { holdMs: 200 });
    const outcomes = await Promise.allSettled([slow, other]);
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['fulfilled', 'rejected']));
    await expect(send({ a: 3 })).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect(acts).toBe(1);
  });

  it('is free again when the act was refused: nothing of it is kept', async () => {
    const refused = dataSource.transaction((manager) =>
      service.run(manager, { userId, route: 'POST /x', key: 'key-12345', body: {} }, () =>
        Promise.reject(new DomainError('deadline-passed')),
      ),
    );
    await expect(refused).rejects.toMatchObject({ code: 'deadline-passed' });
    expect((await send({})).replayed).toBe(false);
  });

  it('belongs to one person and one route', async () => {
    await send({ a: 1 });
    expect((await send({ a: 2 }, { route: 'POST /y' })).replayed).toBe(false);
    const before = userId;
    userId = uuidv7();
    await dataSource.query(`insert into users (id, email, display_name) values ($1, $2, 'N')`, [
      userId,
      `${userId}@a.test`,
    ]);
    expect((await send({ a: 3 })).replayed).toBe(false);
    expect(userId).not.toBe(before);
  });
});
