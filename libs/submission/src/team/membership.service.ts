import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, type LedgerEventKind } from '#domain';
import { assertNoJudge, RoleService, type IdempotentRequest } from '#identity';
import { LedgerService } from '#ledger';
import type { OpenInvitation } from './invitation-rows.js';
import { ledEntry, memberOf, teamEntry, type EntryMember, type TeamEntry } from './team-entry.js';
import { TeamLetters } from './team-letters.js';
import { TeamTransaction } from './team-transaction.js';

/** Who of a team has joined with an account, and what they may do. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly transaction: TeamTransaction,
    private readonly roles: RoleService,
    private readonly letters: TeamLetters,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * Joins the person's account to the member that an open invitation names, in the caller's transaction.
   *
   * @returns public id of the entry
   * @throws DomainError `invitation-expired`, `already-in-team`, `role-exclusive` for an administrator,
   *   `judge-and-team` for a judge of the edition
   */
  async join(manager: EntityManager, { id, entryId, memberId }: OpenInvitation, userId: string): Promise<string> {
    const entry = await lockedEntry(manager, entryId);
    const [, accepted] = await manager.query<[unknown[], number]>(
      `update team_invitations set accepted_at = now()
       where id = $1 and revoked_at is null and accepted_at is null and expires_at > now()`,
      [id],
    );
    const member = await memberOf(manager, entryId, memberId);
    if (accepted === 0 || member.userId !== null || member.role === 'lead') throw new DomainError('invitation-expired');
    await assertOutside(manager, entry, userId);
    await assertNoJudge(manager, entry.editionId, [userId]);
    await manager.query('update team_members set user_id = $2, joined_at = now() where public_id = $1', [
      ...[memberId, userId],
    ]);
    await this.grantRole(manager, entry, userId);
    await this.record(manager, 'member-joined', entry, memberId, { actor: userId, invitation: id });
    await this.letters.joined(manager, entry, member, id);
    return entry.publicId;
  }

  /** A member’s own leaving; the name stays on the entry. @throws DomainError `not-found`, `lead-stays` for the lead */
  async leave(request: IdempotentRequest, publicId: string): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const entry = await teamEntry(manager, publicId, request.userId);
      if (entry.leadUserId === request.userId) throw new DomainError('lead-stays');
      const [own] = await manager.query<{ id: string }[]>(
        'select public_id as id from team_members where entry_id = $1 and user_id = $2',
        [entry.id, request.userId],
      );
      await this.part(manager, entry, await memberOf(manager, entry.id, own?.id ?? ''), request.userId);
    });
  }

  /** Takes an account off a member; the name stays on the entry. @throws DomainError `not-found`, `lead-only`, `entry-withdrawn` */
  async remove(request: IdempotentRequest, publicId: string, memberId: string): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const entry = await ledEntry(manager, publicId, request.userId);
      await this.part(manager, entry, await memberOf(manager, entry.id, memberId), request.userId);
    });
  }

  /** Whether a member who has joined may change answers and files. @throws DomainError as `remove`; `member-not-joined` */
  async allowEditing(request: IdempotentRequest, publicId: string, memberId: string, mayEdit: boolean): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const entry = await ledEntry(manager, publicId, request.userId);
      const member = await memberOf(manager, entry.id, memberId);
      if (member.userId === null) throw new DomainError('member-not-joined');
      await manager.query('update team_members set may_edit = $2 where public_id = $1', [memberId, mayEdit]);
      await this.record(manager, 'member-editing-set', entry, memberId, { actor: request.userId, mayEdit });
    });
  }

  /**
   * Makes a member who has joined the lead; who led becomes a member. What versions froze stays as it is.
   *
   * @throws DomainError as `allowEditing`
   */
  async transferLead(request: IdempotentRequest, publicId: string, memberId: string): Promise<void> {
    await this.transaction.once(request, async (manager) => {
      const entry = await ledEntry(manager, publicId, request.userId);
      const member = await memberOf(manager, entry.id, memberId);
      if (member.userId === null) throw new DomainError('member-not-joined');
      await keepFormerLead(manager, entry.id, request.userId);
      await manager.query(
        `update team_members set role = 'lead', user_id = null, joined_at = null, may_edit = false where public_id = $1`,
        [memberId],
      );
      await manager.query('update entries set lead_user_id = $2 where id = $1', [entry.id, member.userId]);
      await this.grantRole(manager, entry, request.userId);
      const body = { actor: request.userId, lead: member.userId };
      await this.record(manager, 'lead-transferred', entry, memberId, body);
    });
  }

  private async part(manager: EntityManager, entry: TeamEntry, member: EntryMember, actor: string): Promise<void> {
    if (member.userId === null) throw new DomainError('member-not-joined');
    await manager.query('update team_members set user_id = null where public_id = $1', [member.publicId]);
    await this.record(manager, 'member-left', entry, member.publicId, { actor });
    await this.letters.parted(manager, entry, member, actor !== member.userId);
    const role = { userId: member.userId, role: 'team-member' as const, editionId: entry.editionId };
    if (!(await isMemberIn(manager, role)) && (await holds(manager, role))) {
      await this.roles.revoke(manager, { ...role, revokedBy: actor });
    }
  }

  private async grantRole(manager: EntityManager, { editionId }: TeamEntry, userId: string): Promise<void> {
    const role = { userId, role: 'team-member' as const, editionId };
    if (!(await holds(manager, role))) await this.roles.grant(manager, { ...role, grantedBy: null });
  }

  private async record(
    manager: EntityManager,
    kind: LedgerEventKind,
    entry: TeamEntry,
    member: string,
    body: Readonly<Record<string, string | boolean>>,
  ): Promise<void> {
    await this.ledger.record(manager, { kind, subject: { edition: entry.editionId, entry: entry.id, member }, body });
  }
}

interface HeldRole {
  readonly userId: string;
  readonly editionId: string;
}

async function lockedEntry(manager: EntityManager, entryId: string): Promise<TeamEntry> {
  const rows = await manager.query<TeamEntry[]>(
    `select e.id, e.public_id as "publicId", e.edition_id as "editionId", e.title, e.number, e.state,
       e.lead_user_id as "leadUserId", json_build_object('zh', d.name_zh, 'en', d.name_en) as edition
     from entries e join editions d on d.id = e.edition_id where e.id = $1 for no key update of e`,
    [entryId],
  );
  return rows[0] as TeamEntry;
}

async function assertOutside(manager: EntityManager, entry: TeamEntry, userId: string): Promise<void> {
  const inside = await manager.query<unknown[]>('select from team_members where entry_id = $1 and user_id = $2', [
    ...[entry.id, userId],
  ]);
  if (entry.leadUserId === userId || inside.length > 0) throw new DomainError('already-in-team');
}

/** Who led keeps a place in the team: the lead's row, or a new one where the form names no lead. */
async function keepFormerLead(manager: EntityManager, entryId: string, userId: string): Promise<void> {
  const [, changed] = await manager.query<[unknown[], number]>(
    `update team_members set role = 'member', user_id = $2, joined_at = now(), may_edit = true
     where entry_id = $1 and role = 'lead'`,
    [entryId, userId],
  );
  if (changed > 0) return;
  await manager.query(
    `insert into team_members (id, entry_id, role, name, position, user_id, joined_at, may_edit)
     select gen_random_uuid(), $1, 'member', u.display_name,
       (select coalesce(max(m.position), -1) + 1 from team_members m where m.entry_id = $1), u.id, now(), true
     from users u where u.id = $2`,
    [entryId, userId],
  );
}

async function isMemberIn(manager: EntityManager, { userId, editionId }: HeldRole): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `select from team_members m join entries e on e.id = m.entry_id
     where m.user_id = $1 and e.edition_id = $2 limit 1`,
    [userId, editionId],
  );
  return rows.length > 0;
}

async function holds(manager: EntityManager, { userId, editionId }: HeldRole): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `select from role_grants where user_id = $1 and edition_id = $2 and role = 'team-member' and revoked_at is null`,
    [userId, editionId],
  );
  return rows.length > 0;
}
