import type { ClaimedRun, TallyRunStore } from './tally-run.store.js';

const everyMs = 3000;

/** Says that a run is alive until it is stopped. A beat that fails or comes too late only lets another worker take over. */
export class TallyHeartbeat {
  private readonly timer: NodeJS.Timeout;

  constructor(store: TallyRunStore, run: ClaimedRun) {
    this.timer = setInterval(() => void store.beat(run).catch(() => undefined), everyMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
