import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Queue, Worker, createPostgresBackend } from 'bullmq';
import {
  appendOnlyTables,
  assertLeastPrivilege,
  assertSchemaCurrent,
  createDataSource,
  ExcessPrivilegeError,
  migrate,
  queueSchema,
  SchemaVersionError,
} from '#database';
import { landingSuggestionQueueName, tallyQueueName } from '#queue';
import { createEmptyDatabase, createTestDatabase, type TestDatabase } from '../builders/postgres.js';

async function withDataSource<T>(
  url: string,
  act: (dataSource: ReturnType<typeof createDataSource>) => Promise<T>,
): Promise<T> {
  const dataSource = createDataSource(url, { poolSize: 2 });
  await dataSource.initialize();
  try {
    return await act(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

describe('a migrated database', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  }, 60_000);
  afterAll(() => database.drop());

  it('is current, and migrating it again changes nothing', async () => {
    await withDataSource(database.appUrl, (app) => assertSchemaCurrent((sql) => app.query(sql)));
    const again = await migrate(database.ownerUrl);
    expect(again).toEqual({ applied: [], appRole: { state: 'present' } });
  });

  it('accepts the role of the application', async () => {
    await withDataSource(database.appUrl, (app) => assertLeastPrivilege(app));
  });

  it('is refused to a role that could change append-only tables', async () => {
    const refusal = withDataSource(database.ownerUrl, (owner) => assertLeastPrivilege(owner));
    await expect(refusal).rejects.toThrow(ExcessPrivilegeError);
    await expect(refusal).rejects.toThrow(/leitai_owner.*ledger_events \(DELETE, TRUNCATE, UPDATE\)/);
  });

  it('is refused when one column of one append-only table could be changed', async () => {
    await withDataSource(database.ownerUrl, (owner) =>
      owner.query('GRANT UPDATE (recorded_at) ON ledger_events TO leitai_app'),
    );
    const refusal = withDataSource(database.appUrl, (app) => assertLeastPrivilege(app));
    await expect(refusal).rejects.toThrow('append-only tables: ledger_events (UPDATE)');
    await migrate(database.ownerUrl);
    await withDataSource(database.appUrl, (app) => assertLeastPrivilege(app));
  });

  it('answers 42501 to the application for UPDATE, DELETE and TRUNCATE on every append-only table', async () => {
    await withDataSource(database.appUrl, async (app) => {
      for (const table of appendOnlyTables) {
        const columns = await app.query<{ name: string }[]>(
          `SELECT quote_ident(attname) AS name FROM pg_attribute
            WHERE attrelid = to_regclass($1) AND attnum > 0 AND NOT attisdropped LIMIT 1`,
          [table],
        );
        const column = columns[0]?.name;
        const statements = [`UPDATE ${table} SET ${column} = ${column}`, `DELETE FROM ${table}`, `TRUNCATE ${table}`];
        for (const statement of statements) {
          await expect(app.query(statement)).rejects.toMatchObject({ driverError: { code: '42501' } });
        }
      }
    });
  });

  it.each([tallyQueueName, landingSuggestionQueueName])(
    'runs the queue %s for the application, which may not create anything there',
    async (name) => {
      const connection = { connectionString: database.appUrl, schema: queueSchema, migrate: false, max: 2 };
      const queue = new Queue(name, { connection }, createPostgresBackend);
      const worker = new Worker(name, (job) => Promise.resolve(job.data), { connection }, createPostgresBackend);
      try {
        // A worker without a listener for errors would try for ever.
        const completed = new Promise((resolve, reject) => worker.once('error', reject).once('completed', resolve));
        const job = queue.add('look', { at: 1 }, { deduplication: { id: 'one', keepLastIfActive: true } });
        await Promise.all([completed, job]);
        await withDataSource(database.appUrl, async (app) => {
          const creating = app.query(`CREATE TABLE ${queueSchema}.planted ()`);
          await expect(creating).rejects.toMatchObject({ driverError: { code: '42501' } });
        });
      } finally {
        await worker.close();
        await queue.close();
      }
    },
  );
});

describe('migrating', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createEmptyDatabase();
  }, 60_000);
  afterAll(() => database.drop());

  it('runs once when started twice at the same time', async () => {
    const outcomes = await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl)]);
    const applied = outcomes.map((outcome) => outcome.applied.length).sort((a, b) => a - b);
    expect(applied[0]).toBe(0);
    expect(applied[1]).toBeGreaterThan(0);
  });

  it('refuses a database that a newer version has migrated, and leaves it as it is', async () => {
    await withDataSource(database.ownerUrl, (owner) =>
      owner.query(`INSERT INTO migrations ("timestamp", name) VALUES (9999999999999, 'FromTheFuture9999999999999')`),
    );
    await expect(migrate(database.ownerUrl)).rejects.toThrow(SchemaVersionError);
    await expect(migrate(database.ownerUrl)).rejects.toThrow('FromTheFuture9999999999999');
  });
});
