import pg from 'pg';
import { assertLeastPrivilege, assertSchemaCurrent, queueSchema, type Query } from '#database';
import { fail, ok, reasonOf, warn, type Finding } from './finding.js';

const oldestServer = 15;

async function serverVersion(query: Query): Promise<Finding> {
  const [row] = await query("SELECT current_setting('server_version') AS version, current_user AS role");
  const version = String(row?.version);
  if (Number.parseInt(version, 10) >= oldestServer) {
    return ok('database', `PostgreSQL ${version}, as ${String(row?.role)}`);
  }
  return fail('database', `PostgreSQL ${version}`, `PostgreSQL ${oldestServer} or later is needed.`);
}

async function schema(query: Query): Promise<Finding> {
  try {
    await assertSchemaCurrent(query);
    return ok('schema', 'current');
  } catch (error) {
    return fail('schema', reasonOf(error), 'Run `leitai migrate` of the version that is to run.');
  }
}

async function leastPrivilege(query: Query): Promise<Finding> {
  const check = 'rights';
  try {
    await assertLeastPrivilege({
      query: (sql: string, parameters?: unknown[]) => query(sql, parameters) as Promise<never>,
    });
    return ok(check, 'the role can only add to append-only tables');
  } catch (error) {
    return fail(check, reasonOf(error), 'Connect as leitai_app, and run `leitai migrate` to set its rights.');
  }
}

async function queue(query: Query): Promise<Finding> {
  const check = 'queue';
  try {
    const [row] = await query(`SELECT count(*) AS jobs FROM ${queueSchema}.job`);
    return ok(check, `in PostgreSQL, ${String(row?.jobs)} job(s)`);
  } catch (error) {
    return fail(check, reasonOf(error), 'Run `leitai migrate`, which makes the tables of the queues.');
  }
}

/** Half the round trip is the uncertainty; a second of difference is nothing to worry about. */
async function clock(query: Query): Promise<Finding> {
  const check = 'clock';
  const before = Date.now();
  const [row] = await query('SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms');
  const after = Date.now();
  const skew = (Number(row?.ms) - (before + after) / 2) / 1000;
  const detail = `the database is ${Math.abs(skew).toFixed(2)} s ${skew < 0 ? 'behind' : 'ahead'}`;
  if (Math.abs(skew) < 2) return ok(check, detail);
  return warn(check, detail, 'Deadlines follow the database; let both machines keep network time.');
}

/** Everything about the database at `url`; one finding when it cannot be reached. */
export async function databaseChecks(url: string, queueIsInDatabase: boolean): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const remedy =
      'Check that the server runs and that DATABASE_URL names it, the database, the role and its password.';
    return [fail('database', reasonOf(error), remedy)];
  }
  try {
    const query: Query = async (sql, parameters) => (await client.query<Record<string, unknown>>(sql, parameters)).rows;
    const checks = [serverVersion, schema, leastPrivilege, clock, ...(queueIsInDatabase ? [queue] : [])];
    const findings: Finding[] = [];
    for (const check of checks) findings.push(await check(query));
    return findings;
  } finally {
    await client.end();
  }
}
