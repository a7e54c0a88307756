import type { EntityManager } from 'typeorm';
import { permission, type PermissionName } from './permission-matrix.js';

/** How many others than the reader may be the second person of an act in an edition. */
export async function otherApprovers(
  manager: EntityManager,
  editionId: string,
  name: PermissionName,
  readerId: string,
): Promise<number> {
  const [row] = await manager.query<{ others: number }[]>(
    `select count(distinct g.user_id)::int as others from role_grants g join users u on u.id = g.user_id
     where g.edition_id = $1 and g.role = any ($2) and g.may_approve and g.revoked_at is null
       and u.disabled_at is null and g.user_id <> $3`,
    [editionId, permission(name).roles, readerId],
  );
  return row?.others ?? 0;
}
