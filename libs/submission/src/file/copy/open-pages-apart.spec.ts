import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { answerOf } from './open-pages-apart.js';

const patienceMs = 60_000;
const program = (text: string) =>
  spawn(process.execPath, ['-e', text], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });

describe('the end of a renderer that said nothing', () => {
  it('is the fault of its file when it ends itself with an error', async () => {
    await expect(answerOf(program('process.exit(7)'), patienceMs)).rejects.toMatchObject({ fault: 'broken' });
    const ended = program('throw new Error()');
    await once(ended, 'exit');
    await expect(answerOf(ended, patienceMs)).rejects.toMatchObject({ fault: 'broken' });
  });

  it('is the fault of its file when it crashes', async () => {
    const crash = `process.kill(process.pid, 'SIGSEGV'); setInterval(() => 0, 1000)`;
    await expect(answerOf(program(crash), patienceMs)).rejects.toMatchObject({ fault: 'too-heavy' });
  });

  it('says nothing of its file when somebody else ends it', async () => {
    const killed = program('setInterval(() => 0, 1000)');
    killed.kill('SIGKILL');
    await expect(answerOf(killed, patienceMs)).rejects.toThrow('ended from outside');
    await expect(answerOf(program('process.exit()'), patienceMs)).rejects.toThrow('ended from outside');
  });
});
