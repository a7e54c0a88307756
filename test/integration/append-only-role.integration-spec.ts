import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { appendOnlyTables, assertLeastPrivilege, createDataSource, ExcessPrivilegeError } from '#database';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

jest.setTimeout(60_000);

let database: TestDatabase;
let app: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  app = new pg.Client({ connectionString: database.appUrl });
  await app.connect();
}, 60_000);
afterAll(async () => {
  await app?.end();
  await database?.drop();
});

/** SQLSTATE of a refused statement; `accepted` where it ran. */
async function outcome(sql: string): Promise<string> {
  return app.query(sql).then(
    () => 'accepted',
    (error: unknown) => (error instanceof pg.DatabaseError ? (error.code ?? '') : String(error)),
  );
}

const quoted = (name: string) => pg.escapeIdentifier(name);

describe('the application role', () => {
  it('is leitai_app, and owns nothing', async () => {
    const { rows } = await app.query<{ role: string; owned: number; super: boolean }>(
      `select current_user as role, rolsuper as super,
              (select count(*)::int from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user) as owned
         from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ role: 'leitai_app', owned: 0, super: false }]);
  });

  it.each([...appendOnlyTables])('cannot update, delete or truncate %s', async (table) => {
    const { rows } = await app.query<{ column_name: string }>(
      `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1`,
      [table],
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { column_name: column } of rows) {
      const set = `update ${quoted(table)} set ${quoted(column)} = ${quoted(column)}`;
      expect(await outcome(set)).toBe('42501');
    }
    expect(await outcome(`delete from ${quoted(table)}`)).toBe('42501');
    expect(await outcome(`truncate ${quoted(table)} cascade`)).toBe('42501');
  });

  it('cannot take the rights it lacks, nor change the schema', async () => {
    // PostgreSQL answers such a grant with a mere warning, so what counts is what may be done afterwards.
    await outcome('grant update on ledger_events to leitai_app');
    expect(await outcome('update ledger_events set kind = kind')).toBe('42501');
    expect(await outcome('alter table ledger_events disable trigger all')).toBe('42501');
    expect(await outcome('drop table ledger_events')).toBe('42501');
    expect(await outcome('create table public.own (id int)')).toBe('42501');
    expect(await outcome('set session_replication_role = replica')).toBe('42501');
  });

  it('passes the check that api and worker make at their start, which refuses the owner', async () => {
    const asApp = await createDataSource(database.appUrl, { poolSize: 2 }).initialize();
    const asOwner = await createDataSource(database.ownerUrl, { poolSize: 2 }).initialize();
    try {
      await expect(assertLeastPrivilege(asApp)).resolves.toBeUndefined();
      await expect(assertLeastPrivilege(asOwner)).rejects.toThrow(ExcessPrivilegeError);
    } finally {
      await asApp.destroy();
      await asOwner.destroy();
    }
  });
});
