import type { EntityManager } from 'typeorm';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { DomainError, fieldProblem, type FieldProblem } from '#domain';
import type { TeamMemberAnswer } from '../entry-answers.js';
import { orderedIds } from './ordered-ids.js';
import { sortKeyOf } from './sort-key.js';

/** A person of the team as stored. */
export interface StoredMember {
  readonly id: string;
  readonly publicId: string;
  readonly role: TeamMemberAnswer['role'];
  readonly name: string;
  readonly latinName: string | null;
  readonly organisation: string | null;
  readonly hasJoined: boolean;
}

interface TeamOfEntry {
  readonly entryId: string;
  readonly members: readonly TeamMemberAnswer[];
}

/** uuids of organisations that the register knows, by the text as typed. */
type KnownOrganisations = ReadonlyMap<string, string>;

/** Inserts the people of new entries, in the order given. */
export async function insertMembers(
  manager: EntityManager,
  teams: readonly TeamOfEntry[],
  known: KnownOrganisations,
): Promise<void> {
  await insertRows(
    manager,
    teams.flatMap(({ entryId, members }) => members.map((member, position) => ({ entryId, member, position }))),
    known,
  );
}

/**
 * Gives an entry other people. Whoever is named again stays the same person, with contact and account; a row whose role,
 * name or organisation changes gets a new id, so that two versions show that it did.
 *
 * @throws DomainError `entry-invalid` where somebody who has joined is left out or becomes the lead, or an id is another
 *   entry's
 */
export async function replaceMembers(
  manager: EntityManager,
  entryId: string,
  members: readonly TeamMemberAnswer[],
  known: KnownOrganisations,
): Promise<void> {
  await replaceTeams(manager, [{ entryId, members }], known);
}

/** As `replaceMembers`, for many entries at once. */
export async function replaceTeams(
  manager: EntityManager,
  teams: readonly TeamOfEntry[],
  known: KnownOrganisations,
): Promise<void> {
  const entryIds = teams.map(({ entryId }) => entryId);
  const stored = await storedTeams(manager, entryIds);
  const matched = teams.map((team) => {
    const own = stored.get(team.entryId) ?? [];
    return { ...team, stored: own, matches: matchMembers(own, team.members) };
  });
  for (const team of matched) await assertKeepable(manager, team.stored, team.members, team.matches);
  const kept = matched.flatMap(({ matches }) => matches.flatMap((match) => (match ? [match.publicId] : [])));
  await manager.query('delete from team_members where entry_id = any ($1) and not public_id = any ($2)', [
    entryIds,
    kept,
  ]);
  // Nobody may be the second lead of an entry, not even between two rows of one statement.
  await manager.query(`update team_members set role = 'member' where entry_id = any ($1) and role = 'lead'`, [
    entryIds,
  ]);
  const changed = matched.flatMap(({ members, matches }) =>
    members.flatMap((member, position) => {
      const before = matches[position];
      return before
        ? [
            {
              ...rowOf(member, position, known, before.latinName),
              public_id: before.publicId,
              id: idOf(before, member),
            },
          ]
        : [];
    }),
  );
  await manager.query(
    `update team_members m set id = g.id, role = g.role, name = g.name, organisation = g.organisation,
       position = g.position, sort_key = g.sort_key,
       organisation_by_hand = m.organisation_by_hand and m.organisation is not distinct from g.organisation,
       organisation_id = case when m.organisation is distinct from g.organisation then g.organisation_id
         else m.organisation_id end
     from jsonb_to_recordset($1::jsonb) as g (public_id uuid, id uuid, role text, name text, organisation text,
       position smallint, sort_key text, organisation_id uuid) where m.public_id = g.public_id`,
    [JSON.stringify(changed)],
  );
  const added = matched.flatMap(({ entryId, members, matches }) =>
    members.flatMap((member, position) => (matches[position] ? [] : [{ entryId, member, position }])),
  );
  await insertRows(manager, added, known);
}

async function storedTeams(manager: EntityManager, entryIds: readonly string[]): Promise<Map<string, StoredMember[]>> {
  const rows = await manager.query<(StoredMember & { entryId: string })[]>(
    `select entry_id as "entryId", id, public_id as "publicId", role, name, latin_name as "latinName", organisation,
       user_id is not null as "hasJoined"
     from team_members where entry_id = any ($1) order by entry_id, position for update`,
    [entryIds],
  );
  const teams = new Map<string, StoredMember[]>();
  for (const { entryId, ...row } of rows) {
    const team = teams.get(entryId);
    if (team) team.push(row);
    else teams.set(entryId, [row]);
  }
  return teams;
}

/**
 * Who of the stored people each of the given is: by id, else by name (the same place first); one lead follows another.
 *
 * @returns for each of the given, in their order
 */
export function matchMembers<M extends Pick<StoredMember, 'publicId' | 'role' | 'name' | 'hasJoined'>>(
  stored: readonly M[],
  given: readonly TeamMemberAnswer[],
): (M | undefined)[] {
  const left = new Set(stored);
  const matches = given.map((): M | undefined => undefined);
  const take = (index: number, row: M | undefined) => {
    if (!row || !left.delete(row)) return;
    matches[index] = row;
  };
  given.forEach(({ id }, index) => {
    const known = id === undefined ? undefined : stored.find(({ publicId }) => publicId === id);
    take(index, known);
  });
  const byName = (index: number, name: string) => {
    const [here] = [stored[index]].filter((row) => row?.name === name && left.has(row));
    return here ?? [...left].find((row) => row.name === name);
  };
  given.forEach(({ name, id }, index) => {
    if (!matches[index] && id === undefined) take(index, byName(index, name));
  });
  given.forEach(({ role, id }, index) => {
    if (matches[index] || id !== undefined || role !== 'lead') return;
    take(
      index,
      [...left].find((row) => row.role === 'lead'),
    );
  });
  return matches;
}

async function assertKeepable(
  manager: EntityManager,
  stored: readonly StoredMember[],
  members: readonly TeamMemberAnswer[],
  matches: readonly (StoredMember | undefined)[],
): Promise<void> {
  const lost = stored.filter((row) => row.hasJoined && !matches.includes(row));
  const unknown = members.flatMap(({ id }, index) => (id !== undefined && !matches[index] ? [id] : []));
  const taken =
    unknown.length === 0
      ? []
      : await manager.query<{ id: string }[]>('select public_id as id from team_members where public_id = any ($1)', [
          unknown,
        ]);
  const foreign = new Set(taken.map(({ id }) => id));
  const problems: FieldProblem[] = [
    ...lost.map(({ name }) => fieldProblem('members', 'member-has-joined', { name })),
    ...members.flatMap(({ role, id }, index) => {
      if (id !== undefined && foreign.has(id)) return [fieldProblem(`members[${index}].id`, 'value-not-allowed')];
      const isTransfer = role === 'lead' && matches[index]?.hasJoined === true;
      return isTransfer ? [fieldProblem(`members[${index}].role`, 'lead-by-transfer')] : [];
    }),
  ];
  if (problems.length > 0) throw new DomainError('entry-invalid', { problems });
}

function idOf(before: StoredMember, { role, name, organisation }: TeamMemberAnswer): string {
  const isSame = before.role === role && before.name === name && before.organisation === (organisation ?? null);
  return isSame ? before.id : uuidv7();
}

function rowOf(
  { role, name, organisation }: TeamMemberAnswer,
  position: number,
  known: KnownOrganisations,
  latinName: string | null = null,
) {
  return {
    ...{ role, name, organisation: organisation ?? null, position },
    ...{ sort_key: sortKeyOf(name, latinName), organisation_id: known.get(organisation ?? '') ?? null },
  };
}

async function insertRows(
  manager: EntityManager,
  given: readonly { readonly entryId: string; readonly member: TeamMemberAnswer; readonly position: number }[],
  known: KnownOrganisations,
): Promise<void> {
  if (given.length === 0) return;
  const ids = orderedIds(given.length);
  const rows = given.map(({ entryId, member, position }, index) => ({
    ...{ id: ids[index] ?? uuidv7(), public_id: member.id ?? uuidv4(), entry_id: entryId },
    ...rowOf(member, position, known),
  }));
  await manager.query(
    `insert into team_members (id, public_id, entry_id, role, name, organisation, position, sort_key,
       organisation_id)
     select id, public_id, entry_id, role, name, organisation, position, sort_key, organisation_id
     from jsonb_to_recordset($1::jsonb) as g (id uuid, public_id uuid, entry_id uuid, role text, name text,
       organisation text, position smallint, sort_key text, organisation_id uuid)`,
    [JSON.stringify(rows)],
  );
}
