import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type AppConfig } from '#config';
import type { TestDatabase } from './postgres.js';
import { testRedisUrl } from './redis.js';

/** Variables as a process under test sees them: the spec's own database, and the run's queue back end. */
export function testEnvironment(
  database: TestDatabase,
  changes: Record<string, string | undefined> = {},
): Record<string, string | undefined> {
  return {
    LEITAI_MODE: 'test',
    LEITAI_DATA: join(process.env.TEST_RUN_FOLDER ?? tmpdir(), 'data', new URL(database.appUrl).pathname),
    DATABASE_URL: database.appUrl,
    DATABASE_MIGRATION_URL: undefined,
    DATABASE_POOL_SIZE: '4',
    REDIS_URL: testRedisUrl(),
    LOG_LEVEL: 'warn',
    ...changes,
  };
}

/** The configuration a module under test would read, on the spec's own database and the run's queue back end. */
export function testConfig(database: TestDatabase, changes: Record<string, string | undefined> = {}): AppConfig {
  return loadConfig(testEnvironment(database, changes));
}
