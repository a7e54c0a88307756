import { Identity1764000000001 } from './1764000000001-identity.js';
import { Contest1764000000002 } from './1764000000002-contest.js';
import { Submission1764000000003 } from './1764000000003-submission.js';
import { Judging1764000000004 } from './1764000000004-judging.js';
import { Scoring1764000000005 } from './1764000000005-scoring.js';
import { Results1764000000006 } from './1764000000006-results.js';
import { Landing1764000000007 } from './1764000000007-landing.js';
import { Ledger1764000000008 } from './1764000000008-ledger.js';
import { DemoApart1764000000030 } from './1764000000030-demo-apart.js';
import { CriterionScoresByStatement1764000000031 } from './1764000000031-criterion-scores-by-statement.js';
import { Invariants1764000000040 } from './1764000000040-invariants.js';
import { SubmitScoreSheet1764000000110 } from './1764000000110-submit-score-sheet.js';
import { CountedSheets1764000000111 } from './1764000000111-counted-sheets.js';
import { PendingTallyTriggers1764000000112 } from './1764000000112-pending-tally-triggers.js';
import { StagesHold1764000000130 } from './1764000000130-stages-hold.js';
import { StageLocks1764000000140 } from './1764000000140-stage-locks.js';
import { RecordedDecisions1764000000141 } from './1764000000141-recorded-decisions.js';
import { SheetInvariants1764000000142 } from './1764000000142-sheet-invariants.js';
import { DraftVersions1764000000143 } from './1764000000143-draft-versions.js';
import { WallReads1764000000150 } from './1764000000150-wall-reads.js';
import { StageAnalyses1764000000160 } from './1764000000160-stage-analyses.js';
import { Outbox1764000000210 } from './1764000000210-outbox.js';
import { Forms1764000000220 } from './1764000000220-forms.js';
import { Eligibility1764000000230 } from './1764000000230-eligibility.js';
import { Imports1764000000260 } from './1764000000260-imports.js';
import { ImportKinds1764000000261 } from './1764000000261-import-kinds.js';
import { OrganisationsByHand1764000000262 } from './1764000000262-organisations-by-hand.js';
import { People1764000000240 } from './1764000000240-people.js';
import { EntryFiles1764000000200 } from './1764000000200-entry-files.js';
import { Organisations1764000000250 } from './1764000000250-organisations.js';
import { ViewingCopies1764000000270 } from './1764000000270-viewing-copies.js';
import { DirectEntries1764000000251 } from './1764000000251-direct-entries.js';
import { EntryDeadlines1764000000280 } from './1764000000280-entry-deadlines.js';
import { EntryDrafts1764000000281 } from './1764000000281-entry-drafts.js';
import { AnonymisedCopies1764000000271 } from './1764000000271-anonymised-copies.js';
import { EntryReads1764000000282 } from './1764000000282-entry-reads.js';
import { FileBytesRules1764000000290 } from './1764000000290-file-bytes-rules.js';
import { CopyInterruptions1764000000295 } from './1764000000295-copy-interruptions.js';
import { StandingRules1764000000294 } from './1764000000294-standing-rules.js';
import { Duplicates1764000000283 } from './1764000000283-duplicates.js';
import { ReminderHours1764000000252 } from './1764000000252-reminder-hours.js';
import { DueDiligence1764000000253 } from './1764000000253-due-diligence.js';
import { ConsentEffects1764000000241 } from './1764000000241-consent-effects.js';
import { EntryTranslations1764000000285 } from './1764000000285-entry-translations.js';
import { TeamTies1764000000287 } from './1764000000287-team-ties.js';
import { EditionSettings1764000000288 } from './1764000000288-edition-settings.js';
import { DueDiligenceRefusals1764000000289 } from './1764000000289-due-diligence-refusals.js';
import { ReceivingOffices1764000000244 } from './1764000000244-receiving-offices.js';
import { JudgeRoster1764000000300 } from './1764000000300-judge-roster.js';
import { JudgeInvitations1764000000301 } from './1764000000301-judge-invitations.js';
import { RosterRules1764000000302 } from './1764000000302-roster-rules.js';
import { JudgePool1764000000303 } from './1764000000303-judge-pool.js';
import { JudgeVersions1764000000304 } from './1764000000304-judge-versions.js';
import { JudgeContacts1764000000305 } from './1764000000305-judge-contacts.js';
import { ReadingPreferences1764000000308 } from './1764000000308-reading-preferences.js';
import { SheetComments1764000000311 } from './1764000000311-sheet-comments.js';
import { LateSheets1764000000319 } from './1764000000319-late-sheets.js';
import { TechnicalOpinions1764000000314 } from './1764000000314-technical-opinions.js';
import { OwnerCompetitors1764000000333 } from './1764000000333-owner-competitors.js';
import { ReReviews1764000000328 } from './1764000000328-re-reviews.js';
import { SheetUnlocks1764000000309 } from './1764000000309-sheet-unlocks.js';
import { AssignmentsOfAStage1764000000312 } from './1764000000312-assignments-of-a-stage.js';
import { StoredSheetInWords1764000000313 } from './1764000000313-stored-sheet-in-words.js';
import { OrganiserRecusals1764000000315 } from './1764000000315-organiser-recusals.js';
import { RecusedAsJudges1764000000316 } from './1764000000316-recused-as-judges.js';
import { PseudonymKeys1764000000323 } from './1764000000323-pseudonym-keys.js';
import { JudgeReminders1764000000318 } from './1764000000318-judge-reminders.js';
import { AssignmentRuns1764000000306 } from './1764000000306-assignment-runs.js';
import { Draws1764000000320 } from './1764000000320-draws.js';
import { InterestDeclarations1764000000324 } from './1764000000324-interest-declarations.js';
import { RecusalOrders1764000000330 } from './1764000000330-recusal-orders.js';
import { InterestStatements1764000000325 } from './1764000000325-interest-statements.js';
import { ConflictCandidates1764000000326 } from './1764000000326-conflict-candidates.js';
import { DismissedEvidence1764000000327 } from './1764000000327-dismissed-evidence.js';
import { BegunBeforeDeclarations1764000000332 } from './1764000000332-begun-before-declarations.js';
import { JudgeWishes1764000000329 } from './1764000000329-judge-wishes.js';
import { SheetSignatures1764000000322 } from './1764000000322-sheet-signatures.js';
import { Calibration1764000000321 } from './1764000000321-calibration.js';
import { CalibrationRules1764000000336 } from './1764000000336-calibration-rules.js';
import { EntryShare1764000000337 } from './1764000000337-entry-share.js';

/** Every migration, oldest first. Listed by hand: no globs, so that a build cannot lose one. */
export const migrations = [
  Identity1764000000001,
  Contest1764000000002,
  Submission1764000000003,
  Judging1764000000004,
  Scoring1764000000005,
  Results1764000000006,
  Landing1764000000007,
  Ledger1764000000008,
  DemoApart1764000000030,
  CriterionScoresByStatement1764000000031,
  Invariants1764000000040,
  SubmitScoreSheet1764000000110,
  CountedSheets1764000000111,
  StagesHold1764000000130,
  PendingTallyTriggers1764000000112,
  StageLocks1764000000140,
  RecordedDecisions1764000000141,
  SheetInvariants1764000000142,
  DraftVersions1764000000143,
  WallReads1764000000150,
  StageAnalyses1764000000160,
  Outbox1764000000210,
  Forms1764000000220,
  Eligibility1764000000230,
  EntryFiles1764000000200,
  Organisations1764000000250,
  ViewingCopies1764000000270,
  Imports1764000000260,
  ImportKinds1764000000261,
  OrganisationsByHand1764000000262,
  People1764000000240,
  DirectEntries1764000000251,
  EntryDeadlines1764000000280,
  EntryDrafts1764000000281,
  AnonymisedCopies1764000000271,
  EntryReads1764000000282,
  Duplicates1764000000283,
  ReminderHours1764000000252,
  DueDiligence1764000000253,
  FileBytesRules1764000000290,
  EntryTranslations1764000000285,
  TeamTies1764000000287,
  EditionSettings1764000000288,
  DueDiligenceRefusals1764000000289,
  ReceivingOffices1764000000244,
  ConsentEffects1764000000241,
  StandingRules1764000000294,
  CopyInterruptions1764000000295,
  JudgeRoster1764000000300,
  JudgeInvitations1764000000301,
  RosterRules1764000000302,
  JudgePool1764000000303,
  JudgeVersions1764000000304,
  JudgeContacts1764000000305,
  AssignmentRuns1764000000306,
  ReadingPreferences1764000000308,
  SheetUnlocks1764000000309,
  SheetComments1764000000311,
  AssignmentsOfAStage1764000000312,
  StoredSheetInWords1764000000313,
  OrganiserRecusals1764000000315,
  PseudonymKeys1764000000323,
  JudgeReminders1764000000318,
  RecusedAsJudges1764000000316,
  Draws1764000000320,
  InterestDeclarations1764000000324,
  InterestStatements1764000000325,
  ConflictCandidates1764000000326,
  DismissedEvidence1764000000327,
  JudgeWishes1764000000329,
  RecusalOrders1764000000330,
  Calibration1764000000321,
  SheetSignatures1764000000322,
  BegunBeforeDeclarations1764000000332,
  LateSheets1764000000319,
  ReReviews1764000000328,
  TechnicalOpinions1764000000314,
  OwnerCompetitors1764000000333,
  CalibrationRules1764000000336,
  EntryShare1764000000337,
];
