import pg from 'pg';
import type { DataFolder } from './data-folder.js';
import { ensureCluster } from './postgres/cluster.js';
import { placePostgres, rememberPlacement } from './postgres/placement.js';
import { PostgresServer, type ServerSettings } from './postgres/server.js';
import type { Progress } from './progress.js';

const database = 'leitai';

/** Entities, TypeORM and queue: asked for while the server starts, and by no start that is refused before. */
const databaseLibrary = () => import('#database');

/** The database of the data folder: its server, kept running, and its one database. */
export class EmbeddedDatabase {
  private isStopping = false;

  private constructor(
    private readonly settings: ServerSettings,
    private server: PostgresServer,
    private readonly app: { readonly role: string; readonly password: string },
  ) {}

  static async start(folder: DataFolder, progress: Progress): Promise<EmbeddedDatabase> {
    const library = databaseLibrary();
    const { ownerPassword, appPassword } = folder.secrets();
    const placement = await placePostgres(folder.path, progress.say);
    const made = await ensureCluster(placement, ownerPassword);
    await rememberPlacement(folder.path, placement);
    if (made) progress.say(`made a new database in ${placement.dataDir}`);
    const settings = { placement, ownerPassword, logFile: folder.log('postgres') };
    const server = await PostgresServer.start(settings);
    const { appRole } = await library;
    return new EmbeddedDatabase(settings, server, { role: appRole, password: appPassword });
  }

  get appUrl(): string {
    return this.server.url(database, this.app.role, this.app.password);
  }

  get ownerUrl(): string {
    return this.server.url(database);
  }

  /** Makes the database when it is not there, and brings it to the schema of this build. */
  async migrate(say: (line: string) => void): Promise<void> {
    await this.asAdmin(async (admin) => {
      const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [database]);
      if (found.rowCount === 0) await admin.query(`CREATE DATABASE ${database}`);
    });
    const { migrate } = await databaseLibrary();
    await migrate(this.ownerUrl, { appPassword: this.app.password, resetAppPassword: true, report: say });
  }

  /** Throws everything away. Only for what an interrupted load of the demo left behind. */
  async drop(): Promise<void> {
    await this.asAdmin((admin) => admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
  }

  /** Starts the server again, on the same port, whenever it ends; `onLost` is called when that fails. */
  keepRunning(say: (line: string) => void, onLost: (error: unknown) => void): void {
    this.server.onExit(() => {
      if (this.isStopping) return;
      say('the database server ended; starting it again');
      PostgresServer.start(this.settings, this.server.port).then((server) => {
        this.server = server;
        if (this.isStopping) return server.stop(0);
        say('the database server is back');
        this.keepRunning(say, onLost);
        return undefined;
      }, onLost);
    });
  }

  async stop(patienceMs: number): Promise<void> {
    this.isStopping = true;
    await this.server.stop(patienceMs);
  }

  private async asAdmin(act: (admin: pg.Client) => Promise<unknown>): Promise<void> {
    const admin = new pg.Client({ connectionString: this.server.url('postgres') });
    admin.on('error', () => undefined);
    await admin.connect();
    try {
      await act(admin);
    } finally {
      await admin.end();
    }
  }
}
