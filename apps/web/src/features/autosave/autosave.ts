import { ApiProblem } from '../../api/problem.js';

export type AutosaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  | { kind: 'retrying' }
  /** Nothing is sent until the person has signed in again, or types on. */
  | { kind: 'expired' }
  /** The server refuses what was typed; the sentence says why. */
  | { kind: 'refused'; problem: ApiProblem }
  /** Somebody else (or the same person elsewhere) stored another version. */
  | { kind: 'stale' };

type Send<T> = (value: T, version: number) => Promise<{ version: number }>;

const delay = 600;
const retryDelays = [1_000, 2_000, 5_000, 10_000];

/** Equal values are equal texts, in whatever order their keys stand. */
const textOf = (value: object) =>
  JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/** Sends the newest value one request at a time, each with the version it rests on, and says honestly where they are. */
export class Autosave<T extends object> {
  state: AutosaveState = { kind: 'saved' };
  private wanted: T;
  private stored: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private failures = 0;
  private isDropped = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly send: Send<T>,
    value: T,
    public version: number,
  ) {
    this.wanted = value;
    this.stored = textOf(value);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): AutosaveState => this.state;

  get isDirty(): boolean {
    return !this.isDropped && textOf(this.wanted) !== this.stored;
  }

  change(value: T): void {
    this.wanted = value;
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

  /** Before an act that takes its place. @returns whether that may follow: false where somebody stored another version */
  async hold(): Promise<boolean> {
    await this.flush();
    this.stop();
    return this.state.kind !== 'stale';
  }

  /** Goes on from another stored version: with what was typed here, or with the stored one. */
  rebase(stored: T, version: number, wanted: T): void {
    this.stored = textOf(stored);
    this.version = version;
    this.enter({ kind: 'saved' });
    this.change(wanted);
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  /** Another act was told that somebody else has stored another version. */
  refuse(): void {
    this.stop();
    this.enter({ kind: 'stale' });
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
    const sent = textOf(this.wanted);
    this.running ??= this.sendOnce().finally(() => {
      this.running = null;
      // What was typed while a refused value was under way may be what mends it.
      const isMended = this.state.kind === 'refused' && textOf(this.wanted) !== sent;
      if ((this.state.kind === 'saved' || isMended) && this.isDirty) this.change(this.wanted);
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
