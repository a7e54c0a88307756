import { loadConfig } from '#config';
import { Refusal } from '../start/refusal.js';

/** Where DATABASE_URL names the application's role with a password, that password is given to a role made now. */
function passwordOf(url: string | undefined, appRole: string): string | undefined {
  const parsed = url === undefined ? undefined : new URL(url);
  if (parsed?.username !== appRole || parsed.password === '') return undefined;
  return decodeURIComponent(parsed.password);
}

export async function runMigrate(): Promise<void> {
  const { database } = loadConfig();
  if (database.migrationUrl === undefined) {
    throw new Refusal('DATABASE_MIGRATION_URL is missing: the address of the database as its owner.');
  }
  // Loaded only now: a missing setting is told at once.
  const { appRole, migrate } = await import('#database');
  const appPassword = passwordOf(database.url, appRole);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const { applied, appRole: role } = await migrate(database.migrationUrl, { appPassword, report: say });
  say(applied.length === 0 ? 'the schema is current' : `${applied.length} migration(s) applied`);
  if (role.state === 'missing') {
    throw new Refusal(
      `The role ${appRole} is missing and may not be made by this owner. As an administrator of the server, run\n` +
        `  ${role.sql}\nand then \`leitai migrate\` again, which grants its rights.`,
    );
  }
  if (role.state === 'present') return;
  say(`made the role ${appRole}`);
  if (appPassword === undefined) say(`it has no password yet: ALTER ROLE ${appRole} PASSWORD '…';`);
}
