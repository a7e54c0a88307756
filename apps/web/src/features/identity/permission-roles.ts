/**
 * Of the permission matrix what decides whether a page offers an act; the server decides whether it happens. A test holds
 * both together.
 */
export const permissionRoles = {
  'translation.write': { roles: ['organiser', 'executive-organiser'], approves: false },
  'duplicate.read': { roles: ['organiser', 'executive-organiser'], approves: false },
  'due-diligence.approve': { roles: ['organiser', 'executive-organiser'], approves: true },
  'entry-copy.retry': { roles: ['organiser', 'executive-organiser'], approves: false },
  'sheet-unlock.approve': { roles: ['organiser', 'executive-organiser'], approves: true },
  'calibration.set': { roles: ['organiser', 'executive-organiser'], approves: false },
  'stage.watch-entries': { roles: ['organiser', 'executive-organiser'], approves: false },
  'judge-paper.read': { roles: ['organiser', 'executive-organiser', 'panel-secretary'], approves: false },
  'judge.remind': { roles: ['organiser', 'executive-organiser'], approves: false },
  'judge-roster.approve': { roles: ['organiser', 'executive-organiser'], approves: true },
  'assignment.plan': { roles: ['organiser'], approves: false },
  'conflict-candidate.review': { roles: ['organiser'], approves: false },
  'draw.confirm': { roles: ['organiser'], approves: true },
  'judge-contact.approve': { roles: ['organiser', 'executive-organiser'], approves: true },
  'recusal.read': { roles: ['organiser', 'executive-organiser'], approves: false },
  'recusal.confirm': { roles: ['organiser', 'executive-organiser'], approves: true },
  'recusal.order': { roles: ['organiser', 'executive-organiser'], approves: false },
  'technical-opinion.record': { roles: ['organiser', 'executive-organiser'], approves: false },
  're-review.order': { roles: ['organiser', 'executive-organiser'], approves: false },
  'avoidance.read': { roles: ['organiser'], approves: false },
} as const satisfies Record<string, { roles: readonly string[]; approves: boolean }>;

export type OfferedPermission = keyof typeof permissionRoles;
