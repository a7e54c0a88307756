import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { say } from './figures.js';

// How long `leitai` takes where it needs no database, beside Node itself in the same run. Aim: 0.2 s.
const runs = Number(process.argv[2] ?? '7');
const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'leitai-commands-'));
const scores = join(folder, 'scores.csv');
writeFileSync(scores, 'entry,judge,criterion,score\nA,j1,x,8\nB,j1,x,7\n');
const leitai = join(root, 'dist/apps/cli/src/main.js');

const commands: readonly (readonly [string, readonly string[]])[] = [
  ['node alone', ['-e', '0']],
  ['--help', [leitai, '--help']],
  ['tally', [leitai, 'tally', scores]],
  ['contest apply --check', [leitai, 'contest', 'apply', '--check', join(root, 'contests/small-contest.yaml')]],
  ['start --help', [leitai, 'start', '--help']],
  ['user --help', [leitai, 'user', '--help']],
  ['migrate, without a database', [leitai, 'migrate']],
  ['doctor, without a database', [leitai, 'doctor']],
];

/** Seconds of the fastest of several runs: the others measure the machine. */
function fastest(words: readonly string[]): number {
  const env = { PATH: process.env.PATH, LEITAI_DATA: join(folder, 'data') };
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    spawnSync(process.execPath, words, { env, stdio: 'ignore' });
    return (performance.now() - from) / 1000;
  });
  return Math.min(...times);
}

try {
  const alone = fastest(['-e', '0']);
  for (const [name, words] of commands) {
    const took = fastest(words);
    say(`${name.padEnd(30)} ${took.toFixed(3)} s, ${(took / alone).toFixed(1)} × node alone (aim 0.2 s)`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
