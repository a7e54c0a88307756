import { describe, expect, it } from '@jest/globals';
import { isAllowed } from './access.js';
import { permissionMatrix, type Permission } from './permission-matrix.js';
import { administratorRoles, isAdministratorRole } from './role.js';
import type { Grant } from './signed-in.js';

const personWith = (...grants: Grant[]) => ({
  sessionHash: '',
  userId: 'u',
  displayName: 'n',
  locale: 'zh' as const,
  grants,
});
const grant = (role: Grant['role'], editionId: string | null, mayApprove = false): Grant => ({
  role,
  editionId,
  mayApprove,
});

describe('isAllowed', () => {
  it('opens an edition only to a role held in that edition', () => {
    const organiser = personWith(grant('organiser', 'a'));
    expect(isAllowed(organiser, 'ranking.read', 'a')).toBe(true);
    expect(isAllowed(organiser, 'ranking.read', 'b')).toBe(false);
    expect(isAllowed(organiser, 'ranking.read', null)).toBe(false);
  });

  it('does not add up two grants: the approving role has to be the one of this edition', () => {
    const person = personWith(grant('organiser', 'a'), grant('organiser', 'b', true), grant('judge', 'a', true));
    expect(isAllowed(person, 'award-list.publish', 'a')).toBe(false);
    expect(isAllowed(person, 'award-list.publish', 'b')).toBe(true);
  });

  it('gives a person without a role nothing but what everyone signed in may', () => {
    const open = Object.entries<Permission>(permissionMatrix).filter(([, { roles }]) => roles.length === 0);
    expect(open.every(([, { scope }]) => scope === 'signed-in' || scope === 'own')).toBe(true);
    expect(isAllowed(personWith(), 'account.use', null)).toBe(true);
    expect(isAllowed(personWith(), 'assignment.judge', 'a')).toBe(false);
  });
});

describe('the matrix', () => {
  const entries = Object.entries<Permission>(permissionMatrix);

  it('keeps business data from the three administrators', () => {
    for (const [name, { roles, reads, writes }] of entries) {
      if (!roles.some((role) => isAdministratorRole(role))) continue;
      expect([name, [...reads, ...writes].filter((field) => field !== 'grants')]).toEqual([name, []]);
    }
    expect(administratorRoles).toHaveLength(3);
  });

  it("lets no one but a judge write scores on a sheet, and no judge read another's", () => {
    for (const [name, { roles, reads, writes }] of entries) {
      if ((writes as readonly string[]).includes('own-scores')) {
        expect([name, [...roles]]).toEqual([name, ['judge', 'panel-chair']]);
      }
      if ((reads as readonly string[]).includes('scores')) {
        expect([name, roles.includes('judge')]).toEqual([name, false]);
      }
    }
  });
});
