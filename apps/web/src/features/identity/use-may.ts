import { type OfferedPermission, permissionRoles } from './permission-roles.js';
import { useSession } from './use-session.js';

/** Whether the reader holds a permission in an edition: what the server would refuse is not offered. */
export function useMay(slug: string, permission: OfferedPermission): boolean {
  const { user } = useSession();
  const { roles, approves } = permissionRoles[permission];
  return (
    user?.roles.some(
      ({ role, mayApprove, edition }) =>
        edition?.slug === slug && roles.some((one) => one === role) && (!approves || mayApprove),
    ) ?? false
  );
}
