export { type AssignmentAnswer, type AssignmentJob } from './assignment/assign.js';
export { assignApart, type AssignmentLimits, assignmentLimits, AssignmentStopped } from './assignment/assign-apart.js';
export { AssignedEntriesService, type AssignedEntriesQuery } from './assignment/assigned-entries.service.js';
export { AssignmentApplicationService } from './assignment/assignment-application.service.js';
export {
  assignmentRunStates,
  type AssignmentDesk,
  type AssignmentPreview,
  type AssignmentRunLine,
  type AssignmentRunState,
  type DeskJudge,
  type EntryJudge,
  type EntryWithJudges,
  type EntryWithJudgesPage,
  type NamedEntry,
  type NamedFinding,
} from './assignment/assignment-desk.js';
export { AssignmentDeskService } from './assignment/assignment-desk.service.js';
export { type AssignmentFault } from './assignment/assignment-lease.js';
export { AssignmentRequestService } from './assignment/assignment-request.service.js';
export { AssignmentRunService } from './assignment/assignment-run.service.js';
export { HandAssignmentService } from './assignment/hand-assignment.service.js';
export type { PlanAbsence } from './assignment/plan-choice.js';
export { type JudgeAbsence, judgeAbsences } from './assignment/judge-absence.js';
export { AssignedEntryService } from './assigned-entry.service.js';
export { AssignmentService, type AssignmentPair, type CreatedAssignment } from './assignment.service.js';
export { AssignmentStandingService } from './assignment-standing.service.js';
export { BulkScoreSheetService, type BulkSheet } from './bulk-score-sheet.service.js';
export { CalibrationDeskService, type CalibrationDesk } from './calibration/calibration-desk.service.js';
export { CalibrationService, type StageCalibration } from './calibration/calibration.service.js';
export { ConflictService, conflictReasons, type ConflictDeclaration, type ConflictReason } from './conflict.service.js';
export { ContactChangeService } from './contact/contact-change.service.js';
export { BulkDeclarationService } from './declaration/bulk-declaration.service.js';
export { type DeclarationDesk, InterestDeclarationService } from './declaration/interest-declaration.service.js';
export { type InterestStatement, InterestStatementService } from './declaration/interest-statement.service.js';
export { type CandidatePage, ConflictCandidateService } from './candidate/conflict-candidate.service.js';
export { EmployerYearsService } from './candidate/employer-years.service.js';
export type { StageCandidate } from './candidate/stage-candidates.js';
export { DraftService, type DraftChange, type SavedDraft } from './draft.service.js';
export { DrawConfirmationService } from './draw/draw-confirmation.service.js';
export { DrawEvidenceService } from './draw/draw-evidence.service.js';
export type { PoolMember, PoolWanted } from './draw/draw-pool.js';
export {
  type DrawDesk,
  type DrawMinute,
  DrawQueryService,
  type DrawSummary,
  type MinuteLine,
} from './draw/draw-query.service.js';
export { DrawRecordService } from './draw/draw-record.service.js';
export type { NewHandDraw, NewSeededDraw } from './draw/draw-request.js';
export { DrawSubstituteService } from './draw/draw-substitute.service.js';
export {
  JudgeDeskService,
  type AnsweredProblem,
  type DeskAssignment,
  type DeskCalibration,
  type DeskQueue,
  type DeskStage,
  type SheetDesk,
} from './judge-desk.service.js';
export {
  InvitationAnswerService,
  type JudgeAnswer,
  type JudgeInvitationPreview,
} from './invitation/invitation-answer.service.js';
export { JudgeInvitationService, type IssuedJudgeInvitation } from './invitation/judge-invitation.service.js';
export { JudgeImportService } from './import/judge-import.service.js';
export { JudgeAdditionService } from './pool/judge-addition.service.js';
export { JudgeFactsService } from './pool/judge-facts.service.js';
export {
  type FieldGroupWish,
  type JudgeWish,
  JudgeWishService,
  judgeWishes,
  type WishingEdition,
} from './pool/judge-wish.service.js';
export { JudgeListService, type JudgePage, type ListedJudge } from './judge-list.service.js';
export { JudgeService, type NewJudge } from './judge.service.js';
export { JudgingFileModule } from './judging-file.module.js';
export { JudgingModule } from './judging.module.js';
export {
  OrganiserRecusalService,
  type NewOrganiserRecusal,
  type OrganiserRecusals,
} from './recusal/organiser-recusal.service.js';
export {
  RecusalOrderQueryService,
  type RecusalOrders,
  type RecusalOrderState,
} from './recusal/recusal-order-query.service.js';
export { awaitedOrders } from './recusal/awaited-orders.js';
export { RecusalOrderService, type NewRecusalOrder } from './recusal/recusal-order.service.js';
export { StageRecusalService, type StageRecusals } from './recusal/stage-recusal.service.js';
export { SubstituteService, type EntryToCover } from './recusal/substitute.service.js';
export { RecusalService } from './recusal.service.js';
export { RosterActService } from './roster/roster-act.service.js';
export { RosterQueryService, type RosterLine, type RosterView } from './roster/roster-query.service.js';
export { RosterService, type ApprovedRoster } from './roster/roster.service.js';
export { ScoreSheetService, type AcceptedSheet, type Submission } from './score-sheet.service.js';
export { receiptNumber } from './receipt-number.js';
export { LateSheetService, type LateReceipt } from './unlock/late-sheet.service.js';
export type { OwnSheet } from './own-sheet.js';
export type { OwnLateSheet } from './unlock/own-late-sheet.js';
export type { LateLine } from './unlock/late-lines.js';
export {
  type CompetitorLine,
  type OwnerCompetitors,
  OwnerCompetitorService,
} from './opinion/owner-competitor.service.js';
export {
  opinionLevels,
  TechnicalOpinionService,
  type OpinionLevel,
  type OpinionLine,
  type TechnicalOpinions,
} from './opinion/technical-opinion.service.js';
export { ReReviewService, type ReReviewLine, type StageReReviews } from './unlock/re-review.service.js';
export { SheetUnlockQueryService, type JudgeSheet, type StageUnlocks } from './unlock/sheet-unlock-query.service.js';
export { SheetUnlockService, unlockHours, type UnlockRequest } from './unlock/sheet-unlock.service.js';
export { JudgePaperService, type JudgePapers, type ScheduledEntries } from './paper/judge-paper.service.js';
export { JudgeReminderService, type JudgeReminder } from './wall/judge-reminder.service.js';
export {
  WallChangeService,
  wallChangeKinds,
  type WallChangeKind,
  type WallChanges,
} from './wall/wall-change.service.js';
export { WallDetailService, type WallCoverage, type WallMap } from './wall/wall-detail.service.js';
export { WallReadService, type WallReader } from './wall/wall-read.service.js';
export { WallService, type Wall } from './wall/wall.service.js';
