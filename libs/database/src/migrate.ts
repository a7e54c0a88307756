import pg from 'pg';
import { runMigrations as runQueueMigrations } from 'bullmq';
import { ensureAppRole, type AppRoleOutcome } from './app-role.js';
import { createDataSource } from './data-source.js';
import { grantRights } from './grants.js';
import { ensureQueueSequences, queueSchema } from './queue-sequences.js';
import { schemaVersion, SchemaVersionError, type Query } from './schema-version.js';

export type MigrateOptions = {
  /** Password for the application's role, where `migrate` makes it. */
  readonly appPassword?: string;
  /** Set the password although the role is there: only where the whole server is Leitai's own. */
  readonly resetAppPassword?: boolean;
  readonly report?: (line: string) => void;
};

export type MigrateOutcome = {
  /** Names of the migrations run now, oldest first; empty when the schema was current. */
  readonly applied: readonly string[];
  readonly appRole: AppRoleOutcome;
};

/** Oldest PostgreSQL whose syntax and behaviour the migrations keep to. */
const oldestServer = 15;

// An arbitrary number of our own: one migration of a database at a time, whoever starts it.
const advisoryLock = 5_417_834_202;

async function assertServerVersion(owner: pg.Client): Promise<void> {
  const result = await owner.query<{ major: number }>(
    "SELECT current_setting('server_version_num')::int / 10000 AS major",
  );
  const major = result.rows[0]?.major ?? 0;
  if (major < oldestServer) throw new Error(`PostgreSQL ${oldestServer} or later is needed; this server is ${major}.`);
}

async function runPending(ownerUrl: string, query: Query): Promise<string[]> {
  const version = await schemaVersion(query);
  if (version.unknown.length > 0) throw new SchemaVersionError(version);
  if (version.pending.length === 0) return [];
  const dataSource = createDataSource(ownerUrl, { poolSize: 2, applicationName: 'leitai migrate' });
  await dataSource.initialize();
  try {
    const applied = await dataSource.runMigrations({ transaction: 'each' });
    return applied.map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/**
 * Brings the database to the schema of this build, as its owner: our migrations, BullMQ's own, the application's role
 * and its rights. Safe to run again and at the same time from several places.
 * @throws SchemaVersionError where the database was migrated by a newer Leitai.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<MigrateOutcome> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'leitai migrate' });
  owner.on('error', () => undefined); // A lost connection fails the next query; unheard, it would end the process.
  await owner.connect();
  try {
    await assertServerVersion(owner);
    await owner.query('SELECT pg_advisory_lock($1)', [advisoryLock]);
    const query: Query = async (sql, parameters) =>
      (await owner.query(sql, parameters)).rows as Record<string, unknown>[];
    const applied = await runPending(ownerUrl, query);
    for (const name of applied) options.report?.(`migrated ${name}`);
    await runQueueMigrations(owner, queueSchema);
    await ensureQueueSequences(owner);
    const appRole = await ensureAppRole(owner, {
      password: options.appPassword,
      resetPassword: options.resetAppPassword,
    });
    if (appRole.state !== 'missing') await grantRights(owner);
    return { applied, appRole };
  } finally {
    await owner.end();
  }
}
