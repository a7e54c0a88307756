import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities/index.js';
import { migrations } from './migrations/index.js';

export type DataSourceSettings = {
  /** Connections of this process; default 8. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`; default `leitai`. */
  readonly applicationName?: string;
  /** What to do when an idle connection breaks, as when the server restarts; default: say so on stderr. */
  readonly onPoolError?: (error: Error) => void;
};

function reportPoolError(error: Error): void {
  process.stderr.write(`A database connection was lost: ${error.message}\n`);
}

/** Options of a data source on `url`; entities and migrations are listed, never found by a pattern. */
export function dataSourceOptions(url: string, settings: DataSourceSettings = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    migrations,
    synchronize: false,
    migrationsRun: false,
    // TypeORM would create the uuid-ossp extension, which the application's role may not; ids are made in the application.
    installExtensions: false,
    poolSize: settings.poolSize ?? 8,
    applicationName: settings.applicationName ?? 'leitai',
    connectTimeoutMS: 10_000,
    poolErrorHandler: settings.onPoolError ?? reportPoolError,
    logging: false,
  };
}

/** The options for Nest's TypeOrmModule, from the configuration of this process. */
export function typeOrmOptions(
  config: { readonly database: { readonly url: string | undefined; readonly poolSize: number } },
  settings: DataSourceSettings = {},
): DataSourceOptions & { retryAttempts: number; retryDelay: number } {
  if (config.database.url === undefined) throw new TypeError('DATABASE_URL is missing');
  const options = dataSourceOptions(config.database.url, { poolSize: config.database.poolSize, ...settings });
  // Nest's default of ten tries of three seconds would hide a wrong address for half a minute.
  return { ...options, retryAttempts: 3, retryDelay: 500 };
}

/** A data source that is not yet connected: call `initialize()`, and `destroy()` at the end. */
export function createDataSource(url: string, settings: DataSourceSettings = {}): DataSource {
  return new DataSource(dataSourceOptions(url, settings));
}
