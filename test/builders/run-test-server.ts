// A process of its own, started by test-server.ts: the environment of a spec file may be torn down at any moment, and
// jest's workers end before the run does. Arguments: the run's folder, the id of the run's process.
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { chmod, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#database';
import { isAlive, waitUntil } from '../../apps/cli/src/start/liveness.js';
import { ensureCluster } from '../../apps/cli/src/start/postgres/cluster.js';
import { placePostgres, rememberPlacement } from '../../apps/cli/src/start/postgres/placement.js';
import { PostgresServer } from '../../apps/cli/src/start/postgres/server.js';
import type { TestServer } from './test-server.js';

// Tests kill processes, never the machine: what the system holds unwritten survives them. A bench measures durably.
const undurable = ['fsync=off', 'full_page_writes=off'];

const template = 'leitai_template';
const [folder = '', run = ''] = process.argv.slice(2);
const cleanups: (() => void | Promise<void>)[] = [() => rmSync(folder, { recursive: true, force: true })];

async function start(): Promise<TestServer> {
  const ownerPassword = randomBytes(12).toString('hex');
  const appPassword = randomBytes(12).toString('hex');
  await chmod(folder, 0o711);
  const placement = await placePostgres(folder, console.error);
  cleanups.push(() => rmSync(placement.dataDir, { recursive: true, force: true }));
  await ensureCluster(placement, ownerPassword);
  await rememberPlacement(folder, placement);
  const server = await PostgresServer.start({
    placement,
    ownerPassword,
    logFile: join(folder, 'postgres.log'),
    parameters: ['max_connections=300', ...(process.env.TEST_SERVER_IS_DURABLE === 'yes' ? [] : undurable)],
  });
  cleanups.push(() => server.stop(5_000));
  const adminUrl = server.url('postgres');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${template}`);
  await admin.end();
  await migrate(server.url(template), { appPassword });
  return { adminUrl, appPassword, template };
}

async function publish(name: string, content: string): Promise<void> {
  await writeFile(join(folder, `${name}.new`), content);
  await rename(join(folder, `${name}.new`), join(folder, name));
}

try {
  await publish('server.json', JSON.stringify(await start()));
} catch (error) {
  await publish('server.failed', String(error instanceof Error ? error.stack : error));
}
await waitUntil(() => !isAlive(Number(run)), Number.POSITIVE_INFINITY);
for (const cleanup of cleanups.reverse()) await cleanup();
