import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#database';
import { ensureCluster } from '../../apps/cli/src/start/postgres/cluster.js';
import { placePostgres, rememberPlacement } from '../../apps/cli/src/start/postgres/placement.js';
import { PostgresServer } from '../../apps/cli/src/start/postgres/server.js';

/** How to reach the one PostgreSQL server of a test run. */
export type TestServer = {
  /** Superuser, on the database `postgres`. */
  readonly adminUrl: string;
  readonly appPassword: string;
  /** A migrated database without rows, to be copied. */
  readonly template: string;
};

// Tests kill processes, never the machine: what the system holds unwritten survives them. A bench measures durably.
const undurable = ['fsync=off', 'full_page_writes=off'];

const template = 'leitai_template';

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: run the tests with jest.config.mjs`);
  return value;
}

/** The workers' processes end before the run does: a process of its own stops the server when the run is over. */
function guard(server: PostgresServer, folder: string, dataDir: string): void {
  const script = join(import.meta.dirname, 'server-guardian.mjs');
  const flags = [script, required('TEST_RUN_PID'), String(server.pid), folder, dataDir];
  spawn(process.execPath, flags, { detached: true, stdio: 'ignore' }).unref();
  server.release();
}

async function start(folder: string): Promise<TestServer> {
  const ownerPassword = randomBytes(12).toString('hex');
  const appPassword = randomBytes(12).toString('hex');
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
  const placement = await placePostgres(folder, (line) => process.stderr.write(`test server: ${line}\n`));
  await ensureCluster(placement, ownerPassword);
  await rememberPlacement(folder, placement);
  const server = await PostgresServer.start({
    placement,
    ownerPassword,
    logFile: join(folder, 'postgres.log'),
    parameters: ['max_connections=300', ...(process.env.TEST_SERVER_IS_DURABLE === 'yes' ? [] : undurable)],
  });
  guard(server, folder, placement.dataDir);
  const adminUrl = server.url('postgres');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  await admin.end();
  await migrate(server.url(template), { appPassword });
  return { adminUrl, appPassword, template };
}

async function wait(ready: string, failed: string): Promise<void> {
  for (let tries = 0; tries < 1200 && !existsSync(ready); tries += 1) {
    if (existsSync(failed)) throw new Error(`The test server did not start: ${await readFile(failed, 'utf8')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The run's server: started by whichever spec file asks first, shared by all, stopped when the run is over. */
export async function testServer(): Promise<TestServer> {
  const folder = required('TEST_RUN_FOLDER');
  const ready = join(folder, 'server.json');
  const failed = join(folder, 'server.failed');
  if (!existsSync(ready)) {
    await mkdir(folder, { recursive: true });
    const first = await mkdir(join(folder, 'starting')).then(
      () => true,
      () => false,
    );
    if (first) {
      try {
        await writeFile(`${ready}.new`, JSON.stringify(await start(folder)));
        await rename(`${ready}.new`, ready);
      } catch (error) {
        await writeFile(failed, String(error instanceof Error ? error.stack : error));
        throw error;
      }
    }
    await wait(ready, failed);
  }
  return JSON.parse(await readFile(ready, 'utf8')) as TestServer;
}
