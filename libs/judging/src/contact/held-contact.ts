import type { EntityManager } from 'typeorm';
import { type BilingualText, DomainError } from '#domain';
import { isJudgingRole, permission, roles as allRoles } from '#identity';

export interface PendingContact {
  readonly id: string;
  readonly email: string;
  readonly proposedBy: string;
}

/** A judge whose address is to change. */
export interface ContactJudge {
  readonly id: string;
  readonly editionId: string;
  readonly edition: BilingualText;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'zh' | 'en';
  /** What awaits a second person. */
  readonly change: PendingContact | null;
}

type HeldJudge = Omit<ContactJudge, 'userId'> & { readonly userId: string | null };

/**
 * Of two who act on one judge the second waits here, and finds what the first did.
 *
 * @returns the judge; without an account that can sign in, id and address are null
 * @throws DomainError `not-found`
 */
export async function holdChange(manager: EntityManager, slug: string, judgeId: string): Promise<HeldJudge> {
  await manager.query('select from judges where id = $1 for no key update', [judgeId]);
  const [judge] = await manager.query<HeldJudge[]>(
    `select j.id, j.edition_id as "editionId", json_build_object('zh', e.name_zh, 'en', e.name_en) as edition,
       u.id as "userId", u.display_name as name, u.email, u.locale,
       case when c.id is not null then
         json_build_object('id', c.id, 'email', c.email, 'proposedBy', c.proposed_by) end as change
     from judges j join editions e on e.id = j.edition_id and e.slug = $1
     left join users u on u.id = j.user_id and u.disabled_at is null
     left join judge_contact_changes c on c.judge_id = j.id and c.outcome is null where j.id = $2`,
    [slug, judgeId],
  );
  if (!judge) throw new DomainError('not-found', { judge: judgeId });
  return judge;
}

/** As {@link holdChange}, of a judge with an account. @throws DomainError `judge-without-account` too */
export async function holdContact(manager: EntityManager, slug: string, judgeId: string): Promise<ContactJudge> {
  const judge = await holdChange(manager, slug, judgeId);
  const { userId } = judge;
  if (userId === null) throw new DomainError('judge-without-account');
  return { ...judge, userId };
}

/**
 * An address opens an account in every edition: who changes it belongs to the office of each in which the account judges
 * or has an entry, and the account has no other role anywhere. So the office of one edition gets at no account of another,
 * and at none with a right that only the security administrator gives.
 *
 * @param approves whether the actor is the second person
 * @throws DomainError `account-beyond-office`
 */
export async function assertWithinOffice(
  manager: EntityManager,
  { userId }: ContactJudge,
  actor: string,
  approves: boolean,
): Promise<void> {
  const { roles } = permission('judge-contact.approve');
  const beyond = await manager.query<unknown[]>(
    `select from (
       select edition_id, role <> all ($5) as beyond from role_grants where user_id = $1 and revoked_at is null
       union select e.edition_id, false from entries e where e.lead_user_id = $1
         or exists (select from team_members m where m.entry_id = e.id and m.user_id = $1)
     ) x where x.beyond or not exists (
       select from role_grants g where g.user_id = $2 and g.revoked_at is null and g.edition_id = x.edition_id
         and g.role = any ($3) and (g.may_approve or not $4)) limit 1`,
    [userId, actor, roles, approves, allRoles.filter(isJudgingRole)],
  );
  if (beyond.length > 0) throw new DomainError('account-beyond-office');
}
