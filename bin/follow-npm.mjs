import { readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

/** The parent of a process, where the system tells. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return undefined;
  }
}

/**
 * Stops this process when the `npm` that started it is gone. npm passes a signal on to the shell between the two, and a
 * shell that ends tells nobody: without this, `kill` of npm would leave Leitai running unseen.
 */
export function followNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  timer.unref();
}
