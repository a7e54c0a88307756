/**
 * Columns of what belongs to a team in which nobody is named: kinds, states, keys, hashes, what every judge reads, and judges. A
 * new column of text is planted with a word in `planted-edition`, or stands here.
 */
export const columnsWithoutNames: readonly string[] = [
  ...['anonymised_copies.content', 'anonymised_copies.storage_key', 'avoidances.kind'],
  ...['conflicts_of_interest.form', 'conflicts_of_interest.reason_code', 'organiser_recusals.form'],
  ...['interest_declarations.text_version', 'organiser_recusals.reason_code'],
  ...['judge_wishes.wish', 'recusal_orders.outcome', 'recusal_orders.reason_code'],
  ...['candidate_decisions.outcome', 'candidate_decisions.evidence'],
  ...['consents.basis', 'consents.purpose', 'consents.version', 'credentials.password_hash'],
  ...['due_diligence_cases.checklist', 'due_diligence_cases.met', 'due_diligence_cases.state'],
  ...['draw_lines.member', 'draw_lines.outcome', 'duplicate_keys.kind', 'duplicate_marks.verdict'],
  ...['eligibility_checks.checklist', 'eligibility_checks.outcome', 'eligibility_checks.reason_code'],
  ...['eligibility_checks.reasons', 'entries.country_code', 'entries.language', 'entries.state'],
  ...['entries.summary', 'entries.title', 'entry_files.field_key', 'entry_files.media_type', 'entry_files.refusal'],
  ...['entry_files.scan', 'entry_files.state', 'entry_files.storage_key', 'idempotency_keys.key'],
  ...['entry_translations.author', 'entry_translations.language', 'entry_translations.summary'],
  ...['entry_translations.title'],
  ...['judges.languages'],
  ...['idempotency_keys.route', 'imports.columns', 'imports.counts', 'imports.kind', 'imports.reason'],
  ...['assignment_run_pairs.change', 'assignments.void_reason', 'judge_contact_changes.outcome'],
  ...['judge_invitations.answer', 'judge_invitations.commitment_version', 'roster_changes.kind'],
  ...[
    'roster_changes.outcome',
    'sheet_unlocks.outcome',
    'late_sheets.outcome',
    'technical_opinions.level',
    'judges.kind',
    'landing_confirmations.outcome',
    'landing_intents.districts',
    'landing_intents.needs',
  ],
  ...['landing_intents.way', 'landing_suggestions.signals', 'one_time_links.purpose', 'organisation_acts.kind'],
  ...['organisation_names.grams', 'organisation_names.kind', 'organisation_names.language'],
  ...['organisations.country_code', 'outbox_messages.event_key', 'outbox_messages.last_error'],
  ...['outbox_messages.link', 'outbox_messages.locale', 'outbox_messages.state', 'outbox_messages.template'],
  ...[
    'passing_consents.version',
    'problem_acceptances.evidence_code',
    'problem_acceptances.outcome',
    'role_grants.district',
  ],
  // A judge's own words before they are submitted.
  'drafts.comments',
  // Numbers alone.
  ...['calibration_entries.reference', 'calibration_sheets.scores'],
  ...['role_grants.role', 'stage_entries.came_by', 'stage_entries.outcome', 'team_members.country_code'],
  ...['team_members.role', 'technical_problem_solutions.title_en', 'technical_problem_solutions.title_zh'],
  ...['transformations.kind', 'transformations.progress', 'users.locale', 'viewing_copies.fault'],
  ...['viewing_copies.state', 'viewing_pages.page_key', 'viewing_pages.thumbnail_key'],
];
