/**
 * Tables to which the application may only add. `leitai migrate` grants SELECT and INSERT on them and nothing else;
 * api and worker refuse to start with a role that could change them.
 */
export const appendOnlyTables = [
  'ledger_events',
  'organisation_acts',
  'rules_versions',
  'rules_locks',
  'criteria',
  'window_changes',
  'late_entry_rules',
  'file_bytes_rules',
  'edition_settings',
  'form_versions',
  'eligibility_checks',
  'roster_approvals',
  'conflicts_of_interest',
  'organiser_recusals',
  'judge_reminders',
  'score_sheets',
  'criterion_scores',
  'tie_decisions',
  'tie_decision_approvals',
  'award_list_versions',
  'award_list_runs',
  'award_list_items',
  'publication_requests',
  'publications',
  'landing_confirmations',
  'problem_acceptances',
  'technical_problem_solutions',
  'transformations',
] as const;
