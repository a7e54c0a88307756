import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../apps/cli/src/start/port.js';
import { waitUntil } from '../../apps/cli/src/start/liveness.js';
import { createEmptyDatabase, type TestDatabase } from '../builders/postgres.js';
import { testRedisUrl } from '../builders/redis.js';

const root = join(import.meta.dirname, '..', '..');

interface Command {
  readonly text: string;
  readonly isExternal: boolean;
}

/** The commands of the fenced `sh` blocks; a block whose first line is `# external…` is one for external mode. */
function commandsOf(file: string): Command[] {
  const blocks = [...readFileSync(join(root, file), 'utf8').matchAll(/```sh\n([\s\S]*?)```/g)];
  return blocks.flatMap(([, block = '']) => {
    const lines = block.split('\n').filter((line) => line !== '');
    return lines
      .filter((line) => !line.startsWith('#'))
      .map((text) => ({ text, isExternal: lines[0]?.startsWith('# external') ?? false }));
  });
}

const english = commandsOf('README.md');
let folder: string;
let database: TestDatabase;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'leitai-readme-'));
  database = await createEmptyDatabase();
});

afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function environment(isExternal: boolean): Promise<Record<string, string | undefined>> {
  const own = {
    ...process.env,
    NODE_OPTIONS: undefined,
    DATABASE_URL: undefined,
    DATABASE_MIGRATION_URL: undefined,
    REDIS_URL: undefined,
    LEITAI_DATA: join(folder, 'data'),
    PORT: String(await freePort()),
  };
  if (!isExternal) return own;
  // The README's addresses are examples; these are the test's own.
  return {
    ...own,
    DATABASE_MIGRATION_URL: database.ownerUrl,
    DATABASE_URL: database.appUrl,
    REDIS_URL: testRedisUrl(),
  };
}

/** Runs a command that goes on until it is told to stop; resolves with what it wrote and its exit code. */
async function runUntilReady(text: string, isExternal: boolean): Promise<{ output: string; code: number | null }> {
  const env = await environment(isExternal);
  const child = spawn(text, { cwd: root, env, shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const ready = await waitUntil(
    () =>
      fetch(`http://127.0.0.1:${env.PORT}/health/ready`).then(
        // The server is ready a moment before the address is written: it is not told to stop in between.
        (response) => response.ok && output.includes('http://127.0.0.1:'),
        () => false,
      ),
    150_000,
  );
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  const code = await ended;
  if (!ready) throw new Error(`${text} did not become ready:\n${output}`);
  return { output, code };
}

describe('the READMEs', () => {
  it('give the same commands in both languages', () => {
    expect(commandsOf('README.zh-CN.md')).toEqual(english);
    expect(english.length).toBeGreaterThan(5);
  });

  it('name the test command that continuous integration runs', () => {
    expect(english.map(({ text }) => text)).toContain('npm test');
    expect(readFileSync(join(root, '.ci', 'run'), 'utf8')).toContain('npm test');
  });

  for (const { text, isExternal } of english) {
    if (text === 'npm test' || text.startsWith('export ')) continue;
    if (text === 'npm start' || text.endsWith(' start')) {
      it(`say \`${text}\`, which starts Leitai and ends at Ctrl-C`, async () => {
        const { output } = await runUntilReady(text, isExternal);
        expect(output).toContain('http://127.0.0.1:');
      }, 240_000);
    } else {
      it(`say \`${text}\`, which succeeds`, async () => {
        const env = await environment(isExternal);
        const result = spawnSync(text, { cwd: root, env, shell: true, encoding: 'utf8' });
        expect(result.stdout).not.toBe('');
        expect({ status: result.status, stderr: result.status === 0 ? '' : result.stderr }).toEqual({
          status: 0,
          stderr: '',
        });
      }, 120_000);
    }
  }
});
