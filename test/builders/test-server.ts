import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How to reach the one PostgreSQL server of a test run. */
export type TestServer = {
  /** Superuser, on the database `postgres`. */
  readonly adminUrl: string;
  readonly appPassword: string;
  /** A migrated database without rows, to be copied. */
  readonly template: string;
};

const repository = join(import.meta.dirname, '..', '..');

function required(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: run the tests with jest.config.mjs`);
  return value;
}

/** From the sources, as the tests themselves: the run needs no build for it. */
function launch(folder: string): void {
  const loader = pathToFileURL(join(repository, 'bin', 'typescript-loader.mjs')).href;
  const script = join(import.meta.dirname, 'run-test-server.ts');
  const flags = ['--conditions=leitai-source', '--import', loader, script, folder, required('TEST_RUN_PID')];
  const log = openSync(join(folder, 'server.log'), 'a');
  const env = { ...process.env, NODE_OPTIONS: '' };
  spawn(process.execPath, flags, { cwd: repository, env, detached: true, stdio: ['ignore', log, log] }).unref();
  closeSync(log);
}

async function wait(folder: string): Promise<void> {
  const [ready, failed, log] = ['server.json', 'server.failed', 'server.log'].map((name) => join(folder, name));
  for (let tries = 0; tries < 1200; tries += 1) {
    if (existsSync(ready ?? '')) return;
    if (existsSync(failed ?? '')) {
      throw new Error(`The test server did not start: ${await readFile(failed ?? '', 'utf8')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The test server did not start within a minute; ${log} may say why.`);
}

/** The run's server: started when the first spec file asks, shared by all, stopped when the run is over. */
export async function testServer(): Promise<TestServer> {
  const folder = required('TEST_RUN_FOLDER');
  await mkdir(folder, { recursive: true });
  const isFirst = await mkdir(join(folder, 'starting')).then(
    () => true,
    () => false,
  );
  if (isFirst) launch(folder);
  await wait(folder);
  return JSON.parse(await readFile(join(folder, 'server.json'), 'utf8')) as TestServer;
}
