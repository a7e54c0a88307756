import { join } from 'node:path';
import type { AppConfig } from '#config';
import { waitUntil } from './liveness.js';
import { ManagedProcess } from './managed-process.js';
import { Refusal } from './refusal.js';

export type AppProcessesSettings = {
  readonly env: Record<string, string>;
  /** Path of a log file by process; absent: the processes write where we do. */
  readonly logFile?: (name: string) => string;
  readonly say: (line: string) => void;
};

const apps = ['api', 'worker'] as const;

// The build's root: this file is dist/apps/cli/src/start/app-processes.js.
const appsFolder = join(import.meta.dirname, '..', '..', '..');

/** The address at which this machine reaches an api that listens on the configured host. */
export function localAddress(config: Pick<AppConfig, 'host' | 'port'>): string {
  const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };
  const host = everywhere[config.host] ?? (config.host.includes(':') ? `[${config.host}]` : config.host);
  return `http://${host}:${config.port}`;
}

/** Api and worker, one of each, started again when they end. */
export class AppProcesses {
  private readonly processes: readonly ManagedProcess[];
  private givenUp: string | undefined;

  constructor(settings: AppProcessesSettings) {
    this.processes = apps.map(
      (name) =>
        new ManagedProcess({
          name,
          script: join(appsFolder, name, 'src', 'main.js'),
          env: settings.env,
          logFile: settings.logFile?.(name),
          say: settings.say,
          onGivenUp: (reason) => {
            this.givenUp = reason;
          },
        }),
    );
  }

  start(): void {
    for (const process of this.processes) process.start();
  }

  async stop(patienceMs: number): Promise<void> {
    await Promise.all(this.processes.map((process) => process.stop(patienceMs)));
  }

  /** @throws Refusal when one of them does not start, or not within two minutes. */
  async untilReady(address: string): Promise<void> {
    const ready = async () => {
      if (this.givenUp !== undefined) throw new Refusal(this.givenUp);
      if (!this.processes.every((process) => process.isReady)) return false;
      const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
      return answer?.ok === true;
    };
    if (!(await waitUntil(ready, 120_000))) throw new Refusal('api and worker were not ready within two minutes.');
  }
}
