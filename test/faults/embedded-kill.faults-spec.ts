import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { isAlive, waitUntil } from '../../apps/cli/src/start/liveness.js';
import type { Runtime } from '../../apps/cli/src/start/data-folder.js';
import { processesBelow, startEmbedded, type EmbeddedRun } from '../builders/embedded.js';

jest.setTimeout(180_000);

describe('the embedded mode, when a process of it is killed with SIGKILL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leitai-embedded-'));
  chmodSync(folder, 0o755);
  const dataFolder = join(folder, 'data');
  let run: EmbeddedRun;
  let written = 0;

  const ownerUrl = () => (JSON.parse(readFileSync(join(dataFolder, 'runtime.json'), 'utf8')) as Runtime).ownerUrl;

  async function asOwner<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: ownerUrl() });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await act(client);
    } finally {
      await client.end();
    }
  }

  async function write(): Promise<void> {
    written += 1;
    await asOwner((client) => client.query('INSERT INTO kept VALUES ($1)', [written]));
  }

  async function expectNothingLost(): Promise<void> {
    const rows = await asOwner((client) => client.query<{ n: number }>('SELECT n FROM kept ORDER BY n'));
    expect(rows.rows.map(({ n }) => n)).toEqual(Array.from({ length: written }, (_, index) => index + 1));
  }

  async function start(): Promise<void> {
    run = await startEmbedded({ dataFolder });
    await run.untilReady();
  }

  beforeAll(async () => {
    await start();
    await asOwner((client) => client.query('CREATE TABLE kept (n integer PRIMARY KEY)'));
  });
  afterAll(async () => {
    run.signal('SIGINT');
    await run.endsWithin(10_000);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['api', 'apps/api/src/main.js'],
    ['worker', 'apps/worker/src/main.js'],
    ['database server', 'bin/postgres'],
  ])('starts the %s again by itself, with nothing lost', async (_name, commandLine) => {
    await write();
    const [victim] = processesBelow(run.pid, commandLine);
    expect(victim).toBeDefined();
    process.kill(victim ?? 0, 'SIGKILL');
    const replaced = () => processesBelow(run.pid, commandLine).some((pid) => pid !== victim);
    expect(await waitUntil(replaced, 60_000)).toBe(true);
    await run.untilAnswering();
    await expectNothingLost();
  });

  it('comes up again after its supervisor was killed', async () => {
    await write();
    const apps = processesBelow(run.pid, 'apps/');
    run.signal('SIGKILL');
    // Api and worker see their channel close and end; the database server is stopped by the next start.
    expect(await waitUntil(() => apps.every((pid) => !isAlive(pid)), 30_000)).toBe(true);
    await start();
    expect(run.output()).toContain('the last run was killed; recovering');
    await expectNothingLost();
  });

  it('comes up again after all of it was killed at once', async () => {
    await write();
    const victims = [run.pid, ...processesBelow(run.pid, '')];
    for (const pid of victims) process.kill(pid, 'SIGKILL');
    await start();
    await expectNothingLost();
  });

  it('comes up again when its lock names a process that is somebody else by now', async () => {
    await write();
    run.signal('SIGKILL');
    await run.endsWithin(10_000);
    const lock = join(dataFolder, 'supervisor.lock');
    const holder = JSON.parse(readFileSync(lock, 'utf8')) as object;
    writeFileSync(lock, JSON.stringify({ ...holder, pid: process.ppid }));
    await start();
    await expectNothingLost();
  });
});
