export { assertLeastPrivilege, ExcessPrivilegeError } from './append-only-check.js';
export { appendOnlyTables } from './append-only-tables.js';
export { appRole, type AppRoleOutcome } from './app-role.js';
export { createDataSource, typeOrmOptions, type DataSourceSettings } from './data-source.js';
export * from './entities/index.js';
export { queueNames, queueSchema } from './queue-sequences.js';
export { migrate, type MigrateOptions, type MigrateOutcome } from './migrate.js';
export {
  assertSchemaCurrent,
  schemaVersion,
  SchemaVersionError,
  type Query,
  type SchemaVersion,
} from './schema-version.js';
