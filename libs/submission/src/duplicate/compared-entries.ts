import type { EntityManager } from 'typeorm';
import {
  type ComparedEntry,
  type ComparedFile,
  type ComparedPerson,
  comparedTitle,
  nameReading,
  organisationKey,
  organisationStem,
} from '#domain';
import { sortKeyOf } from '../team/sort-key.js';

/** A person of a team as it is compared, with what the office is shown of it. */
export interface TeamPersonCompared extends ComparedPerson {
  readonly role: 'lead' | 'member' | 'adviser';
  readonly organisationName: string | null;
}

export interface FiledFileCompared extends ComparedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** A submitted or withdrawn entry as it is compared. */
export interface EntryCompared extends ComparedEntry<TeamPersonCompared, FiledFileCompared> {
  readonly id: string;
  readonly editionId: string;
}

interface PersonRow {
  readonly entryId: string;
  readonly role: TeamPersonCompared['role'];
  readonly name: string;
  readonly latinName: string | null;
  readonly sortKey: string;
  readonly organisation: string | null;
  /** Of what it stands for in the register today. */
  readonly organisationId: string | null;
  readonly email: string | null;
  readonly accountEmail: string | null;
  readonly phone: string | null;
  readonly account: string | null;
}

const people = `select m.entry_id as "entryId", m.role, m.name, m.latin_name as "latinName", m.sort_key as "sortKey",
    m.organisation, s.survivor_id as "organisationId", c.email, u.email as "accountEmail", c.phone, u.id as account
  from entries e join team_members m on m.entry_id = e.id left join member_contacts c on c.member_id = m.public_id
  left join organisation_survivors s on s.id = m.organisation_id
  left join users u on u.id = case when m.role = 'lead' then e.lead_user_id else m.user_id end
  where e.id = any ($1) and e.state <> 'draft' order by m.entry_id, m.position`;

// What a version names counts, also where its bytes have not come or were refused, and where it was taken off since.
const files = `select entry_id as "entryId", encode(sha256, 'hex') as sha256, name, size::float8 as size
  from entry_files where entry_id = any ($1) and version is not null order by entry_id, filed_at, id`;

/** An entry's title, and the one in its other language where there is a translation. @param entry alias of `entries` */
export const titlesOf = (entry: string) => `array[${entry}.title] || array(select t.title from entry_translations t
  where t.entry_id = ${entry}.id and t.language <> ${entry}.language order by t.number desc limit 1)`;

/** What is compared of entries, by id; drafts are the teams' own and left out. */
export async function comparedEntries(
  manager: EntityManager,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, EntryCompared>> {
  const ids = [[...new Set(entryIds)]];
  const entries = await manager.query<{ id: string; editionId: string; titles: string[] }[]>(
    `select e.id, e.edition_id as "editionId", ${titlesOf('e')} as titles from entries e
     where e.id = any ($1) and e.state <> 'draft'`,
    ids,
  );
  const teams = groupedBy(await manager.query<PersonRow[]>(people, ids), ({ entryId }) => entryId);
  const filed = groupedBy(
    await manager.query<(FiledFileCompared & { entryId: string })[]>(files, ids),
    ({ entryId }) => entryId,
  );
  return new Map(
    entries.map(({ id, editionId, titles }) => [
      id,
      {
        ...{ id, editionId, titles: titles.map(comparedTitle) },
        people: (teams.get(id) ?? []).map(personOf),
        files: (filed.get(id) ?? []).map(({ sha256, name, size }) => ({ sha256, name, size })),
      },
    ]),
  );
}

function personOf(row: PersonRow): TeamPersonCompared {
  const { role, name, organisation, organisationId, phone, account } = row;
  const readings = [row.sortKey || sortKeyOf(name, row.latinName), row.latinName ?? ''].map(nameReading);
  const emails = [row.email, row.accountEmail].flatMap((email) => email?.toLowerCase() ?? []);
  const typed = organisation === null ? '' : organisationStem(organisationKey(organisation));
  return {
    ...{ role, name, phone, account, organisationName: organisation },
    readings: [...new Set(readings)].filter((reading) => reading !== ''),
    organisation: organisationId ?? (typed === '' ? null : typed),
    emails: [...new Set(emails)],
  };
}

/** Items by a key of theirs, each group in the order given. */
export function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
