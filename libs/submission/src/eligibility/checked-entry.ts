import type { EntityManager } from 'typeorm';
import {
  type EligibilityDecision,
  type EligibilityItem,
  type EligibilityNote,
  type EligibilityOutcome,
  type EligibilityState,
  type FormDefinition,
} from '#domain';
import type { StandingTranslation } from '../translation/standing-translation.js';
import { type VersionChange, versionChanges } from '../version/version-changes.js';

export interface PastCheck {
  readonly number: number;
  readonly outcome: EligibilityOutcome;
  readonly version: number;
  readonly checklist: readonly (EligibilityItem & { readonly isMet: boolean })[];
  readonly reasons: readonly EligibilityItem[];
  /** Null where nothing was said, or where it has been erased. */
  readonly note: EligibilityNote | null;
  readonly correctUntil: Date | null;
  /** Display name; null where the account is gone. */
  readonly checkedBy: string | null;
  readonly at: Date;
}

/** One entry as the office reads it for its check. */
export interface CheckedEntry {
  readonly publicId: string;
  readonly number: number;
  readonly version: number;
  readonly state: EligibilityState;
  readonly isAdmitted: boolean;
  readonly entryState: 'submitted' | 'withdrawn';
  readonly decisions: readonly EligibilityDecision[];
  /** Core answers with their names, and the people. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly translation: StandingTranslation;
  readonly form: FormDefinition;
  readonly formAnswers: Readonly<Record<string, unknown>>;
  readonly checks: readonly PastCheck[];
  readonly changes: readonly VersionChange[];
}

type Answers = Readonly<Record<string, unknown>>;

/** Core answers with names in place of ids; people with their roles. */
export async function namedAnswers(
  manager: EntityManager,
  entryId: string,
): Promise<{ answers: Answers; formAnswers: Answers; trackId: string; formVersionId: string | null }> {
  const name = (table: string) =>
    `case when ${table}.id is not null then json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en) end`;
  const rows = await manager.query<
    { answers: Answers; formAnswers: Answers; trackId: string; formVersionId: string | null }[]
  >(
    `select e.track_id as "trackId", e.form_version_id as "formVersionId", e.form_answers as "formAnswers",
       json_build_object('title', e.title, 'summary', e.summary, 'language', e.language, 'countryCode', e.country_code,
         'nominatingBody', e.nominating_body, 'nominatingOrganisation', ${name('b')}, 'track', ${name('t')}, 'fieldGroup', ${name('f')},
         'division', ${name('d')}, 'enterpriseProblem', case when p.id is not null then
            json_build_object('zh', p.title_zh, 'en', p.title_en) end,
         'members', (select coalesce(json_agg(json_build_object('role', m.role, 'name', m.name,
            'organisation', m.organisation, 'knownAs', case when o.id is not null then
              json_build_object('zh', o.name_zh, 'en', o.name_en) end) order by m.position), '[]')
            from team_members m left join organisation_labels o on o.id = m.organisation_id where m.entry_id = e.id)
       ) as answers
     from entries e join tracks t on t.id = e.track_id left join field_groups f on f.id = e.field_group_id
     left join divisions d on d.id = e.division_id left join enterprise_problems p on p.id = e.enterprise_problem_id
     left join organisation_labels b on b.id = e.nominating_body_id where e.id = $1`,
    [entryId],
  );
  return rows[0] as (typeof rows)[number];
}

/** Checks of an entry, the latest first. */
export async function pastChecks(manager: EntityManager, entryId: string): Promise<PastCheck[]> {
  return manager.query<PastCheck[]>(
    `select c.number, c.outcome, c.entry_version as version, c.checklist, c.reasons, c.correct_until as "correctUntil",
       case when n.check_id is not null then json_build_object('zh', n.text_zh, 'en', n.text_en) end as note,
       u.display_name as "checkedBy", c.recorded_at as at
     from eligibility_checks c left join eligibility_notes n on n.check_id = c.id left join users u on u.id = c.checked_by
     where c.entry_id = $1 order by c.number desc`,
    [entryId],
  );
}

/** What has changed since a version was read; empty where it is the latest. */
export async function changesSince(manager: EntityManager, entryId: string, version: number): Promise<VersionChange[]> {
  const [latest] = await manager.query<{ number: number | null }[]>(
    'select max(number) as number from entry_versions where entry_id = $1',
    [entryId],
  );
  return versionChanges(manager, entryId, version, latest?.number ?? version);
}
