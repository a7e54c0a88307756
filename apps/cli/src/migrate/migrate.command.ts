import { Command } from 'commander';

/** `leitai migrate`: brings the operator's database to the schema of this version. */
export function migrateCommand(): Command {
  return new Command('migrate')
    .description('bring the database of DATABASE_MIGRATION_URL to the schema of this version')
    .action(async () => {
      const { runMigrate } = await import('./run-migrate.js');
      await runMigrate();
    });
}
