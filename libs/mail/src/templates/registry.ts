import { eligibilityFailed } from './eligibility-failed.js';
import { eligibilityNeedsCorrection } from './eligibility-needs-correction.js';
import { eligibilityPassed } from './eligibility-passed.js';
import { entryDeadlineReminder } from './entry-deadline-reminder.js';
import { entryExtended } from './entry-extended.js';
import { entryRevised } from './entry-revised.js';
import { entrySubmitted } from './entry-submitted.js';
import { entryWithdrawn } from './entry-withdrawn.js';
import { judgeContactChanged } from './judge-contact-changed.js';
import { judgeInvitation } from './judge-invitation.js';
import { judgingReminder } from './judging-reminder.js';
import { passwordForgotten } from './password-forgotten.js';
import { recusalOrderAwaited } from './recusal-order-awaited.js';
import { registrationConfirm } from './registration-confirm.js';
import { registrationKnown } from './registration-known.js';
import { sheetUnlocked } from './sheet-unlocked.js';
import { teamInvitation } from './team-invitation.js';
import { teamMemberJoined } from './team-member-joined.js';
import { translationWritten } from './translation-written.js';
import { teamMemberLeft } from './team-member-left.js';
import { teamMembershipEnded } from './team-membership-ended.js';

/** Every message that the platform can write: one file and one line each. */
export const mailTemplates = {
  'entry-submitted': entrySubmitted,
  'entry-revised': entryRevised,
  'entry-withdrawn': entryWithdrawn,
  'entry-extended': entryExtended,
  'eligibility-passed': eligibilityPassed,
  'eligibility-needs-correction': eligibilityNeedsCorrection,
  'eligibility-failed': eligibilityFailed,
  'entry-deadline-reminder': entryDeadlineReminder,
  'translation-written': translationWritten,
  'password-forgotten': passwordForgotten,
  'registration-confirm': registrationConfirm,
  'registration-known': registrationKnown,
  'judge-contact-changed': judgeContactChanged,
  'judge-invitation': judgeInvitation,
  'judging-reminder': judgingReminder,
  'recusal-order-awaited': recusalOrderAwaited,
  'sheet-unlocked': sheetUnlocked,
  'team-invitation': teamInvitation,
  'team-member-joined': teamMemberJoined,
  'team-member-left': teamMemberLeft,
  'team-membership-ended': teamMembershipEnded,
} as const;

export type TemplateKey = keyof typeof mailTemplates;
export const templateKeys = Object.keys(mailTemplates) as readonly TemplateKey[];

/** What a template is given, by its key. */
export type ParametersOf<K extends TemplateKey> = (typeof mailTemplates)[K]['example'];
