import { describe, expect, it } from '@jest/globals';
import { permissionRoles } from '../../apps/web/src/features/identity/permission-roles.js';
import { permission, type PermissionName } from '../../libs/identity/src/permission-matrix.js';

describe('the permissions by which pages offer acts', () => {
  it.each(Object.entries(permissionRoles))('%s is what the permission matrix says', (name, { roles, approves }) => {
    const written = permission(name as PermissionName);
    expect({ roles: [...roles], approves }).toEqual({
      roles: [...written.roles],
      approves: written.approves === true,
    });
    expect(written.scope).toBe('edition');
  });
});
