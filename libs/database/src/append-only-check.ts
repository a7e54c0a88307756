import type { DataSource } from 'typeorm';
import { appendOnlyTables } from './append-only-tables.js';

type Excess = { role: string; name: string; privileges: string };

const excessSql = `
  SELECT current_user AS role, t.name, string_agg(p.privilege, ', ' ORDER BY p.privilege) AS privileges
    FROM unnest($1::text[]) AS t (name)
   CROSS JOIN unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) AS p (privilege)
   WHERE CASE p.privilege
           WHEN 'UPDATE' THEN has_any_column_privilege('public.' || quote_ident(t.name), 'UPDATE')
           ELSE has_table_privilege('public.' || quote_ident(t.name), p.privilege)
         END
   GROUP BY t.name
   ORDER BY t.name`;

/** The role this process connects as could change rows that are never to change. */
export class ExcessPrivilegeError extends Error {
  constructor(readonly excess: readonly Excess[]) {
    const list = excess.map(({ name, privileges }) => `${name} (${privileges})`).join(', ');
    super(
      `The database role ${excess[0]?.role} could change append-only tables: ${list}. ` +
        'Let DATABASE_URL name the role leitai_app, whose rights `leitai migrate` sets.',
    );
    this.name = 'ExcessPrivilegeError';
  }
}

/**
 * Refuses a role that is more than the application needs: an owner or superuser could rewrite scores unseen.
 * @throws ExcessPrivilegeError naming the role, the tables and the rights.
 */
export async function assertLeastPrivilege(dataSource: Pick<DataSource, 'query'>): Promise<void> {
  const excess = await dataSource.query<Excess[]>(excessSql, [[...appendOnlyTables]]);
  if (excess.length > 0) throw new ExcessPrivilegeError(excess);
}
