import { User } from './identity/user.entity.js';
import { Credential } from './identity/credential.entity.js';
import { Session } from './identity/session.entity.js';
import { Consent } from './identity/consent.entity.js';
import { OneTimeLink } from './identity/one-time-link.entity.js';
import { Registration } from './identity/registration.entity.js';
import { LoginAttempt } from './identity/login-attempt.entity.js';
import { IdempotencyKey } from './identity/idempotency-key.entity.js';
import { RoleGrant } from './identity/role-grant.entity.js';
import { Organisation } from './identity/organisation.entity.js';
import { OrganisationAct } from './identity/organisation-act.entity.js';
import { OrganisationName } from './identity/organisation-name.entity.js';
import { Contest } from './contest/contest.entity.js';
import { Edition } from './contest/edition.entity.js';
import { EditionSetting } from './contest/edition-setting.entity.js';
import { Track } from './contest/track.entity.js';
import { FieldGroup } from './contest/field-group.entity.js';
import { Division } from './contest/division.entity.js';
import { Stage } from './contest/stage.entity.js';
import { Window } from './contest/window.entity.js';
import { WindowChange } from './contest/window-change.entity.js';
import { FileBytesRule } from './contest/file-bytes-rule.entity.js';
import { LateEntryRule } from './contest/late-entry-rule.entity.js';
import { DuplicateKey } from './submission/duplicate-key.entity.js';
import { DuplicateMark } from './submission/duplicate-mark.entity.js';
import { DuplicatePair } from './submission/duplicate-pair.entity.js';
import { EntryDraft } from './submission/entry-draft.entity.js';
import { EntryExtension } from './submission/entry-extension.entity.js';
import { RulesVersion } from './contest/rules-version.entity.js';
import { RulesLock } from './contest/rules-lock.entity.js';
import { Criterion } from './contest/criterion.entity.js';
import { Panel } from './contest/panel.entity.js';
import { StageEntry } from './contest/stage-entry.entity.js';
import { EnterpriseProblem } from './submission/enterprise-problem.entity.js';
import { Entry } from './submission/entry.entity.js';
import { EntryCounter } from './submission/entry-counter.entity.js';
import { EntryFile } from './submission/entry-file.entity.js';
import { EntryTranslation } from './submission/entry-translation.entity.js';
import { EntryTranslationConfirmation } from './submission/entry-translation-confirmation.entity.js';
import { EntryVersion } from './submission/entry-version.entity.js';
import { Avoidance } from './submission/avoidance.entity.js';
import { MemberContact } from './submission/member-contact.entity.js';
import { TeamInvitation } from './submission/team-invitation.entity.js';
import { TeamMember } from './submission/team-member.entity.js';
import { PassingConsent } from './submission/passing-consent.entity.js';
import { ReceivingOffice } from './submission/receiving-office.entity.js';
import { TeamTie } from './submission/team-tie.entity.js';
import { AnonymisedCopy } from './submission/anonymised-copy.entity.js';
import { ViewingCopy } from './submission/viewing-copy.entity.js';
import { ViewingPage } from './submission/viewing-page.entity.js';
import { EligibilityCheck } from './submission/eligibility-check.entity.js';
import { EligibilityNote } from './submission/eligibility-note.entity.js';
import { DirectEntry } from './submission/direct-entry.entity.js';
import { DueDiligenceRefusal } from './results/due-diligence-refusal.entity.js';
import { DueDiligenceCase } from './results/due-diligence-case.entity.js';
import { PendingDuplicateSearch } from './submission/pending-duplicate-search.entity.js';
import { FormVersion } from './submission/form-version.entity.js';
import { FormDraft } from './submission/form-draft.entity.js';
import { Import } from './submission/import.entity.js';
import { ImportMapping } from './submission/import-mapping.entity.js';
import { Judge } from './judging/judge.entity.js';
import { JudgeContactChange } from './judging/judge-contact-change.entity.js';
import { JudgeEmployer } from './judging/judge-employer.entity.js';
import { JudgeFieldGroup } from './judging/judge-field-group.entity.js';
import { JudgeWish } from './judging/judge-wish.entity.js';
import { RecusalOrder } from './judging/recusal-order.entity.js';
import { AssignmentRun } from './judging/assignment-run.entity.js';
import { AssignmentRunPair } from './judging/assignment-run-pair.entity.js';
import { JudgeInvitation } from './judging/judge-invitation.entity.js';
import { PanelJudge } from './judging/panel-judge.entity.js';
import { ConflictOfInterest } from './judging/conflict-of-interest.entity.js';
import { Assignment } from './judging/assignment.entity.js';
import { DeclaredEntry } from './judging/declared-entry.entity.js';
import { CandidateDecision } from './judging/candidate-decision.entity.js';
import { DismissalReason } from './judging/dismissal-reason.entity.js';
import { InterestStatement } from './judging/interest-statement.entity.js';
import { NamedInterestRow } from './judging/named-interest.entity.js';
import { InterestDeclaration } from './judging/interest-declaration.entity.js';
import { Draft } from './judging/draft.entity.js';
import { RosterApproval } from './judging/roster-approval.entity.js';
import { RosterChange } from './judging/roster-change.entity.js';
import { ScoreSheet } from './judging/score-sheet.entity.js';
import { OrganiserRecusal } from './judging/organiser-recusal.entity.js';
import { SheetCommentsRow } from './judging/sheet-comments.entity.js';
import { CalibrationEntryRow } from './judging/calibration-entry.entity.js';
import { CalibrationSheetRow } from './judging/calibration-sheet.entity.js';
import { DrawCall } from './judging/draw-call.entity.js';
import { DrawFile } from './judging/draw-file.entity.js';
import { DrawLine } from './judging/draw-line.entity.js';
import { Draw } from './judging/draw.entity.js';
import { SheetSignatureRow } from './judging/sheet-signature.entity.js';
import { LateSheet } from './judging/late-sheet.entity.js';
import { ReReview } from './judging/re-review.entity.js';
import { SheetUnlock } from './judging/sheet-unlock.entity.js';
import { OwnerCompetitor } from './judging/owner-competitor.entity.js';
import { TechnicalOpinion } from './judging/technical-opinion.entity.js';
import { CriterionScore } from './judging/criterion-score.entity.js';
import { JudgeReminder } from './judging/judge-reminder.entity.js';
import { WallRead } from './judging/wall-read.entity.js';
import { WallVisit } from './judging/wall-visit.entity.js';
import { PendingTally } from './scoring/pending-tally.entity.js';
import { TallyRun } from './scoring/tally-run.entity.js';
import { TallyRow } from './scoring/tally-row.entity.js';
import { StageAnalysisRow } from './scoring/stage-analysis.entity.js';
import { JudgeEffect } from './scoring/judge-effect.entity.js';
import { AwardTier } from './results/award-tier.entity.js';
import { TieDecisionApproval } from './results/tie-decision-approval.entity.js';
import { TieDecision } from './results/tie-decision.entity.js';
import { AwardListVersion } from './results/award-list-version.entity.js';
import { AwardListRun } from './results/award-list-run.entity.js';
import { AwardListItem } from './results/award-list-item.entity.js';
import { PublicationRequest } from './results/publication-request.entity.js';
import { Publication } from './results/publication.entity.js';
import { LandingIntent } from './landing/landing-intent.entity.js';
import { LandingSuggestion } from './landing/landing-suggestion.entity.js';
import { PendingLandingSuggestion } from './landing/pending-landing-suggestion.entity.js';
import { LandingConfirmation } from './landing/landing-confirmation.entity.js';
import { ProblemAcceptance } from './landing/problem-acceptance.entity.js';
import { TechnicalProblemSolution } from './landing/technical-problem-solution.entity.js';
import { Transformation } from './landing/transformation.entity.js';
import { LedgerEvent } from './ledger/ledger-event.entity.js';
import { LedgerPending } from './ledger/ledger-pending.entity.js';
import { CommitmentSalt } from './ledger/commitment-salt.entity.js';
import { OutboxMessage } from './mail/outbox-message.entity.js';
import { OutboxAttempt } from './mail/outbox-attempt.entity.js';

/** The whole schema in one glance, upstream features first. Relations are plain ids: SQL joins, nothing loads by itself. */
export const entities = [
  User,
  Credential,
  Session,
  Consent,
  OneTimeLink,
  Registration,
  LoginAttempt,
  IdempotencyKey,
  RoleGrant,
  Organisation,
  OrganisationAct,
  OrganisationName,
  Contest,
  Edition,
  EditionSetting,
  Track,
  FieldGroup,
  Division,
  Stage,
  Window,
  WindowChange,
  LateEntryRule,
  FileBytesRule,
  DuplicateKey,
  DuplicateMark,
  DuplicatePair,
  EntryDraft,
  EntryExtension,
  RulesVersion,
  RulesLock,
  Criterion,
  Panel,
  StageEntry,
  EnterpriseProblem,
  Entry,
  EntryCounter,
  EntryFile,
  EntryTranslation,
  EntryTranslationConfirmation,
  EntryVersion,
  Avoidance,
  MemberContact,
  TeamInvitation,
  TeamMember,
  PassingConsent,
  ReceivingOffice,
  TeamTie,
  AnonymisedCopy,
  ViewingCopy,
  ViewingPage,
  EligibilityCheck,
  EligibilityNote,
  DirectEntry,
  DueDiligenceCase,
  PendingDuplicateSearch,
  DueDiligenceRefusal,
  FormVersion,
  FormDraft,
  Import,
  ImportMapping,
  Judge,
  JudgeContactChange,
  JudgeEmployer,
  JudgeFieldGroup,
  JudgeWish,
  RecusalOrder,
  AssignmentRun,
  AssignmentRunPair,
  JudgeInvitation,
  PanelJudge,
  ConflictOfInterest,
  DeclaredEntry,
  InterestDeclaration,
  InterestStatement,
  CandidateDecision,
  DismissalReason,
  NamedInterestRow,
  Assignment,
  Draft,
  RosterApproval,
  RosterChange,
  ScoreSheet,
  OrganiserRecusal,
  SheetCommentsRow,
  SheetSignatureRow,
  CalibrationEntryRow,
  CalibrationSheetRow,
  Draw,
  DrawCall,
  DrawFile,
  DrawLine,
  LateSheet,
  ReReview,
  SheetUnlock,
  OwnerCompetitor,
  TechnicalOpinion,
  CriterionScore,
  JudgeReminder,
  WallRead,
  WallVisit,
  PendingTally,
  TallyRun,
  TallyRow,
  StageAnalysisRow,
  JudgeEffect,
  AwardTier,
  TieDecision,
  TieDecisionApproval,
  AwardListVersion,
  AwardListRun,
  AwardListItem,
  PublicationRequest,
  Publication,
  LandingIntent,
  LandingSuggestion,
  PendingLandingSuggestion,
  LandingConfirmation,
  ProblemAcceptance,
  TechnicalProblemSolution,
  Transformation,
  LedgerEvent,
  LedgerPending,
  CommitmentSalt,
  OutboxMessage,
  OutboxAttempt,
];
