export { isAllowed } from './access.js';
export { IdentityModule } from './identity.module.js';
export { isScopedNoun, ObjectScopeService, type ScopedNoun } from './object-scope.service.js';
export {
  fieldClasses,
  permission,
  permissionMatrix,
  type FieldClass,
  type ObjectScope,
  type Permission,
  type PermissionName,
} from './permission-matrix.js';
export {
  administratorRoles,
  editionRoles,
  isAdministratorRole,
  roles,
  type AdministratorRole,
  type EditionRole,
  type Role,
} from './role.js';
export { SessionPolicy } from './session-policy.js';
export { SessionService } from './session.service.js';
export type { Grant, SignedIn } from './signed-in.js';
