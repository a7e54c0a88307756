import { permission, type PermissionName } from './permission-matrix.js';
import type { SignedIn } from './signed-in.js';

/**
 * Whether the matrix allows `name` to this person, for an object of `editionId` (null where the scope needs none, or
 * where no such object exists: then nobody is allowed, so that the answer tells nothing about what exists).
 */
export function isAllowed(person: SignedIn, name: PermissionName, editionId: string | null): boolean {
  const { roles, scope, approves } = permission(name);
  if (roles.length === 0) return true;
  return person.grants.some(
    (grant) =>
      roles.includes(grant.role) &&
      (approves !== true || grant.mayApprove) &&
      (scope !== 'edition' || (editionId !== null && grant.editionId === editionId)),
  );
}
