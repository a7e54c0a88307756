import type { EntityManager } from 'typeorm';
import type { FormAnswers, ImportedEntry, ImportedLanding, ImportedMember, TranslationState } from '#domain';

/** A numbered entry as it stands before an import, or as an export writes it. */
export interface StandingEntry {
  readonly id: string;
  readonly publicId: string;
  readonly number: number;
  readonly state: 'submitted' | 'withdrawn';
  readonly submittedAt: Date;
  readonly hasLeadUser: boolean;
  /** Whether it came after the deadline, by the edition's rule. */
  readonly isLate: boolean;
  /** Until when the office lets it in after the deadline; null where it never did. */
  readonly extendedUntil: Date | null;
  readonly formVersionId: string | null;
  /** Whether it stands in a stage: what decides its place there is fixed. */
  readonly isPlaced: boolean;
  /** Whether judging of a stage in which it stands has begun. */
  readonly isJudged: boolean;
  readonly translationState: TranslationState;
  readonly entry: ImportedEntry;
  /** The same people as the entry's members, in their order. */
  readonly people: readonly StandingMember[];
}

export interface StandingMember extends ImportedMember {
  readonly publicId: string;
  /** Whether the person has an account in the team. */
  readonly hasJoined: boolean;
  /** Whether the person no longer agrees to the storage of contacts: Latin name, phone and e-mail are null here. */
  readonly isWithheld: boolean;
}

type StandingRow = Omit<StandingEntry, 'entry' | 'people'> &
  Omit<ImportedEntry, 'members' | 'formAnswers' | 'landing'> & {
    readonly members: readonly StandingMember[];
    readonly formAnswers: FormAnswers;
  };

/**
 * Numbered entries of an edition by number; `after` and `limit` for a part of them.
 *
 * @param holds whether they are to stay as they are until the transaction ends
 * @param landing what they declare of landing, by entry id
 * @param reader whose ties leave entries out; nobody's where it is null
 */
export async function standingEntries(
  manager: EntityManager,
  editionId: string,
  {
    holds = false,
    after = 0,
    limit = null as number | null,
    landing = new Map() as ReadonlyMap<string, ImportedLanding>,
    reader = null as string | null,
  } = {},
): Promise<StandingEntry[]> {
  const rows = await manager.query<StandingRow[]>(
    `select e.id, e.public_id as "publicId", e.number, e.state, e.submitted_at as "submittedAt",
       e.lead_user_id is not null as "hasLeadUser", e.is_late as "isLate",
       (select max(x.until) from entry_extensions x where x.entry_id = e.id) as "extendedUntil", e.form_version_id as "formVersionId",
       exists (select from stage_entries x where x.entry_id = e.id) as "isPlaced",
       exists (select from stage_entries x join windows w on w.stage_id = x.stage_id and w.opened_at is not null
         where x.entry_id = e.id) as "isJudged",
       e.external_key as "externalKey", t.key as "trackKey", f.key as "fieldGroupKey", d.key as "divisionKey",
       p.number as "enterpriseProblemNumber", e.country_code as "countryCode", e.title, e.summary, e.language,
       case when s.translation_id is not null then json_build_object('title', s.title, 'summary', s.summary,
         'author', s.author) end as translation, s.state as "translationState",
       e.nominating_body as "nominatingBody", e.form_answers as "formAnswers",
       (select coalesce(json_agg(json_build_object('role', m.role, 'name', m.name, 'organisation', m.organisation,
          'latinName', case when not w.yes then m.latin_name end, 'phone', c.phone, 'email', c.email,
          'publicId', m.public_id, 'hasJoined', m.user_id is not null, 'isWithheld', w.yes) order by m.position), '[]')
          from team_members m cross join lateral (select contacts_are_withheld(
            case when m.role = 'lead' then e.lead_user_id else m.user_id end) as yes) w
          left join member_contacts c on c.member_id = m.public_id and not w.yes
          where m.entry_id = e.id) as members
     from entries e join entry_translation_standings s on s.entry_id = e.id
     join tracks t on t.id = e.track_id left join field_groups f on f.id = e.field_group_id
     left join divisions d on d.id = e.division_id left join enterprise_problems p on p.id = e.enterprise_problem_id
     where e.edition_id = $1 and e.number > $2 and e.id not in (select conflicted_entries($4)) order by e.number limit $3 ${holds ? 'for update of e' : ''}`,
    [editionId, after, limit, reader],
  );
  return rows.map((row) => {
    const { id, publicId, number, state, submittedAt, hasLeadUser, isLate, extendedUntil, ...rest } = row;
    const { formVersionId, isPlaced, isJudged, translationState, ...entry } = rest;
    return {
      ...{ id, publicId, number, state, submittedAt, hasLeadUser, isLate, extendedUntil },
      ...{ formVersionId, isPlaced, isJudged, translationState, people: entry.members },
      entry: { ...entry, landing: landing.get(id) ?? null },
    };
  });
}
