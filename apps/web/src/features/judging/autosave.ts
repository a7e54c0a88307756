import { ApiProblem } from '../../api/problem.js';
import type { Scores } from './scores.js';

export type AutosaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'retrying' }
  /** Nothing is sent until the judge has signed in again, or types on. */
  | { kind: 'expired' }
  /** The server refuses these scores; the sentence says why. */
  | { kind: 'refused'; problem: ApiProblem }
  /** Somebody else (or the judge elsewhere) stored another version. */
  | { kind: 'stale' };

type Send = (scores: Scores, version: number) => Promise<{ version: number }>;

const delay = 600;
const retryDelays = [1_000, 2_000, 5_000, 10_000];

const textOf = (scores: Scores) =>
  JSON.stringify(Object.entries(scores).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** Sends the newest scores one request at a time, each with the version it rests on, and says honestly where they are. */
export class Autosave {
  state: AutosaveState = { kind: 'saved' };
  private wanted: Scores;
  private stored: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private failures = 0;
  private isDropped = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly send: Send,
    scores: Scores,
    public version: number,
  ) {
    this.wanted = scores;
    this.stored = textOf(scores);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): AutosaveState => this.state;

  get isDirty(): boolean {
    return !this.isDropped && textOf(this.wanted) !== this.stored;
  }

  change(scores: Scores): void {
    this.wanted = scores;
    if (this.isDropped || this.state.kind === 'stale' || this.running) return;
    if (!this.isDirty) {
      this.stop();
      this.enter({ kind: 'saved' });
      return;
    }
    const isWaiting = this.state.kind === 'retrying' || this.state.kind === 'expired';
    this.enter(isWaiting ? this.state : { kind: 'saving' });
    this.schedule(delay);
  }

  /** Tries at once: before a submission, when the connection is back, when the page is left. */
  async flush(): Promise<void> {
    this.stop();
    if (this.running) await this.running;
    if (this.isDirty && this.state.kind !== 'stale') await this.run();
  }

  /** Goes on from another stored version: with the judge's own scores, or with the stored ones. */
  rebase(stored: Scores, version: number, wanted: Scores): void {
    this.stored = textOf(stored);
    this.version = version;
    this.enter({ kind: 'saved' });
    this.change(wanted);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Sends nothing more, whatever is pending. */
  drop(): void {
    this.isDropped = true;
    this.stop();
  }

  private schedule(after: number): void {
    this.stop();
    if (!this.isDropped) this.timer = setTimeout(() => void this.run(), after);
  }

  private run(): Promise<void> {
    this.running ??= this.sendOnce().finally(() => {
      this.running = null;
      if (this.state.kind === 'saved' && this.isDirty) this.change(this.wanted);
    });
    return this.running;
  }

  private async sendOnce(): Promise<void> {
    const sent = this.wanted;
    try {
      this.version = (await this.send(sent, this.version)).version;
      this.stored = textOf(sent);
      this.failures = 0;
      this.enter({ kind: 'saved' });
    } catch (error) {
      const problem = error instanceof ApiProblem ? error : new ApiProblem('unknown', 0, null);
      if (problem.code === 'revision-stale') this.enter({ kind: 'stale' });
      else if (problem.isExpired) this.enter({ kind: 'expired' });
      else if (problem.isPassing) {
        this.enter({ kind: 'retrying' });
        this.schedule(retryDelays[Math.min(this.failures, retryDelays.length - 1)] ?? delay);
        this.failures += 1;
      } else this.enter({ kind: 'refused', problem });
    }
  }

  private enter(state: AutosaveState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
