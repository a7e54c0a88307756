import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { appRole } from '#database';
import { testServer } from './test-server.js';

/** A database of one spec file: migrated, empty, with both roles. */
export type TestDatabase = {
  /** As `leitai_app`, the role of api and worker. */
  readonly appUrl: string;
  /** As the owner, for migrations and for what the application may not do. */
  readonly ownerUrl: string;
  readonly drop: () => Promise<void>;
};

async function asAdmin<T>(adminUrl: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

async function create(template: string | undefined): Promise<TestDatabase> {
  const server = await testServer();
  const name = `leitai_${randomBytes(6).toString('hex')}`;
  const source = template === undefined ? '' : ` TEMPLATE ${template}`;
  await asAdmin(server.adminUrl, (client) => client.query(`CREATE DATABASE ${name}${source}`));
  const owner = new URL(server.adminUrl);
  owner.pathname = `/${name}`;
  const app = new URL(owner);
  app.username = appRole;
  app.password = server.appPassword;
  return {
    appUrl: app.href,
    ownerUrl: owner.href,
    drop: async () => {
      await asAdmin(server.adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/** A database at the newest schema, without rows: call it in `beforeAll` and `drop()` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return create((await testServer()).template);
}

/** A database that holds what another of this run holds; nobody may be connected to that one meanwhile. */
export function copyTestDatabase(url: string): Promise<TestDatabase> {
  return create(new URL(url).pathname.slice(1));
}

/** A database to which no migration was applied yet. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return create(undefined);
}
