import { of, subject, type ActsOfTable } from './acts-of-table.js';

/** From a judge's place on the roster to a submitted sheet. */
export const actsOfJudging: readonly ActsOfTable[] = [
  of('judges', 'judge-registered', `id::text as key from judges`, subject('judge')),
  of(
    'judges',
    'judge-changed',
    `id || ' ' || change as key from judges cross join lateral generate_series(2, version) change`,
    `(d #>> '{subject,judge}') || ' ' || (d #>> '{body,version}')`,
  ),
  of(
    'judge_contact_changes',
    'judge-contact-proposed',
    `id::text as key from judge_contact_changes`,
    subject('change'),
  ),
  ...(['approved', 'taken-back'] as const).map((outcome) =>
    of(
      'judge_contact_changes',
      `judge-contact-${outcome}`,
      `id::text as key from judge_contact_changes where outcome = '${outcome}'`,
      subject('change'),
    ),
  ),
  of('judge_invitations', 'judge-invited', `id::text as key from judge_invitations`, subject('invitation')),
  of(
    'judge_invitations',
    'judge-invitation-taken-back',
    // One that another took the place of ended as that one was made.
    `id::text as key from judge_invitations i where revoked_at is not null and not exists (
       select from judge_invitations n where n.judge_id = i.judge_id and n.recorded_at = i.revoked_at)`,
    subject('invitation'),
  ),
  of(
    'judge_invitations',
    'judge-accepted',
    `id::text as key from judge_invitations where answer = 'accepted'`,
    subject('invitation'),
  ),
  of(
    'judge_invitations',
    'judge-declined',
    `id::text as key from judge_invitations where answer = 'declined'`,
    subject('invitation'),
  ),
  of(
    'roster_changes',
    'roster-change-proposed',
    `id::text as key from roster_changes where proposed_by is not null`,
    subject('change'),
  ),
  of(
    'roster_changes',
    'roster-change-taken-back',
    `id::text as key from roster_changes where outcome = 'taken-back'`,
    subject('change'),
  ),
  of('roster_approvals', 'roster-approved', `id::text as key from roster_approvals`, subject('roster')),
  // A seat whose judge left for a reserve is no row any more; the call of the reserve tells of it.
  of(
    'panel_judges',
    'judge-seated',
    `panel_id || ' ' || judge_id as key from (select panel_id, judge_id from panel_judges
      union all select w.panel_id, c.left_judge_id from draw_calls c join draws w on w.id = c.draw_id
       where w.panel_id is not null) s`,
    subject('panel', 'judge'),
  ),
  of(
    'assignments',
    'judge-assigned',
    `judge_id || ' ' || id as key from assignments`,
    `(d #>> '{subject,judge}') || ' ' || jsonb_array_elements_text(d #> '{body,assignments}')`,
  ),
  of(
    'assignments',
    'judge-unassigned',
    `judge_id || ' ' || id as key from assignments where void_reason = 'reassigned'`,
    `(d #>> '{subject,judge}') || ' ' || jsonb_array_elements_text(d #> '{body,assignments}')`,
  ),
  of('assignment_runs', 'assignment-plan-requested', `id::text as key from assignment_runs`, subject('run')),
  of(
    'assignment_runs',
    'assignment-plan-applied',
    `id::text as key from assignment_runs where state = 'applied'`,
    subject('run'),
  ),
  of(
    'assignment_runs',
    'assignment-plan-discarded',
    `id::text as key from assignment_runs where state = 'discarded'`,
    subject('run'),
  ),
  of(
    'assignment_runs',
    'assignment-plan-cancelled',
    `id::text as key from assignment_runs where fault = 'cancelled'`,
    subject('run'),
  ),
  of(
    'conflicts_of_interest',
    'conflict-declared',
    `judge_id || ' ' || entry_id as key from conflicts_of_interest`,
    subject('judge', 'entry'),
  ),
  of(
    'organiser_recusals',
    'organiser-recused',
    `user_id || ' ' || entry_id as key from organiser_recusals`,
    subject('organiser', 'entry'),
  ),
  of(
    'interest_declarations',
    'interest-declared',
    `id::text as key from interest_declarations`,
    subject('declaration'),
  ),
  of('recusal_orders', 'recusal-ordered', `id::text as key from recusal_orders`, subject('order')),
  ...(['confirmed', 'declined', 'taken-back'] as const).map((outcome) =>
    of(
      'recusal_orders',
      `recusal-order-${outcome}`,
      `id::text as key from recusal_orders where outcome = '${outcome}'`,
      subject('order'),
    ),
  ),
  of('candidate_decisions', 'candidate-decided', `id::text as key from candidate_decisions`, subject('decision')),
  of('interest_statements', 'interests-named', `id::text as key from interest_statements`, subject('statement')),
  of('score_sheets', 'sheet-submitted', `encode(event_hash, 'hex') as key from score_sheets`, `encode(hash, 'hex')`),
  of('judge_reminders', 'judge-reminded', `id::text as key from judge_reminders`, subject('reminder')),
  of('sheet_unlocks', 'sheet-unlock-requested', `id::text as key from sheet_unlocks`, subject('unlock')),
  of(
    'sheet_unlocks',
    'sheet-unlock-approved',
    `id::text as key from sheet_unlocks where outcome = 'approved'`,
    subject('unlock'),
  ),
  of(
    'sheet_unlocks',
    'sheet-unlock-taken-back',
    `id::text as key from sheet_unlocks where outcome = 'taken-back'`,
    subject('unlock'),
  ),
  of('calibration_entries', 'calibration-set', `id::text as key from calibration_entries`, subject('calibration')),
  of(
    'calibration_entries',
    'calibration-removed',
    `id::text as key from calibration_entries where removed_at is not null`,
    subject('calibration'),
  ),
  of('calibration_sheets', 'calibration-submitted', `id::text as key from calibration_sheets`, subject('sheet')),
  of('late_sheets', 'late-sheet-handed-in', `id::text as key from late_sheets`, subject('lateSheet')),
  of(
    'late_sheets',
    'late-sheet-refused',
    `id::text as key from late_sheets where outcome = 'refused'`,
    subject('lateSheet'),
  ),
  of('re_reviews', 're-review-ordered', `id::text as key from re_reviews`, subject('reReview')),
  of(
    're_reviews',
    're-review-called-off',
    `id::text as key from re_reviews where ended_at is not null`,
    subject('reReview'),
  ),
  of('technical_opinions', 'technical-opinion-recorded', `id::text as key from technical_opinions`, subject('opinion')),
  of('owner_competitors', 'owner-competitor-recorded', `id::text as key from owner_competitors`, subject('competitor')),
  of(
    'owner_competitors',
    'owner-competitor-removed',
    `id::text as key from owner_competitors where removed_at is not null`,
    subject('competitor'),
  ),
  of('draws', 'draw-committed', `id::text as key from draws where way = 'seed'`, subject('draw')),
  of('draws', 'draw-recorded', `id::text as key from draws where way = 'hand'`, subject('draw')),
  of('draws', 'draw-seeded', `id::text as key from draws where seed is not null`, subject('draw')),
  of('draws', 'draw-confirmed', `id::text as key from draws where state = 'confirmed'`, subject('draw')),
  of('draws', 'draw-taken-back', `id::text as key from draws where state = 'taken-back'`, subject('draw')),
  of('draw_files', 'draw-evidence-added', `id::text as key from draw_files`, subject('file')),
  of('draw_calls', 'substitute-called', `id::text as key from draw_calls`, subject('call')),
];
