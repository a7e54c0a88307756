import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { freePort } from '../port.js';
import { bareEnvironment, ownerRole } from './cluster.js';
import { stopLeftovers } from './leftovers.js';
import type { Placement } from './placement.js';

export type ServerSettings = {
  readonly placement: Placement;
  readonly ownerPassword: string;
  readonly logFile: string;
  /** Further `name=value` settings; later ones win. */
  readonly parameters?: readonly string[];
};

const parameters = (port: number) => [
  'listen_addresses=127.0.0.1',
  `port=${port}`,
  // No socket file: its path would have to be short, writable and traversable.
  'unix_socket_directories=',
  'max_connections=200',
  'shared_buffers=256MB',
  'timezone=UTC',
  'log_timezone=UTC',
  // Without the rows that a refused statement would have written: they hold names and addresses.
  'log_error_verbosity=terse',
  'fsync=on',
  'synchronous_commit=on',
];

/** One running PostgreSQL server on a loopback port of its own. */
export class PostgresServer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly settings: ServerSettings,
    readonly port: number,
  ) {}

  /**
   * Starts the server and waits until it answers, recovery included. What an earlier server left behind is stopped
   * first.
   * @param port the port to use again; otherwise a free one is found
   */
  static async start(settings: ServerSettings, port?: number): Promise<PostgresServer> {
    await stopLeftovers(settings.placement.dataDir);
    for (let attempt = 1; ; attempt += 1) {
      const server = PostgresServer.spawn(settings, port ?? (await freePort()));
      if (await server.answers()) return server;
      const reason = server.lastWords();
      // The port may be lost between finding and using it; helpers of a killed server need a moment to leave.
      if (attempt === 5 || !/could not bind|shared memory block|lock file/.test(reason)) {
        throw new Error(`PostgreSQL did not start; the end of ${settings.logFile} says:\n${reason}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 300 * attempt));
    }
  }

  private static spawn(settings: ServerSettings, port: number): PostgresServer {
    const log = openSync(settings.logFile, 'a', 0o600);
    const { binaries, dataDir, user } = settings.placement;
    const flags = [...parameters(port), ...(settings.parameters ?? [])].flatMap((parameter) => ['-c', parameter]);
    const child = spawn(binaries.postgres, ['-D', dataDir, ...flags], {
      uid: user?.uid,
      gid: user?.gid,
      cwd: dataDir,
      env: bareEnvironment,
      // A group of its own: Ctrl-C at the terminal is for the supervisor, which stops the server last.
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    child.on('error', () => undefined);
    return new PostgresServer(child, settings, port);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get hasEnded(): boolean {
    return this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Calls back once when the server ends, for whatever reason. */
  onExit(callback: () => void): void {
    this.child.once('exit', callback);
  }

  /** Lets this process end while the server goes on running. */
  release(): void {
    this.child.unref();
  }

  url(database: string, role: string = ownerRole, password: string = this.settings.ownerPassword): string {
    return `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`;
  }

  /** Fast shutdown; immediate (and recovery at the next start) when that takes longer than `patienceMs`. */
  async stop(patienceMs: number): Promise<void> {
    if (this.hasEnded) return;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill('SIGINT');
    const impatience = setTimeout(() => this.child.kill('SIGQUIT'), patienceMs);
    await ended;
    clearTimeout(impatience);
  }

  /** True once a connection succeeds, false when the process ends before; recovery may take its time. */
  private async answers(): Promise<boolean> {
    while (!this.hasEnded) {
      const client = new pg.Client({ connectionString: this.url('postgres'), connectionTimeoutMillis: 5_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return true;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 25));
      } finally {
        await client.end().catch(() => undefined);
      }
    }
    return false;
  }

  private lastWords(): string {
    return readFileSync(this.settings.logFile, 'utf8').split('\n').slice(-12).join('\n');
  }
}
