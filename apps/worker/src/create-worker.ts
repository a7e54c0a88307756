import { ConsoleLogger, type INestApplicationContext, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { AppConfig } from '#config';
import { assertLeastPrivilege, assertSchemaCurrent, createDataSource } from '#database';
import { WorkerModule } from './worker.module.js';

const levels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'log', 'debug', 'verbose'];
const leastSevere: Readonly<Record<AppConfig['logLevel'], number>> = {
  silent: 0,
  fatal: 1,
  error: 2,
  warn: 3,
  info: 4,
  debug: 5,
  trace: 6,
};

/**
 * The worker, taking jobs from now on.
 * @throws SchemaVersionError, ExcessPrivilegeError when the database is not the one this build was made for
 */
export async function createWorker(config: AppConfig): Promise<INestApplicationContext> {
  await assertDatabase(config);
  const logLevels = levels.slice(0, leastSevere[config.logLevel]);
  return NestFactory.createApplicationContext(WorkerModule.register(config), {
    abortOnError: false,
    logger: logLevels.length === 0 ? false : new ConsoleLogger({ json: true, logLevels }),
  });
}

/** Before any processor exists: a job must never run on a schema or with rights it was not made for. */
async function assertDatabase({ database }: AppConfig): Promise<void> {
  if (database.url === undefined) throw new TypeError('DATABASE_URL is missing');
  const dataSource = createDataSource(database.url, { poolSize: 1, applicationName: 'leitai worker start' });
  await dataSource.initialize();
  try {
    await assertSchemaCurrent((sql, parameters) => dataSource.query<Record<string, unknown>[]>(sql, parameters));
    await assertLeastPrivilege(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
