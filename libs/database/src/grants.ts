import type { Client } from 'pg';
import { appRole } from './app-role.js';
import { appendOnlyTables } from './append-only-tables.js';
import { queueSchema } from './queue-sequences.js';

/** Written by `leitai migrate` alone; the application only looks whether the schema is current. */
export const migrationsTable = 'migrations';

const statements = (tables: readonly string[]) => [
  `GRANT USAGE ON SCHEMA public, ${queueSchema} TO ${appRole}`,
  // Revoked and granted anew, so that the rights are exactly these whatever an earlier version granted.
  `REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${appRole}, PUBLIC`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${appRole}`,
  `REVOKE UPDATE, DELETE ON ${tables.join(', ')} FROM ${appRole}`,
  `REVOKE INSERT, UPDATE, DELETE ON ${migrationsTable} FROM ${appRole}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${appRole}`,
  `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${appRole}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ${appRole}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${queueSchema} TO ${appRole}`,
  `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ${appRole}`,
];

/** Gives the application's role its rights, and no more, in one transaction: running processes never see it without. */
export async function grantRights(owner: Client): Promise<void> {
  await owner.query('BEGIN');
  try {
    for (const statement of statements(appendOnlyTables.map((table) => owner.escapeIdentifier(table)))) {
      await owner.query(statement);
    }
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}
