import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';

export type ManagedProcessSettings = {
  readonly name: string;
  /** The built file to run. */
  readonly script: string;
  readonly env: Record<string, string>;
  /** Where its output goes; absent: to ours. */
  readonly logFile?: string;
  readonly say: (line: string) => void;
  /** Called when it ended `startsBeforeGivingUp` times without ever having been ready. */
  readonly onGivenUp: (reason: string) => void;
};

const startsBeforeGivingUp = 4;
const shortestPauseMs = 250;
const longestPauseMs = 10_000;
const steadyAfterMs = 30_000;
const largestLog = 10 * 1024 * 1024;

/** A process that is started again whenever it ends, after pauses that grow while it keeps ending. */
export class ManagedProcess {
  private child: ChildProcess | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isStopping = false;
  private wasReady = false;
  private failures = 0;
  private startedAt = 0;

  constructor(private readonly settings: ManagedProcessSettings) {}

  get isReady(): boolean {
    return this.wasReady;
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  start(): void {
    this.startedAt = performance.now();
    const log = this.openLog();
    const output = log ?? 'inherit';
    const child = fork(this.settings.script, [], {
      env: this.settings.env,
      execArgv: [],
      // A group of its own: Ctrl-C at the terminal reaches the supervisor, which stops its children in order.
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    if (log !== undefined) closeSync(log);
    this.child = child;
    child.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready') {
        this.wasReady = true;
      }
    });
    child.on('error', (error) => this.settings.say(`${this.settings.name}: ${error.message}`));
    child.once('exit', (code, signal) => this.afterExit(signal ?? `code ${code}`));
  }

  /** SIGTERM, and SIGKILL after `patienceMs`. */
  async stop(patienceMs: number): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.timer);
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await ended;
    clearTimeout(impatience);
  }

  private afterExit(how: string): void {
    if (this.isStopping) return;
    const wasSteady = performance.now() - this.startedAt > steadyAfterMs;
    this.failures = wasSteady ? 1 : this.failures + 1;
    if (!this.wasReady && this.failures >= startsBeforeGivingUp) {
      this.settings.onGivenUp(`${this.settings.name} does not start (${how})${this.lastWords()}`);
      return;
    }
    const pause = Math.min(shortestPauseMs * 2 ** (this.failures - 1), longestPauseMs);
    this.settings.say(`${this.settings.name} ended (${how}); starting it again in ${pause / 1000} s`);
    this.timer = setTimeout(() => this.start(), pause);
  }

  private openLog(): number | undefined {
    const { logFile } = this.settings;
    if (logFile === undefined) return undefined;
    const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
    if (size > largestLog) renameSync(logFile, `${logFile}.1`);
    return openSync(logFile, 'a', 0o600);
  }

  private lastWords(): string {
    const { logFile } = this.settings;
    if (logFile === undefined) return '';
    const end = readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    return `; the end of ${logFile} says:\n${end}`;
  }
}
