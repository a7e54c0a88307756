import type { OnApplicationShutdown } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import type { JobsOptions, Queue } from 'bullmq';

/** Milliseconds between two enqueues of one key by this process. */
const throttleMs = 100;

interface KeyState {
  lastStartedAt: number;
  timer: NodeJS.Timeout | null;
  isRunning: boolean;
  isWanted: boolean;
}

const jobOptions: JobsOptions = {
  delay: 20,
  attempts: 3,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: { count: 100 },
};

/**
 * Enqueues at most once per key and 100 ms, at once for the first request and once more for those that came meanwhile.
 * A queue that is away never fails or delays the caller: what is pending stands in the database, and the workers'
 * clock asks again.
 */
export class ThrottledQueue<Job extends object> implements OnApplicationShutdown {
  private readonly logger: Logger;
  private readonly keys = new Map<string, KeyState>();
  private isClosed = false;
  private lastComplaintAt = 0;

  constructor(
    private readonly queue: Queue,
    private readonly jobOf: (key: string) => { name: string; data: Job },
    private readonly changes: Pick<JobsOptions, 'delay'> = {},
  ) {
    this.logger = new Logger(`Queue ${queue.name}`);
    queue.on('error', (error: Error) => this.complain(error));
  }

  /** Asks for a job; returns at once. Call it after the commit. */
  request(key: string): void {
    if (this.isClosed) return;
    const state = this.keys.get(key) ?? { lastStartedAt: 0, timer: null, isRunning: false, isWanted: false };
    this.keys.set(key, state);
    state.isWanted = true;
    this.schedule(key, state);
  }

  /** Whether the back end answers within a second. */
  async isReachable(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => (timer = setTimeout(() => resolve(false), 1000)));
    const answer = this.queue.getJobCounts('waiting').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }

  onApplicationShutdown(): void {
    this.isClosed = true;
    for (const { timer } of this.keys.values()) if (timer !== null) clearTimeout(timer);
    this.keys.clear();
  }

  private schedule(key: string, state: KeyState): void {
    if (state.timer !== null || state.isRunning || this.isClosed) return;
    const wait = Math.max(0, state.lastStartedAt + throttleMs - performance.now());
    state.timer = setTimeout(() => void this.enqueue(key, state), wait);
  }

  private async enqueue(key: string, state: KeyState): Promise<void> {
    state.timer = null;
    state.isRunning = true;
    state.isWanted = false;
    state.lastStartedAt = performance.now();
    try {
      const { name, data } = this.jobOf(key);
      // Without keepLastIfActive a request made while the job runs would be dropped, and the last sheet with it.
      const deduplication = { id: `${this.queue.name}-${key}`, keepLastIfActive: true };
      await this.queue.add(name, data, { ...jobOptions, ...this.changes, deduplication });
    } catch (error) {
      this.complain(error);
    } finally {
      state.isRunning = false;
    }
    if (state.isWanted) this.schedule(key, state);
    else this.keys.delete(key);
  }

  private complain(error: unknown): void {
    if (this.isClosed || Date.now() - this.lastComplaintAt < 10_000) return;
    this.lastComplaintAt = Date.now();
    this.logger.warn(`not reachable, the workers' clock will ask again: ${String(error)}`);
  }
}
