import type { EntityManager } from 'typeorm';
import { isAdministratorRole, type Role } from '#identity';
import { commandLine } from '#ledger';
import { authorityFor } from './user-authority.js';
import { type UserDesk, withUserDesk } from './user-desk.js';
import type { AccountFlags, GrantFlags, RoleFlags, UserFlags } from './user-flags.js';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The token stands behind `#`, where no server, proxy or log sees it. */
function sayLink({ publicOrigin }: UserDesk, token: string): void {
  say('One-time link, good for 72 hours:');
  say(`${publicOrigin}/set-password#token=${token}`);
}

/** The uuid of the edition that the flags name, or null. */
function editionOf(desk: UserDesk, manager: EntityManager, { edition }: RoleFlags): Promise<string | null> {
  return edition === undefined ? Promise.resolve(null) : desk.roles.editionId(manager, edition);
}

/**
 * Who answers for an act on an existing account: whoever runs the system for an administrator's, the security
 * administrator for every other.
 */
async function authorityOver(desk: UserDesk, userId: string, by: string | undefined): Promise<string> {
  const held = await desk.roles.rolesOf(userId);
  const role: Role = held.find((one) => isAdministratorRole(one.role))?.role ?? 'organiser';
  return (await authorityFor(desk, role, by)) ?? commandLine;
}

async function give(
  desk: UserDesk,
  manager: EntityManager,
  userId: string,
  { flags, grantedBy }: { flags: GrantFlags; grantedBy: string | null },
): Promise<void> {
  const editionId = await editionOf(desk, manager, flags);
  const mayApprove = flags.mayApprove ?? false;
  await desk.roles.grant(manager, { userId, role: flags.role, editionId, mayApprove, grantedBy });
}

/** Makes an account, gives it its role and prints its link; all of it or nothing. */
export async function createUser(flags: UserFlags): Promise<void> {
  await withUserDesk(async (desk) => {
    const grantedBy = await authorityFor(desk, flags.role, flags.by);
    const token = await desk.dataSource.transaction(async (manager) => {
      const { email, name: displayName, locale } = flags;
      const userId = await desk.users.create(manager, { email, displayName, locale }, grantedBy ?? commandLine);
      await give(desk, manager, userId, { flags, grantedBy });
      return desk.links.issue(manager, userId, grantedBy ?? commandLine);
    });
    say(`${flags.email} is ${flags.role}${flags.edition === undefined ? '' : ` of ${flags.edition}`}.`);
    sayLink(desk, token);
  });
}

export async function grantRole(flags: GrantFlags): Promise<void> {
  await withUserDesk(async (desk) => {
    const grantedBy = await authorityFor(desk, flags.role, flags.by);
    await desk.dataSource.transaction(async (manager) => {
      const userId = await desk.users.idOf(manager, flags.email);
      await give(desk, manager, userId, { flags, grantedBy });
    });
    say(`${flags.email} is ${flags.role}${flags.edition === undefined ? '' : ` of ${flags.edition}`}.`);
  });
}

/** Takes one role back; the others, and the account, stay. */
export async function revokeRole(flags: RoleFlags): Promise<void> {
  await withUserDesk(async (desk) => {
    const revokedBy = (await authorityFor(desk, flags.role, flags.by)) ?? commandLine;
    await desk.dataSource.transaction(async (manager) => {
      const userId = await desk.users.idOf(manager, flags.email);
      const editionId = await editionOf(desk, manager, flags);
      await desk.roles.revoke(manager, { userId, role: flags.role, editionId, revokedBy });
    });
    say(`${flags.email} is no longer ${flags.role}${flags.edition === undefined ? '' : ` of ${flags.edition}`}.`);
  });
}

/** A new link for somebody who lost the last one. For others than administrators the security administrator answers. */
export async function issueLink({ email, by }: AccountFlags): Promise<void> {
  await withUserDesk(async (desk) => {
    const userId = await desk.users.idOf(desk.dataSource.manager, email);
    const actor = await authorityOver(desk, userId, by);
    sayLink(desk, await desk.dataSource.transaction((manager) => desk.links.issue(manager, userId, actor)));
  });
}

export async function listUsers(): Promise<void> {
  await withUserDesk(async (desk) => {
    for (const { email, displayName, isDisabled, roles } of await desk.users.list()) {
      const held = roles.map(({ role, edition, mayApprove }) =>
        [role, ...(edition === null ? [] : [`of ${edition}`]), ...(mayApprove ? ['(may approve)'] : [])].join(' '),
      );
      say([email, displayName, isDisabled ? 'disabled' : 'active', held.join(', ') || '–'].join('\t'));
    }
  });
}

export async function disableUser({ email, by }: AccountFlags): Promise<void> {
  await withUserDesk(async (desk) => {
    const actor = await authorityOver(desk, await desk.users.idOf(desk.dataSource.manager, email), by);
    await desk.users.disable(email, actor);
    say(`${email} can sign in no more.`);
  });
}
