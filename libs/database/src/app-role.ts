import type { Client } from 'pg';

/** The one role api and worker connect as. */
export const appRole = 'leitai_app';

export type AppRoleOutcome =
  | { readonly state: 'created' | 'present' }
  /** The owner may not create roles: `sql` is what an administrator of the server has to run before `leitai migrate`. */
  | { readonly state: 'missing'; readonly sql: string };

const duplicateObject = '42710';
const uniqueViolation = '23505';
const insufficientPrivilege = '42501';

function sqlState(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

async function createRole(owner: Client, password: string | undefined): Promise<AppRoleOutcome> {
  const credential = password === undefined ? '' : ` PASSWORD ${owner.escapeLiteral(password)}`;
  try {
    await owner.query(`CREATE ROLE ${appRole} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE${credential}`);
    return { state: 'created' };
  } catch (error) {
    const code = sqlState(error);
    // Roles belong to the whole server: another database's migration may have been quicker.
    if (code === duplicateObject || code === uniqueViolation) return { state: 'present' };
    if (code !== insufficientPrivilege) throw error;
    return { state: 'missing', sql: `CREATE ROLE ${appRole} LOGIN PASSWORD '…';` };
  }
}

/**
 * Makes the role where the owner may. A password is set only on a role made here, or where `resetPassword` says that
 * the whole server is ours.
 */
export async function ensureAppRole(
  owner: Client,
  options: { readonly password?: string; readonly resetPassword?: boolean },
): Promise<AppRoleOutcome> {
  const found = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [appRole]);
  if (found.rowCount === 0) return createRole(owner, options.password);
  if (options.resetPassword === true && options.password !== undefined) {
    await owner.query(`ALTER ROLE ${appRole} LOGIN PASSWORD ${owner.escapeLiteral(options.password)}`);
  }
  return { state: 'present' };
}
