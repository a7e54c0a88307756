import { readFileSync } from 'node:fs';

/** Fields of `/proc/<pid>/stat` after the command's name, which may itself hold spaces and brackets. */
function linuxStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether the process runs. One that has ended but was never waited for (a zombie) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return linuxStat(pid)?.[0] !== 'Z';
}

/** A text that differs between two processes that had the same id one after the other; empty where the system tells none. */
export function startMark(pid: number): string {
  return linuxStat(pid)?.[19] ?? '';
}

/** Waits until `done` holds, looking every 25 ms; false when `timeoutMs` passed before. */
export async function waitUntil(done: () => boolean | Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (!(await done())) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}
