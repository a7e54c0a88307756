import type { DataSource } from 'typeorm';
import { actsOfJudging } from './acts-of-judging.js';
import { of, subject, type ActsOfTable } from './acts-of-table.js';

const acts: readonly ActsOfTable[] = [
  of('users', 'user-created', `id::text as key from users`, subject('user')),
  of('credentials', 'password-set', `user_id::text as key from credentials`, subject('user')),
  of(
    'role_grants',
    'role-granted',
    `concat_ws(' ', user_id, role, edition_id) as key from role_grants`,
    `concat_ws(' ', d #>> '{subject,user}', d #>> '{body,role}', d #>> '{subject,edition}')`,
  ),
  of(
    'role_grants',
    'role-revoked',
    `concat_ws(' ', user_id, role, edition_id) as key from role_grants where revoked_at is not null`,
    `concat_ws(' ', d #>> '{subject,user}', d #>> '{body,role}', d #>> '{subject,edition}')`,
  ),
  {
    table: 'organisation_acts',
    rows: `select event_id::text as key from organisation_acts`,
    kinds: [
      ...['organisation-registered', 'organisation-changed', 'organisation-named', 'organisation-name-removed'],
      ...['organisation-merged', 'organisation-separated'],
    ],
    key: `id::text`,
  },
  of('consents', 'consent-given', `id::text as key from consents`, subject('consent')),
  of(
    'consents',
    'consent-withdrawn',
    `id::text as key from consents where withdrawn_at is not null`,
    subject('consent'),
  ),
  of('team_invitations', 'member-invited', `id::text as key from team_invitations`, subject('invitation')),
  of(
    'team_invitations',
    'invitation-revoked',
    `id::text as key from team_invitations where revoked_at is not null`,
    subject('invitation'),
  ),
  of(
    'team_invitations',
    'member-joined',
    `id::text as key from team_invitations where accepted_at is not null`,
    `d #>> '{body,invitation}'`,
  ),
  of('editions', 'contest-applied', `id::text as key from editions`, subject('edition')),
  of('rules_locks', 'rules-locked', `rules_version_id::text as key from rules_locks`, subject('rulesVersion')),
  of('windows', 'window-opened', `id::text as key from windows where opened_at is not null`, subject('window')),
  of('windows', 'window-closed', `id::text as key from windows where closed_at is not null`, subject('window')),
  of('window_changes', 'window-moved', `window_id::text as key from window_changes`, subject('window')),
  of('late_entry_rules', 'late-entry-rule-set', `id::text as key from late_entry_rules`, subject('rule')),
  of('file_bytes_rules', 'file-bytes-rule-set', `id::text as key from file_bytes_rules`, subject('rule')),
  of('entry_extensions', 'entry-extended', `id::text as key from entry_extensions`, subject('extension')),
  of('enterprise_problems', 'problem-published', `id::text as key from enterprise_problems`, subject('problem')),
  of(
    'form_versions',
    'form-published',
    `track_id || ' ' || number as key from form_versions`,
    `(d #>> '{subject,track}') || ' ' || (d #>> '{body,number}')`,
  ),
  {
    table: 'entry_versions',
    rows: `select entry_id || ' ' || number as key from entry_versions`,
    kinds: ['entry-submitted', 'entry-revised'],
    key: `(d #>> '{subject,entry}') || ' ' || (d #>> '{body,version}')`,
  },
  of('entry_translations', 'translation-written', `id::text as key from entry_translations`, subject('translation')),
  of(
    'entry_translation_confirmations',
    'translation-confirmed',
    `id::text as key from entry_translation_confirmations`,
    subject('confirmation'),
  ),
  of('entries', 'entry-withdrawn', `id::text as key from entries where state = 'withdrawn'`, subject('entry')),
  of(
    'eligibility_checks',
    'eligibility-checked',
    `entry_id || ' ' || outcome as key from eligibility_checks`,
    `(d #>> '{subject,entry}') || ' ' || (d #>> '{body,outcome}')`,
  ),
  of(
    'stage_entries',
    'entry-admitted',
    // One that was taken back has no row in its stage any more.
    `key from (
       select stage_id || ' ' || entry_id as key from stage_entries where came_by <> 'advanced'
       union all select stage_id || ' ' || entry_id from direct_entries where undone_at is not null) x`,
    subject('stage', 'entry'),
  ),
  of('direct_entries', 'direct-entry-granted', `id::text as key from direct_entries`, subject('directEntry')),
  of(
    'direct_entries',
    'direct-entry-undone',
    `id::text as key from direct_entries where undone_at is not null`,
    subject('directEntry'),
  ),
  of(
    'stage_entries',
    'stage-advanced',
    `stage_id || ' ' || entry_id as key from stage_entries where came_by = 'advanced'`,
    `(d #>> '{subject,nextStage}') || ' ' || jsonb_array_elements_text(d #> '{body,advanced}')`,
  ),
  of(
    'stage_entries',
    'entry-departed',
    `stage_id || ' ' || entry_id as key from stage_entries where outcome in ('retired', 'forfeit')`,
    subject('stage', 'entry'),
  ),
  of('duplicate_marks', 'duplicate-marked', `id::text as key from duplicate_marks`, subject('mark')),
  of(
    'duplicate_marks',
    'duplicate-mark-undone',
    `id::text as key from duplicate_marks where undone_at is not null`,
    subject('mark'),
  ),
  of('edition_settings', 'edition-setting-set', `id::text as key from edition_settings`, subject('setting')),
  of('receiving_offices', 'receiving-office-added', `id::text as key from receiving_offices`, subject('office')),
  of(
    'receiving_offices',
    'receiving-office-closed',
    `id::text as key from receiving_offices where closed_at is not null`,
    subject('office'),
  ),
  of('passing_consents', 'passing-allowed', `id::text as key from passing_consents`, subject('passing')),
  of(
    'passing_consents',
    'passing-withdrawn',
    `id::text as key from passing_consents where withdrawn_at is not null`,
    subject('passing'),
  ),
  of('imports', 'data-imported', `id::text as key from imports where applied_at is not null`, subject('import')),
  of('due_diligence_cases', 'due-diligence-opened', `id::text as key from due_diligence_cases`, subject('case')),
  of(
    'due_diligence_cases',
    'due-diligence-passed',
    `id::text as key from due_diligence_cases where state = 'passed'`,
    subject('case'),
  ),
  of(
    'due_diligence_refusals',
    'due-diligence-refusal-proposed',
    `id::text as key from due_diligence_refusals`,
    subject('refusal'),
  ),
  of(
    'due_diligence_refusals',
    'due-diligence-refusal-taken-back',
    `id::text as key from due_diligence_refusals where outcome = 'taken-back'`,
    subject('refusal'),
  ),
  of(
    'due_diligence_cases',
    'due-diligence-refused',
    `id::text as key from due_diligence_cases where state = 'refused'`,
    subject('case'),
  ),
  ...actsOfJudging,
  // The ledger keeps no run of a stage that is still being judged: the next one replaces it.
  of(
    'tally_runs',
    'tally-completed',
    `r.id::text as key from tally_runs r join windows w on w.stage_id = r.stage_id
     where r.state = 'completed' and not window_is_open(w, now())`,
    subject('run'),
  ),
  of('tie_decisions', 'tie-decision-requested', `id::text as key from tie_decisions`, subject('decision')),
  of(
    'tie_decision_approvals',
    'tie-decision-approved',
    `decision_id::text as key from tie_decision_approvals`,
    subject('decision'),
  ),
  of('award_list_versions', 'award-list-frozen', `id::text as key from award_list_versions`, subject('list')),
  of(
    'publication_requests',
    'award-list-publication-requested',
    `version_id::text as key from publication_requests`,
    subject('list'),
  ),
  of('publications', 'award-list-published', `version_id::text as key from publications`, subject('list')),
  of('landing_intents', 'landing-intent-declared', `id::text as key from landing_intents`, subject('intent')),
  of(
    'landing_suggestions',
    'landing-intent-suggested',
    `entry_id::text as key from landing_suggestions where is_suggested`,
    subject('entry'),
  ),
  of(
    'landing_confirmations',
    'landing-intent-decided',
    `concat_ws(' ', entry_id, outcome, investment_yuan) as key from landing_confirmations`,
    `concat_ws(' ', d #>> '{subject,entry}', d #>> '{body,outcome}', d #>> '{body,investmentYuan}')`,
  ),
  of(
    'problem_acceptances',
    'problem-accepted',
    `problem_id || ' ' || outcome as key from problem_acceptances`,
    `(d #>> '{subject,problem}') || ' ' || (d #>> '{body,outcome}')`,
  ),
  of(
    'technical_problem_solutions',
    'technical-problem-solved',
    `id::text as key from technical_problem_solutions`,
    subject('solution'),
  ),
  of('transformations', 'transformation-recorded', `id::text as key from transformations`, subject('transformation')),
];

/** What holds no act of its own: parts of a row above, what is computed, what is still mutable, and machinery. */
const others = [
  ...['contests', 'tracks', 'field_groups', 'divisions', 'stages', 'panels', 'award_tiers'],
  ...[
    'rules_versions',
    'criteria',
    'criterion_scores',
    'sheet_comments',
    'sheet_signatures',
    'team_members',
    'team_ties',
    'entry_files',
    'anonymised_copies',
    'viewing_copies',
    'viewing_pages',
    'member_contacts',
    'avoidances',
    'registrations',
    'award_list_runs',
    'award_list_items',
  ],
  ...[
    'assignment_run_pairs',
    'draw_lines',
    'declared_entries',
    'named_interests',
    'dismissal_reasons',
    'tally_rows',
    'judge_effects',
    'stage_analyses',
    'pending_tallies',
    'pending_landing_suggestions',
  ],
  ...['drafts', 'form_drafts', 'entry_drafts', 'entry_counters', 'eligibility_notes'],
  ...['organisations', 'organisation_names', 'judge_field_groups', 'judge_employers'],
  ...['judge_wishes'],
  ...['import_mappings'],
  ...['duplicate_keys', 'duplicate_pairs', 'pending_duplicate_searches'],
  ...['outbox_messages', 'outbox_attempts'],
  ...['sessions', 'wall_reads', 'wall_visits', 'one_time_links', 'login_attempts', 'idempotency_keys'],
  ...['ledger_events', 'ledger_pending', 'commitment_salts', 'migrations'],
];

/** Every act that the rows tell and the ledger does not, or the other way about; empty when they agree. */
export async function actsWithoutEvents(dataSource: DataSource): Promise<object[]> {
  const found: object[] = [];
  for (const { table, rows, kinds, key } of acts) {
    const told = `select ${key} as key from (select id, canonical::jsonb as d, hash from ledger_events where kind = any ($1)) e`;
    const [{ silent, alone } = { silent: 0, alone: 0 }] = await dataSource.query<{ silent: number; alone: number }[]>(
      `select (select count(*)::int from (${rows} except all ${told}) x) as silent,
              (select count(*)::int from (${told} except all ${rows}) x) as alone`,
      [kinds],
    );
    if (silent + alone > 0) found.push({ table, kinds, rowsWithoutEvent: silent, eventsWithoutRow: alone });
  }
  return found;
}

/** Tables of the schema of which this list says nothing: a new one shall say whether it holds acts. */
export async function unlistedTables(dataSource: DataSource): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    `select tablename as name from pg_tables where schemaname = 'public' and not tablename = any ($1)`,
    [[...acts.map(({ table }) => table), ...others]],
  );
  return rows.map(({ name }) => name);
}
