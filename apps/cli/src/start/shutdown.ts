import { reportError } from './report-error.js';

/** Undoes, last first, what a start has done; asked for by a signal, by a failure, or twice by an impatient hand. */
export class Shutdown {
  private readonly steps: (() => void | Promise<void>)[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly say: (line: string) => void) {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (this.running === undefined) this.say('stopping · 正在停止');
        void this.end(0);
      });
    }
  }

  get isRunning(): boolean {
    return this.running !== undefined;
  }

  add(step: () => void | Promise<void>): void {
    this.steps.push(step);
  }

  fail(error: unknown): void {
    // What breaks while everything is being stopped is a consequence of the stop.
    if (this.isRunning) return;
    reportError(error);
    void this.end(1);
  }

  private end(exitCode: number): Promise<void> {
    this.running ??= this.undo().finally(() => process.exit(exitCode));
    return this.running;
  }

  private async undo(): Promise<void> {
    for (const step of this.steps.reverse()) {
      try {
        await step();
      } catch (error) {
        reportError(error);
      }
    }
  }
}
