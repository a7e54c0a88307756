import { Worker } from 'node:worker_threads';
import { assign, type AssignmentAnswer, type AssignmentJob } from './assign.js';

export interface AssignmentLimits {
  readonly patienceMs: number;
  /** Bytes by which the process may grow meanwhile: the solver's memory lies outside of what V8 limits. */
  readonly mostGrowth: number;
}

export const assignmentLimits: AssignmentLimits = { patienceMs: 600_000, mostGrowth: 2_000_000_000 };

/** The solver was stopped: nothing is planned, and nothing else is harmed. */
export class AssignmentStopped extends Error {
  override readonly name = 'AssignmentStopped';

  constructor(
    readonly reason: 'time' | 'memory',
    readonly limits: AssignmentLimits,
  ) {
    const limit =
      reason === 'time'
        ? `${Math.round(limits.patienceMs / 1000)} s`
        : `${Math.round(limits.mostGrowth / 1_000_000)} MB of memory`;
    super(`the assignment was stopped at its limit of ${limit}`);
  }
}

const megabyte = 1_048_576;

/**
 * Plans in a thread of its own: HiGHS blocks the thread it runs in. Run from its sources, as in tests, there is no
 * compiled thread, and it plans here, without limits.
 *
 * @param signal ends the thread when it is aborted
 * @throws AssignmentStopped at a limit; RangeError for an unsound problem; the signal's reason
 */
export async function assignApart(
  job: AssignmentJob,
  limits = assignmentLimits,
  signal?: AbortSignal,
): Promise<AssignmentAnswer> {
  signal?.throwIfAborted();
  if (import.meta.filename.endsWith('.ts')) return assign(job);
  const thread = new Worker(new URL('./assign.thread.js', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(limits.mostGrowth / megabyte) },
  });
  let timer: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  const before = process.memoryUsage.rss();
  try {
    return await new Promise<AssignmentAnswer>((resolve, reject) => {
      const stop = (reason: AssignmentStopped['reason']) => reject(new AssignmentStopped(reason, limits));
      timer = setTimeout(() => stop('time'), limits.patienceMs);
      watch = setInterval(() => {
        if (process.memoryUsage.rss() - before > limits.mostGrowth) stop('memory');
      }, 100);
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
      thread.once('message', resolve);
      thread.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? stop('memory') : reject(error),
      );
      thread.once('exit', (code) => reject(new Error(`the thread of an assignment ended with code ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await thread.terminate();
  }
}
