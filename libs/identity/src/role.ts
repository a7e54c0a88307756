/** The roles of design.md §5; the public has none. Administrators hold no edition, every other role belongs to one. */
export const editionRoles = [
  'organiser',
  'executive-organiser',
  'panel-secretary',
  'judge',
  'panel-chair',
  'team-lead',
  'team-member',
  'problem-owner',
  'district-officer',
  'discipline-supervisor',
] as const;

/** Mutually exclusive, and without business data (三权分立). */
export const administratorRoles = ['system-administrator', 'security-administrator', 'audit-administrator'] as const;

export const roles = [...editionRoles, ...administratorRoles] as const;

export type EditionRole = (typeof editionRoles)[number];
export type AdministratorRole = (typeof administratorRoles)[number];
export type Role = (typeof roles)[number];

export function isAdministratorRole(role: Role): role is AdministratorRole {
  return (administratorRoles as readonly Role[]).includes(role);
}

/** Whether the role lets somebody judge in an edition. */
export function isJudgingRole(role: Role): boolean {
  return role === 'judge' || role === 'panel-chair';
}
