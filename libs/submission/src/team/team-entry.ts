import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';

/** An entry of a person's team, locked until the transaction ends. */
export interface TeamEntry {
  readonly id: string;
  readonly publicId: string;
  readonly editionId: string;
  readonly edition: { readonly zh: string; readonly en: string };
  readonly title: string;
  readonly number: number | null;
  readonly state: 'draft' | 'submitted' | 'withdrawn';
  readonly leadUserId: string | null;
}

export interface EntryMember {
  /** Of the person in the team; the one that addresses name. */
  readonly publicId: string;
  readonly role: 'lead' | 'member' | 'adviser';
  readonly name: string;
  readonly countryCode: string | null;
  readonly userId: string | null;
}

const columns = `e.id, e.public_id as "publicId", e.edition_id as "editionId", e.title, e.number, e.state,
  e.lead_user_id as "leadUserId",
  (select json_build_object('zh', d.name_zh, 'en', d.name_en) from editions d where d.id = e.edition_id) as edition`;

/** @throws DomainError `not-found` for whoever is not of its team */
export async function teamEntry(manager: EntityManager, publicId: string, userId: string): Promise<TeamEntry> {
  const [entry] = await manager.query<TeamEntry[]>(
    `select ${columns} from entries e where e.public_id = $1 and entry_is_read_by(e, $2) for no key update`,
    [publicId, userId],
  );
  if (!entry) throw new DomainError('not-found', { entry: publicId });
  return entry;
}

/** An entry that the person leads and that was not withdrawn. @throws DomainError `not-found`, `lead-only`, `entry-withdrawn` */
export async function ledEntry(manager: EntityManager, publicId: string, userId: string): Promise<TeamEntry> {
  const entry = await teamEntry(manager, publicId, userId);
  if (entry.leadUserId !== userId) throw new DomainError('lead-only');
  if (entry.state === 'withdrawn') throw new DomainError('entry-withdrawn', { entry: publicId });
  return entry;
}

/** @throws DomainError `not-found` */
export async function memberOf(manager: EntityManager, entryId: string, memberId: string): Promise<EntryMember> {
  const [member] = await manager.query<EntryMember[]>(
    `select public_id as "publicId", role, name, country_code as "countryCode", user_id as "userId"
     from team_members where entry_id = $1 and public_id = $2 for update`,
    [entryId, memberId],
  );
  if (!member) throw new DomainError('not-found', { member: memberId });
  return member;
}

/** Whether the person judges in the edition. */
export async function judgesIn(manager: EntityManager, editionId: string, userId: string): Promise<boolean> {
  const grants = await manager.query<unknown[]>(
    `select from role_grants where user_id = $1 and edition_id = $2 and role in ('judge', 'panel-chair')
       and revoked_at is null limit 1`,
    [userId, editionId],
  );
  return grants.length > 0;
}
