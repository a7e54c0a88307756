import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const command = join(import.meta.dirname, '../../dist/apps/cli/src/main.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function leitai(words: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [command, ...words], {
    env: { PATH: process.env.PATH, LEITAI_DATA: '/nonexistent/leitai', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (err += String(data)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

describe('the leitai command', () => {
  it.each([
    ['an unknown command', ['bogus']],
    ['no command', []],
    ['an unknown option', ['start', '--bogus']],
    ['a word too many', ['doctor', 'x']],
    ['a missing file', ['contest', 'apply']],
    ['a missing role', ['user', 'create']],
    ['an unknown method', ['tally', 'scores.csv', '--method', 'bogus']],
  ])('ends with 2 for %s, which is wrong usage', async (_name, words) => {
    const { code, out, err } = await leitai(words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).not.toBe('');
  });

  it.each([
    ['a file of scores that is not there', ['tally', '/nonexistent/scores.csv'], /ENOENT/],
    ['a template that is not there', ['contest', 'apply', '/nonexistent/contest.yaml'], /ENOENT/],
    ['a migration without a database', ['migrate'], /DATABASE_MIGRATION_URL is missing/],
  ])('ends with 1 for %s, which is refused', async (_name, words, said) => {
    const { code, out, err } = await leitai(words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(said);
  });

  it('tells its version and its help', async () => {
    expect(await leitai(['--version'])).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    const help = await leitai(['--help']);
    expect(help.code).toBe(0);
    for (const name of ['start', 'migrate', 'doctor', 'contest', 'user', 'tally']) expect(help.out).toContain(name);
  });

  it('names every fault of the configuration in one go', async () => {
    const { code, err } = await leitai(['doctor'], { PORT: 'x', SESSION_MAX_HOURS: '1', FAILPOINT: 'y' });
    expect(code).toBe(1);
    for (const name of ['PORT', 'SESSION_MAX_HOURS', 'FAILPOINT']) expect(err).toContain(name);
  });
});
