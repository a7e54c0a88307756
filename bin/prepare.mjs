import { join } from 'node:path';
import { ensureBuilt, isBuilt } from './build-parts.mjs';
import { ensureInstalled, isInstalled } from './install.mjs';
import { oneAtATime } from './one-at-a-time.mjs';
import { refuse } from './terminal.mjs';

export const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');

const oldestNode = [20, 19];

function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return;
  refuse(
    `Leitai needs Node.js ${oldestNode.join('.')} or later; this is ${process.versions.node} (${process.execPath}).`,
  );
}

/** Whether the next `prepare` has nothing to do. */
export function isPrepared() {
  assertNode();
  return isInstalled(root) && isBuilt(root);
}

/** Installs and builds what is missing or out of date, and says so; quick and silent when nothing is. */
export async function prepare() {
  if (isPrepared()) return;
  await oneAtATime(root, async () => {
    await ensureInstalled(root);
    await ensureBuilt(root);
  });
}

/** Runs the built command in this very process, so that signals and streams are its own. */
export async function handOver(args) {
  const command = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');
  process.argv = [process.argv[0], command, ...args];
  await import(command);
}
