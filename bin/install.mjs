import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { isInterrupted, refuse, run, say, seconds } from './terminal.mjs';

const stampName = join('node_modules', '.leitai-install');

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Whether npm's own note of what it installed names every package of the lock, optional ones of other systems aside. */
function installedEqualsLock(root, lockText) {
  const hidden = read(join(root, 'node_modules', '.package-lock.json'));
  if (hidden === undefined) return false;
  const installed = JSON.parse(hidden).packages;
  return Object.entries(JSON.parse(lockText).packages).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
}

export function isInstalled(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const hash = createHash('sha256').update(lockText).digest('hex');
  if (read(join(root, stampName)) === hash) return true;
  if (!installedEqualsLock(root, lockText)) return false;
  writeFileSync(join(root, stampName), hash);
  return true;
}

/** Runs `npm ci` when node_modules is not what package-lock.json says. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  say('Installing the packages of package-lock.json (npm ci) …');
  const from = performance.now();
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  // The build needs the development packages too, whatever NODE_ENV says.
  const code = await run(program, [...first, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
  });
  if (isInterrupted(code)) refuse('Interrupted while the packages were being installed.');
  if (code !== 0) refuse(`npm ci failed (exit code ${code}). Is the network there? Nothing was started.`);
  const lock = readFileSync(join(root, 'package-lock.json'));
  writeFileSync(join(root, stampName), createHash('sha256').update(lock).digest('hex'));
  say(`Installed in ${seconds(performance.now() - from)}.`);
}
