import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, waitUntil } from '../liveness.js';

/** Id in `postmaster.pid`, which is only as true as the last server's end was orderly. */
function recordedPid(dataDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Every process that works in the cluster's folder: the server and its helpers all do, and nobody else. */
function serverProcesses(dataDir: string): number[] {
  const home = realpathSync(dataDir);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === home && isAlive(pid);
      } catch {
        return false;
      }
    });
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // It ended in between.
    }
  }
}

/**
 * Stops a server that outlived its supervisor, and removes the mark of one that did not. Only Linux tells which process
 * belongs to which folder; elsewhere PostgreSQL's own check of `postmaster.pid` stands.
 * @returns whether a server was still running
 */
export async function stopLeftovers(dataDir: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const running = () => serverProcesses(dataDir);
  const none = () => running().length === 0;
  const found = !none();
  if (found) {
    const postmaster = recordedPid(dataDir);
    if (postmaster !== undefined && running().includes(postmaster)) signal([postmaster], 'SIGINT');
    if (!(await waitUntil(none, 10_000))) signal(running(), 'SIGQUIT');
    if (!(await waitUntil(none, 5_000))) signal(running(), 'SIGKILL');
    await waitUntil(none, 5_000);
  }
  // A foreign process may have got the recorded id since: the server would take it for itself and refuse to start.
  if (none()) rmSync(join(dataDir, 'postmaster.pid'), { force: true });
  return found;
}
