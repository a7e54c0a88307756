import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startMark } from './liveness.js';
import { Refusal } from './refusal.js';

type Holder = { readonly pid: number; readonly startMark: string; readonly address: string };

const lockFile = (folder: string) => join(folder, 'supervisor.lock');

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** The supervisor that works in this folder now, if there is one; a lock left by a killed one does not count. */
export function runningSupervisor(folder: string): { pid: number; address: string } | undefined {
  const holder = holderOf(lockFile(folder));
  if (holder === undefined || holder.pid === process.pid || !isAlive(holder.pid)) return undefined;
  return startMark(holder.pid) === holder.startMark ? holder : undefined;
}

/** A file appears under the lock's name whole or not at all, and only when there is none. */
function tryLink(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Makes this process the only supervisor of the folder.
 * @returns `release`, and whether an earlier supervisor was killed without releasing it
 * @throws Refusal naming the process that holds it
 */
export function lockFolder(folder: string, address: string): { release: () => void; wasKilled: boolean } {
  const lock = lockFile(folder);
  const own = `${lock}.${process.pid}`;
  const holder: Holder = { pid: process.pid, startMark: startMark(process.pid), address };
  writeFileSync(own, JSON.stringify(holder));
  let wasKilled = false;
  try {
    while (!tryLink(own, lock)) {
      const running = runningSupervisor(folder);
      if (running !== undefined) {
        throw new Refusal(
          `Leitai is already running on this data folder (${folder}): process ${running.pid}, ${running.address}\n` +
            'Stop it first, or choose another folder with LEITAI_DATA and another port with PORT.',
        );
      }
      rmSync(lock, { force: true });
      wasKilled = true;
    }
  } finally {
    rmSync(own, { force: true });
  }
  return { wasKilled, release: () => rmSync(lock, { force: true }) };
}
