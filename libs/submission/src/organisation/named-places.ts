export const namedPlaceNames = ['nominating-body', 'member', 'employer', 'earlier-employer'] as const;
export type NamedPlace = (typeof namedPlaceNames)[number];

interface NamedPlaceColumns {
  readonly place: NamedPlace;
  readonly table: string;
  readonly text: string;
  readonly id: string;
  readonly hand: string;
  /** By which others know the row. */
  readonly key: string;
  /** Of row `x` in edition $1. */
  readonly edition: string;
}

/**
 * Where an organisation is named as typed, beside what it is taken for. Whatever reads the register anew, lists what it
 * does not know or merges, goes through all of them. `hand`: a person has said which one is meant.
 */
export const namedPlaces: readonly NamedPlaceColumns[] = [
  {
    ...{ place: 'nominating-body', table: 'entries', text: 'nominating_body', id: 'nominating_body_id' },
    ...{ hand: 'nominating_body_by_hand', key: 'public_id' },
    edition: 'x.edition_id = $1',
  },
  {
    ...{ place: 'member', table: 'team_members', text: 'organisation', id: 'organisation_id' },
    ...{ hand: 'organisation_by_hand', key: 'public_id' },
    edition: 'x.entry_id in (select e.id from entries e where e.edition_id = $1)',
  },
  {
    ...{ place: 'employer', table: 'judges', text: 'employer', id: 'employer_id' },
    ...{ hand: 'employer_by_hand', key: 'id' },
    edition: 'x.edition_id = $1',
  },
  {
    ...{ place: 'earlier-employer', table: 'judge_employers', text: 'name', id: 'organisation_id' },
    ...{ hand: 'organisation_by_hand', key: 'id' },
    edition: 'x.judge_id in (select j.id from judges j where j.edition_id = $1)',
  },
];

/**
 * SQL: every name of an organisation in the submitted entries, teams and judges of edition $1; none of an entry that
 * concerns the reader, $2.
 */
export const typedNames = `(
  select 'nominating-body' as place, e.public_id as id, e.nominating_body as text, e.nominating_body_id as organisation_id,
    e.nominating_body_by_hand as by_hand, e.id as owner, e.number, e.title, null as person, null as role, 0 as position
  from entries e where e.edition_id = $1 and e.state <> 'draft' and e.nominating_body is not null
    and e.id not in (select conflicted_entries($2))
  union all
  select 'member', m.public_id, m.organisation, m.organisation_id, m.organisation_by_hand, e.id, e.number, e.title, m.name,
    m.role, 1 + m.position
  from entries e join team_members m on m.entry_id = e.id
  where e.edition_id = $1 and e.state <> 'draft' and m.organisation is not null
    and e.id not in (select conflicted_entries($2))
  union all
  select 'employer', j.id, j.employer, j.employer_id, j.employer_by_hand, j.id, null, null, u.display_name, 'judge', 0
  from judges j left join users u on u.id = j.user_id where j.edition_id = $1 and j.employer is not null
  union all
  select 'earlier-employer', p.id, p.name, p.organisation_id, p.organisation_by_hand, j.id, null, null, u.display_name,
    'judge', 1
  from judges j join judge_employers p on p.judge_id = j.id left join users u on u.id = j.user_id
  where j.edition_id = $1
)`;
