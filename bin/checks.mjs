import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { run, say, seconds } from './terminal.mjs';

const tsc = 'node_modules/ts7/bin/tsc';

/** Takes as long as all others together: they run beside it. */
const lint = ['lint', ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.']];

const quickChecks = [
  ['format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']],
  ['types', [tsc, '--noEmit', '-p', 'tsconfig.json']],
  ['types of the web', [tsc, '--noEmit', '-p', 'apps/web/tsconfig.json']],
  [
    'layers',
    [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
    ],
  ],
];

/** The messages of every commit after the first, where there is a history to look at. */
function commitCheck(root) {
  if (!existsSync(join(root, '.git'))) return undefined;
  const git = (...args) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  const roots = git('rev-list', '--max-parents=0', 'HEAD');
  const first = roots.status === 0 ? roots.stdout.trim().split('\n').at(-1) : undefined;
  if (first === undefined || git('rev-parse', 'HEAD').stdout.trim() === first) return undefined;
  const cli = 'node_modules/@commitlint/cli/cli.js';
  return ['commit messages', [cli, '--config', 'commitlint.config.mjs', '--from', first, '--to', 'HEAD']];
}

/**
 * Runs every check, whatever the earlier ones found.
 * @returns how many passed and failed
 */
export async function runChecks(root) {
  const commits = commitCheck(root);
  if (commits === undefined) say('Commit messages are not checked: there is no git history here.');
  const outcome = { passed: 0, failed: 0 };
  const runInTurn = async (checks) => {
    for (const [name, command] of checks) {
      const from = performance.now();
      const code = await run(process.execPath, command, { cwd: root });
      outcome[code === 0 ? 'passed' : 'failed'] += 1;
      say(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(performance.now() - from)})`);
    }
  };
  await Promise.all([runInTurn([lint]), runInTurn(commits === undefined ? quickChecks : [...quickChecks, commits])]);
  return outcome;
}
