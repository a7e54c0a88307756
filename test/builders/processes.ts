import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../apps/cli/src/start/port.js';
import { waitUntil } from '../../apps/cli/src/start/liveness.js';
import { testEnvironment } from './config.js';
import type { TestDatabase } from './postgres.js';

const root = join(import.meta.dirname, '..', '..');

export type AppProcess = {
  readonly pid: number;
  /** Scheme, host and port, for example `http://127.0.0.1:40123`; an api process only. */
  readonly origin: string;
  /** Everything it wrote so far, stdout and stderr together. */
  readonly output: () => string;
  /** Resolves with the exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** Sends a signal, SIGKILL by default, and waits until the process is gone. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
};

export type AppProcessOptions = {
  readonly database: TestDatabase;
  /** Variables on top of the test environment; `undefined` removes one. */
  readonly env?: Record<string, string | undefined>;
  /** False returns at once, for a process that is expected to die or to refuse. */
  readonly waitForReady?: boolean;
};

/** Whether the process answers: the api by its address, the worker by the message it sends. */
function readiness(child: ChildProcess, app: 'api' | 'worker', origin: string): () => Promise<boolean> {
  let announced = false;
  child.on('message', (message) => {
    announced ||= typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
  });
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return true;
    if (app === 'worker') return announced;
    return fetch(`${origin}/health/ready`).then(
      (response) => response.ok,
      () => false,
    );
  };
}

/** Starts one api or worker process of the built application and waits until it is ready. */
export async function startProcess(app: 'api' | 'worker', options: AppProcessOptions): Promise<AppProcess> {
  const script = join(root, 'dist', 'apps', app, 'src', 'main.js');
  if (!existsSync(script)) throw new Error(`${script} is missing: build first (npm run build)`);
  const port = options.env?.PORT ?? String(await freePort());
  const origin = `http://127.0.0.1:${port}`;
  const variables = { ...process.env, ...testEnvironment(options.database, { PORT: port, ...options.env }) };
  // Jest's own flags and conditions are not the application's.
  const env = Object.fromEntries(
    Object.entries(variables).filter(([name, value]) => value !== undefined && name !== 'NODE_OPTIONS'),
  );
  const child = fork(script, [], { cwd: root, env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal ?? code)),
  );
  const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
    child.kill(signal);
    await ended;
  };
  if (options.waitForReady !== false) {
    const ready = await waitUntil(readiness(child, app, origin), 60_000);
    if (!ready || child.exitCode !== null || child.signalCode !== null) {
      await kill();
      throw new Error(`${app} did not become ready:\n${output}`);
    }
  }
  return { pid: child.pid ?? 0, origin, output: () => output, ended, kill };
}
