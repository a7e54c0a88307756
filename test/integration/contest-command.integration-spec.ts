import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { testEnvironment } from '../builders/config.js';
import { createTestDatabase, type TestDatabase } from '../builders/postgres.js';

jest.setTimeout(60_000);

const root = join(import.meta.dirname, '..', '..');
const script = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');
const small = join(root, 'contests', 'small-contest.yaml');
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  if (!existsSync(script)) throw new Error('build first: npm run build');
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'leitai-contest-'));
}, 60_000);

afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** `leitai contest apply …` as a person runs it, on the application's role. */
function apply(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const env = { ...process.env, ...testEnvironment(database), NODE_OPTIONS: '', LANG: 'C.UTF-8', LC_ALL: '' };
  const child = spawn(process.execPath, [script, 'contest', 'apply', ...args], { env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

async function lockRules(slug: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  await client.query(
    `insert into rules_locks (rules_version_id, locked_by)
     select v.id, v.id from rules_versions v join stages s on s.id = v.stage_id join editions e on e.id = s.edition_id
      where e.slug = $1`,
    [slug],
  );
  await client.end();
}

describe('leitai contest apply', () => {
  it('creates an edition, and the same file again changes nothing', async () => {
    expect(await apply(small)).toEqual({
      code: 0,
      err: '',
      out: 'small-2024: created\n  first-round: created (1)\n  final: created (1)\n',
    });
    expect(await apply(small)).toMatchObject({ code: 0, out: 'small-2024: unchanged\n' });
  });

  it('publishes the forms of a file once: the same form again is no new version', async () => {
    const xingyu = join(root, 'contests', 'xingyu-cup-2024.yaml');
    expect((await apply(xingyu)).out).toContain('\n  all: form published (1)\n');
    const renamed = join(folder, 'renamed.yaml');
    await writeFile(renamed, (await readFile(xingyu, 'utf8')).replace('year: 2024', 'year: 2025'));
    expect((await apply(renamed)).out).toContain('\n  all: form unchanged (1)\n');
    await writeFile(renamed, (await readFile(renamed, 'utf8')).replace('maximumLength: 1500', 'maximumLength: 1600'));
    expect((await apply(renamed)).out).toContain('\n  all: form published (2)\n');
  });

  it('applies a file to another edition, as a demo where asked, and never mixes the two', async () => {
    expect(await apply(small, '--edition', 'small-2025', '--demo', '--language', 'zh')).toMatchObject({
      code: 0,
      out: expect.stringContaining('small-2025: 已创建'),
    });
    expect(await apply(small, '--edition', 'small-2025')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('the demo mark is final'),
    });
  });

  it('lists every mistake with file, line, column, path and reason, and writes nothing', async () => {
    const file = join(folder, 'wrong.yaml');
    const text = await readFile(small, 'utf8');
    await writeFile(file, text.replace('year: 2024', 'year: soon').replace('step: 0.5', 'step: 0.3'));
    const { code, out, err } = await apply(file, '--check');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const [year = '', step = ''] = err.trim().split('\n');
    expect(year).toMatch(/wrong\.yaml:\d+:\d+ edition\.year: expected a whole number, such as 5$/);
    expect(step).toMatch(
      /wrong\.yaml:\d+:\d+ rubrics\.evening\.criteria\[0\]\.step: The step does not divide the range/,
    );
  });

  it('names the field and its line where an award differs from that of a stage whose rules are locked', async () => {
    const file = join(folder, 'locked.yaml');
    const text = (await readFile(small, 'utf8')).replace('slug: small-2024', 'slug: small-locked');
    await writeFile(file, text);
    expect((await apply(file)).code).toBe(0);
    await lockRules('small-locked');
    await writeFile(file, text.replace('First prize }, quota: 1', 'First prize }, quota: 9'));
    const { code, err } = await apply(file);
    expect(code).toBe(1);
    expect(err).toMatch(/locked\.yaml:\d+:\d+ stages\[1\]\.awards\[0\]\.quota: the rules of this stage are locked/);
  });

  it('says so when the file is not there', async () => {
    expect(await apply(join(folder, 'none.yaml'))).toMatchObject({ code: 1, err: expect.stringContaining('ENOENT') });
  });
});
