import type { EntityManager } from 'typeorm';
import { isAdministratorRole, type Role } from '#identity';
import { authorityFor } from './user-authority.js';
import { type UserDesk, withUserDesk } from './user-desk.js';
import type { GrantFlags, UserFlags } from './user-flags.js';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The token stands behind `#`, where no server, proxy or log sees it. */
function sayLink({ publicOrigin }: UserDesk, token: string): void {
  say('One-time link, good for 72 hours:');
  say(`${publicOrigin}/set-password#token=${token}`);
}

async function give(
  desk: UserDesk,
  manager: EntityManager,
  userId: string,
  { flags, grantedBy }: { flags: GrantFlags; grantedBy: string | null },
): Promise<void> {
  const editionId = flags.edition === undefined ? null : await desk.roles.editionId(manager, flags.edition);
  const mayApprove = flags.mayApprove ?? false;
  await desk.roles.grant(manager, { userId, role: flags.role, editionId, mayApprove, grantedBy });
}

/** Makes an account, gives it its role and prints its link; all of it or nothing. */
export async function createUser(flags: UserFlags): Promise<void> {
  await withUserDesk(async (desk) => {
    const grantedBy = await authorityFor(desk, flags.role, flags.by);
    const token = await desk.dataSource.transaction(async (manager) => {
      const { email, name: displayName, locale } = flags;
      const userId = await desk.users.create(manager, { email, displayName, locale });
      await give(desk, manager, userId, { flags, grantedBy });
      return desk.links.issue(manager, userId);
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

/** A new link for somebody who lost the last one. For others than administrators the security administrator answers. */
export async function issueLink({ email, by }: { email: string; by?: string }): Promise<void> {
  await withUserDesk(async (desk) => {
    const userId = await desk.users.idOf(desk.dataSource.manager, email);
    const held = await desk.roles.rolesOf(userId);
    const role: Role = held.find((one) => isAdministratorRole(one.role))?.role ?? 'organiser';
    await authorityFor(desk, role, by);
    sayLink(desk, await desk.dataSource.transaction((manager) => desk.links.issue(manager, userId)));
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

export async function disableUser({ email }: { email: string }): Promise<void> {
  await withUserDesk(async (desk) => {
    await desk.users.disable(email);
    say(`${email} can sign in no more.`);
  });
}
