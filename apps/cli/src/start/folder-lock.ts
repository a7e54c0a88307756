import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, startMark, waitUntil } from './liveness.js';
import { Refusal } from './refusal.js';

type Holder = {
  readonly pid: number;
  readonly startMark: string;
  readonly address: string;
  readonly isStopping?: boolean;
};

export type FolderLock = {
  /** Whether an earlier supervisor was killed without releasing the folder. */
  readonly wasKilled: boolean;
  /** Lets a start that comes now wait for our end instead of being refused. */
  readonly announceStop: () => void;
  readonly release: () => void;
};

/** Longer than a clean stop may take. */
const stopPatienceMs = 8_000;

const lockFile = (folder: string) => join(folder, 'supervisor.lock');

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** The supervisor that works in this folder now, if there is one; a lock left by a killed one does not count. */
export function runningSupervisor(folder: string): Holder | undefined {
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

async function waitForStop(folder: string): Promise<boolean> {
  if (runningSupervisor(folder)?.isStopping !== true) return false;
  return waitUntil(() => runningSupervisor(folder) === undefined, stopPatienceMs);
}

/** Takes the lock from whoever no longer runs. */
async function takeLock(folder: string, own: string): Promise<boolean> {
  const lock = lockFile(folder);
  let wasKilled = false;
  while (!tryLink(own, lock)) {
    const running = runningSupervisor(folder);
    if (running === undefined) {
      wasKilled ||= existsSync(lock);
      rmSync(lock, { force: true });
    } else if (!(await waitForStop(folder))) {
      throw new Refusal(
        `Leitai is already running on this data folder (${folder}): process ${running.pid}, ${running.address}\n` +
          'Stop it first, or choose another folder with LEITAI_DATA and another port with PORT.',
      );
    }
  }
  return wasKilled;
}

/**
 * Makes this process the only supervisor of the folder.
 * @throws Refusal naming the process that holds it
 */
export async function lockFolder(folder: string, address: string): Promise<FolderLock> {
  const lock = lockFile(folder);
  const own = `${lock}.${process.pid}`;
  const holder: Holder = { pid: process.pid, startMark: startMark(process.pid), address };
  writeFileSync(own, JSON.stringify(holder));
  try {
    const wasKilled = await takeLock(folder, own);
    return {
      wasKilled,
      announceStop: () => {
        writeFileSync(own, JSON.stringify({ ...holder, isStopping: true }));
        renameSync(own, lock);
      },
      release: () => rmSync(lock, { force: true }),
    };
  } finally {
    rmSync(own, { force: true });
  }
}
