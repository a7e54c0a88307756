// Runs `leitai migrate` twice in a throw-away database of TEST_DATABASE_MIGRATION_URL, and starts nothing else there.
// Not being able to connect is a reason to say so, not a failure.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';

const base = new URL(process.env.TEST_DATABASE_MIGRATION_URL || 'postgresql://postgres@127.0.0.1:5432/postgres');
const name = `leitai_migration_test_${process.pid}`;
const command = join(import.meta.dirname, '..', 'dist', 'apps', 'cli', 'src', 'main.js');

function migrate() {
  const url = new URL(base);
  url.pathname = `/${name}`;
  const env = { ...process.env, DATABASE_MIGRATION_URL: url.href, TEST_DATABASE_MIGRATION_URL: '' };
  const run = spawnSync(process.execPath, [command, 'migrate'], { env, encoding: 'utf8' });
  process.stdout.write(run.stdout + run.stderr);
  return { code: run.status, output: run.stdout };
}

const admin = new pg.Client({ connectionString: base.href, connectionTimeoutMillis: 5_000 });
try {
  await admin.connect();
} catch (error) {
  console.log(`not run, ${base.host} cannot be connected to: ${error.message || error.code}`);
  process.exit(0);
}
const version = (await admin.query('SHOW server_version')).rows[0].server_version;
const hadRole = (await admin.query("SELECT FROM pg_roles WHERE rolname = 'leitai_app'")).rowCount > 0;
await admin.query(`CREATE DATABASE ${name}`);
try {
  const first = migrate();
  const second = migrate();
  const isRepeatable = second.output.includes('the schema is current');
  const passed = first.code === 0 && second.code === 0 && isRepeatable;
  console.log(`${passed ? 'passed' : 'FAILED'} on PostgreSQL ${version}`);
  process.exitCode = passed ? 0 : 1;
} finally {
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  // The role belongs to the whole server: one made here goes too, unless somebody has begun to use it meanwhile.
  if (!hadRole) await admin.query('DROP ROLE IF EXISTS leitai_app').catch(() => undefined);
  await admin.end();
}
