import { migrations } from './migrations/index.js';
import { migrationsTable } from './grants.js';

/** Anything that runs SQL and answers rows: a data source, or a client wrapped in a line. */
export type Query = (sql: string, parameters?: unknown[]) => Promise<readonly Record<string, unknown>[]>;

export type SchemaVersion = {
  /** Migrations of this build that the database has not seen, oldest first. */
  readonly pending: readonly string[];
  /** Migrations the database has seen and this build does not know: it was migrated by a newer Leitai. */
  readonly unknown: readonly string[];
};

const knownNames = migrations.map((migration) => migration.name);

/** Compares the migrations of this build with those the database has seen. */
export async function schemaVersion(query: Query): Promise<SchemaVersion> {
  const [table] = await query(`SELECT to_regclass('public.${migrationsTable}') IS NOT NULL AS present`);
  const rows = table?.present === true ? await query(`SELECT name FROM public.${migrationsTable}`) : [];
  const applied = new Set(rows.map((row) => String(row.name)));
  return {
    pending: knownNames.filter((name) => !applied.has(name)),
    unknown: [...applied].filter((name) => !knownNames.includes(name)),
  };
}

/** The database's schema is not the one this build was made for. */
export class SchemaVersionError extends Error {
  constructor(version: SchemaVersion) {
    super(
      version.unknown.length > 0
        ? `The database was migrated by a newer Leitai (it knows ${version.unknown.join(', ')}). Run that version, or restore a backup.`
        : `The database lacks ${version.pending.length} migration(s), the first is ${version.pending[0]}. Run \`leitai migrate\`.`,
    );
    this.name = 'SchemaVersionError';
  }
}

/** @throws SchemaVersionError unless the schema is exactly the one of this build. */
export async function assertSchemaCurrent(query: Query): Promise<void> {
  const version = await schemaVersion(query);
  if (version.pending.length + version.unknown.length > 0) throw new SchemaVersionError(version);
}
