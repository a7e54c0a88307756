import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { processesBelow, runCommand, startEmbedded, type EmbeddedRun } from '../builders/embedded.js';
import type { Runtime } from '../../apps/cli/src/start/data-folder.js';

jest.setTimeout(180_000);

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-embedded-'));
  chmodSync(folder, 0o755);
  return folder;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded mode', () => {
  const folder = temporaryFolder();
  const dataFolder = join(folder, 'data');
  let run: EmbeddedRun;
  let runtime: Runtime;

  beforeAll(async () => {
    run = await startEmbedded({ dataFolder });
    await run.untilReady();
    runtime = JSON.parse(readFileSync(join(dataFolder, 'runtime.json'), 'utf8')) as Runtime;
  });
  afterAll(async () => {
    run.signal('SIGKILL');
    await run.endsWithin(10_000);
    rmSync(folder, { recursive: true, force: true });
  });

  it('stores UTF-8 with durable commits, whatever LANG says', async () => {
    const sql = `SELECT current_setting('server_encoding') AS encoding, current_setting('fsync') AS fsync,
                        current_setting('synchronous_commit') AS synchronous_commit`;
    expect(await ask(runtime.appUrl, sql)).toEqual([{ encoding: 'UTF8', fsync: 'on', synchronous_commit: 'on' }]);
  });

  it('quotes no row in the log of its database', async () => {
    const users = `INSERT INTO users (id, email, display_name)
                   SELECT gen_random_uuid(), upper('c') || 'anary@example.test', 'N'`;
    await expect(ask(runtime.ownerUrl, users)).rejects.toMatchObject({ code: '23514' });
    const log = readFileSync(join(dataFolder, 'logs', 'postgres.log'), 'utf8');
    expect(log).toContain('users_email_lower');
    expect(log).not.toContain('Canary');
  });

  it('lets the application add to append-only tables and nothing more', async () => {
    await expect(ask(runtime.appUrl, 'DELETE FROM ledger_events')).rejects.toMatchObject({ code: '42501' });
  });

  it('keeps its passwords from other users, and asks for them', async () => {
    expect(statSync(join(dataFolder, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataFolder, 'runtime.json')).mode & 0o777).toBe(0o600);
    const wrong = new URL(runtime.ownerUrl);
    wrong.password = 'guessed';
    await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('is found in order by the doctor', () => {
    const { status, stdout } = runCommand(['doctor'], run, dataFolder);
    expect(stdout).not.toMatch(/^(warn|fail)/m);
    expect(status).toBe(0);
  });

  it('refuses a second start on the same folder, naming the first', () => {
    const { status, stderr } = runCommand(['start'], run, dataFolder);
    expect(stderr).toContain(`already running on this data folder (${dataFolder}): process ${run.pid}, ${run.origin}`);
    expect(status).toBe(1);
  });

  it('refuses a busy port, naming PORT, before it makes anything', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const other = await startEmbedded({ dataFolder: join(folder, 'other'), port });
    expect(await other.endsWithin(20_000)).toBe(true);
    expect(other.output()).toContain(`PORT ${port} on 127.0.0.1 is in use by another program`);
    expect(other.exitCode()).toBe(1);
    expect(statSync(join(folder, 'other', 'postgres'), { throwIfNoEntry: false })).toBeUndefined();
    server.close();
  });

  it('stops cleanly on Ctrl-C within five seconds, and leaves no process behind', async () => {
    const children = processesBelow(run.pid, '');
    expect(children.length).toBeGreaterThanOrEqual(3);
    run.signal('SIGINT');
    expect(await run.endsWithin(5_000)).toBe(true);
    expect(run.exitCode()).toBe(0);
    for (const pid of children) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(readFileSync(join(dataFolder, 'logs', 'postgres.log'), 'utf8')).toMatch(/database system is shut down\s*$/);
  });
});
