import type { IdentityField } from './identity-field.js';

/** What each letter may tell the one it is written to; nobody else is sent it. By key of its template. */
export const letterFields: Readonly<Record<string, readonly IdentityField[]>> = {
  'entry-submitted': ['entry-number', 'team-files'],
  'entry-revised': ['entry-number', 'team-files'],
  'entry-withdrawn': ['entry-number'],
  'entry-extended': ['entry-number', 'note-to-team'],
  'eligibility-passed': ['entry-number'],
  'eligibility-needs-correction': ['entry-number', 'note-to-team'],
  'eligibility-failed': ['entry-number', 'note-to-team'],
  'entry-deadline-reminder': ['entry-number'],
  'translation-written': ['entry-number'],
  'password-forgotten': [],
  'registration-confirm': [],
  'registration-known': [],
  'judge-contact-changed': ['judge-name'],
  'judge-invitation': ['judge-name'],
  'judging-reminder': [],
  'recusal-order-awaited': [],
  'sheet-unlocked': [],
  'team-invitation': ['team-lead', 'team-people', 'team-account'],
  'team-member-joined': ['team-people', 'team-account'],
  'team-member-left': ['team-people'],
  'team-membership-ended': ['team-people'],
};
