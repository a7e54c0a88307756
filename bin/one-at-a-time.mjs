// Two commands on one checkout must not install or build on top of each other.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './terminal.mjs';

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The process that holds the lock; undefined when there is none any more. */
function holder(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}

/** Runs `work` while no other process of this checkout does; waits for one that is at it, and says so once. */
export async function oneAtATime(root, work) {
  const file = join(root, '.leitai-prepare.lock');
  let hasSaid = false;
  while (!take(file)) {
    const pid = holder(file);
    if (pid === undefined) {
      // Killed in the middle: nobody will take its lock away.
      rmSync(file, { force: true });
      continue;
    }
    if (!hasSaid) say(`Another command (process ${pid}) is installing or building here; waiting for it …`);
    hasSaid = true;
    await pause(300);
  }
  const release = () => rmSync(file, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
