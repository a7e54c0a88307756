import type { EntityManager } from 'typeorm';
import {
  answerChanges,
  type EligibilityDecision,
  type EligibilityItem,
  type EligibilityNote,
  type EligibilityOutcome,
  type EligibilityState,
  type FormDefinition,
} from '#domain';

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

/** What differs between the version that was read last and the latest one. */
export interface VersionChange {
  /** Of the core answers or of the form's own. */
  readonly key: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** Absent where versions hold no plain value: people, and answers that name somebody. */
  readonly before?: unknown;
  readonly after?: unknown;
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
  const rows = await manager.query<{ answers: Answers }[]>(
    `select answers from entry_versions where entry_id = $1
       and number in ($2, (select max(number) from entry_versions where entry_id = $1)) order by number`,
    [entryId, version],
  );
  const [before, after] = [rows[0]?.answers, rows[1]?.answers];
  if (!before || !after) return [];
  const [old, now] = [flat(before), flat(after)];
  const names = await labelNames(manager, [before, after]);
  const shown = (answers: Answers, key: string) => {
    const value = answers[key] ?? null;
    return typeof value === 'string' ? (names.get(value) ?? value) : value;
  };
  return answerChanges(old, now).map((change) =>
    withoutValues.has(change.key)
      ? change
      : { ...change, before: shown(old, change.key), after: shown(now, change.key) },
  );
}

const withoutValues = new Set(['members', 'personalAnswers', 'form']);

function flat({ formAnswers, ...core }: Answers): Answers {
  return { ...((formAnswers as Answers | undefined) ?? {}), ...core };
}

/** Versions hold ids of tracks, groups and problems. */
async function labelNames(
  manager: EntityManager,
  versions: readonly Answers[],
): Promise<ReadonlyMap<string, { zh: string; en: string }>> {
  const keys = ['track', 'fieldGroup', 'division', 'enterpriseProblem'];
  const ids = versions.flatMap((version) => keys.flatMap((key) => (version[key] ? [version[key]] : [])));
  const rows = await manager.query<{ id: string; zh: string; en: string }[]>(
    `select id, name_zh as zh, name_en as en from tracks where id = any ($1::uuid[])
     union all select id, name_zh, name_en from field_groups where id = any ($1::uuid[])
     union all select id, name_zh, name_en from divisions where id = any ($1::uuid[])
     union all select id, title_zh, title_en from enterprise_problems where id = any ($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}
