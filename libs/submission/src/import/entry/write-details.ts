import type { EntityManager } from 'typeorm';
import type { ImportedMember } from '#domain';
import type { LedgerService } from '#ledger';
import { sortKeyOf } from '../../team/sort-key.js';
import type { StandingMember } from './standing-entries.js';

/** Latin name and contact of a person, by the place in the entry's team. */
export interface PersonDetails {
  readonly entryId: string;
  readonly position: number;
  readonly name: string;
  readonly latinName: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/**
 * Details that differ from what stands. Whoever has withdrawn the consent to their storage keeps what is stored, unread and
 * unchanged, until it is given again or erased.
 *
 * @param before the people whose places they take, as matched; none of a new entry
 */
export function changedDetails(
  entryId: string,
  members: readonly ImportedMember[],
  before: readonly (StandingMember | undefined)[] = [],
): PersonDetails[] {
  return members.flatMap(({ name, latinName = null, phone = null, email = null }, position) => {
    const was = before[position];
    const isSame =
      latinName === (was?.latinName ?? null) && phone === (was?.phone ?? null) && email === (was?.email ?? null);
    return isSame || was?.isWithheld === true ? [] : [{ entryId, position, name, latinName, phone, email }];
  });
}

/**
 * Writes them after the teams; erasable, and in no version.
 *
 * @returns the people, with their entries
 */
export async function writeDetails(
  manager: EntityManager,
  details: readonly PersonDetails[],
): Promise<{ readonly entryId: string; readonly memberId: string }[]> {
  if (details.length === 0) return [];
  const rows = details.map(({ entryId, position, name, latinName, phone, email }) => ({
    ...{ entry_id: entryId, position, latin_name: latinName, phone, email, sort_key: sortKeyOf(name, latinName) },
  }));
  return manager.query<{ entryId: string; memberId: string }[]>(
    `with given as (
       select m.public_id, g.* from jsonb_to_recordset($1::jsonb) as g (entry_id uuid, position smallint,
         latin_name text, phone text, email text, sort_key text)
       join team_members m on m.entry_id = g.entry_id and m.position = g.position
     ), named as (
       update team_members m set latin_name = g.latin_name, sort_key = g.sort_key from given g
       where m.public_id = g.public_id
     ), kept as (
       insert into member_contacts (member_id, phone, email)
       select public_id, phone, email from given where phone is not null or email is not null
       on conflict (member_id) do update set phone = excluded.phone, email = excluded.email, recorded_at = now()
     ), gone as (
       delete from member_contacts c using given g where c.member_id = g.public_id and g.phone is null and g.email is null
     )
     select entry_id as "entryId", public_id as "memberId" from given`,
    [JSON.stringify(rows)],
  );
}

/** One event for each person of an entry that stood before. */
export async function recordDetails(
  manager: EntityManager,
  ledger: LedgerService,
  editionId: string,
  { people, actor }: { readonly people: readonly { entryId: string; memberId: string }[]; readonly actor: string },
): Promise<void> {
  await ledger.recordMany(
    manager,
    people.map(({ entryId, memberId }) => ({
      kind: 'member-details-set',
      subject: { edition: editionId, entry: entryId, member: memberId },
      body: { actor },
    })),
  );
}
