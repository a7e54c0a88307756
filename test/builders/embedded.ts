import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, waitUntil } from '../../apps/cli/src/start/liveness.js';
import { freePort } from '../../apps/cli/src/start/port.js';

const repository = join(import.meta.dirname, '..', '..');

export type EmbeddedOptions = {
  readonly dataFolder: string;
  readonly port?: number;
  /** Where `dist/` and `node_modules/` are; the repository by default. */
  readonly clone?: string;
  /** Further arguments of the command. */
  readonly args?: readonly string[];
  /** Start as this user; needs root. */
  readonly user?: { readonly uid: number; readonly gid: number };
};

/** A run of `leitai start` as somebody at a terminal would see it. */
export type EmbeddedRun = {
  readonly pid: number;
  readonly origin: string;
  /** What it wrote so far, stdout and stderr together. */
  readonly output: () => string;
  readonly exitCode: () => number | null;
  /** Waits for the closing banner; fails with the output when the run ends before. */
  readonly untilReady: () => Promise<void>;
  /** Waits until the address answers again, as after something was killed. */
  readonly untilAnswering: () => Promise<void>;
  /** Waits for the end and returns whether it came within the milliseconds given. */
  readonly endsWithin: (milliseconds: number) => Promise<boolean>;
  readonly signal: (name: NodeJS.Signals) => void;
};

/** An environment with nothing of a locale in it, and nothing of the test run. */
function bareEnvironment(port: number, dataFolder: string): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', PORT: String(port), LEITAI_DATA: dataFolder };
}

const answers = (origin: string) =>
  fetch(`${origin}/health/ready`).then(
    (response) => response.ok,
    () => false,
  );

function watch(child: ChildProcess, origin: string): EmbeddedRun {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const expectWithin = async (condition: () => boolean | Promise<boolean>, what: string) => {
    const isMet = await waitUntil(async () => hasEnded() || (await condition()), 90_000);
    if (!isMet || hasEnded()) throw new Error(`${what} did not come:\n${output}`);
  };
  return {
    pid: child.pid ?? 0,
    origin,
    output: () => output,
    exitCode: () => child.exitCode,
    untilReady: () => expectWithin(() => output.includes('Leitai is ready'), 'the banner'),
    untilAnswering: () => expectWithin(() => answers(origin), `an answer of ${origin}`),
    endsWithin: (milliseconds) => waitUntil(hasEnded, milliseconds),
    signal: (name) => child.kill(name),
  };
}

/** Starts `leitai start` on a data folder of its own; it is up to the caller to end it. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedRun> {
  const port = options.port ?? (await freePort());
  const clone = options.clone ?? repository;
  const script = join(clone, 'dist', 'apps', 'cli', 'src', 'main.js');
  if (!existsSync(script)) throw new Error(`${script} is missing: build first (npm run build)`);
  const child = spawn(process.execPath, [script, 'start', ...(options.args ?? [])], {
    cwd: clone,
    env: bareEnvironment(port, options.dataFolder),
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options.user,
  });
  return watch(child, `http://127.0.0.1:${port}`);
}

/**
 * Starts it as a person would, by `npm start`; the process is npm's, and Leitai a grandchild of it. The build has to be
 * current, or it would be made now.
 */
export async function startByNpm(dataFolder: string, port?: number): Promise<EmbeddedRun> {
  const chosen = port ?? (await freePort());
  const child = spawn('npm', ['start'], {
    cwd: repository,
    env: { ...bareEnvironment(chosen, dataFolder), HOME: process.env.HOME ?? '/' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watch(child, `http://127.0.0.1:${chosen}`);
}

/** Runs another command beside it and returns what it said. */
export function runCommand(args: readonly string[], run: EmbeddedRun, dataFolder: string) {
  const script = join(repository, 'dist', 'apps', 'cli', 'src', 'main.js');
  const env = bareEnvironment(Number(new URL(run.origin).port), dataFolder);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Ids of the processes below `pid` whose command line holds `text`. */
export function processesBelow(pid: number, text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => {
      try {
        const parent = Number(readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
        return parent === pid && readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(text) && isAlive(id);
      } catch {
        return false;
      }
    });
}
