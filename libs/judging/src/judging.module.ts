import { Module } from '@nestjs/common';
import { ContestModule } from '#contest';
import { LedgerModule } from '#ledger';
import { MailModule } from '#mail';
import { SubmissionModule } from '#submission';
import { AssignedEntriesService } from './assignment/assigned-entries.service.js';
import { AssignmentApplicationService } from './assignment/assignment-application.service.js';
import { AssignmentDeskService } from './assignment/assignment-desk.service.js';
import { AssignmentRequestService } from './assignment/assignment-request.service.js';
import { AssignmentRunService } from './assignment/assignment-run.service.js';
import { HandAssignmentService } from './assignment/hand-assignment.service.js';
import { AssignmentKeyService } from './assignment-key.service.js';
import { AssignmentService } from './assignment.service.js';
import { AssignmentStandingService } from './assignment-standing.service.js';
import { BulkScoreSheetService } from './bulk-score-sheet.service.js';
import { CalibrationDeskService } from './calibration/calibration-desk.service.js';
import { CalibrationService } from './calibration/calibration.service.js';
import { ConflictService } from './conflict.service.js';
import { ContactChangeService } from './contact/contact-change.service.js';
import { ContactMoveService } from './contact/contact-move.service.js';
import { DrawConfirmationService } from './draw/draw-confirmation.service.js';
import { DrawQueryService } from './draw/draw-query.service.js';
import { DrawRecordService } from './draw/draw-record.service.js';
import { DrawEffectService } from './draw/draw-effect.service.js';
import { DrawSubstituteService } from './draw/draw-substitute.service.js';
import { BulkDeclarationService } from './declaration/bulk-declaration.service.js';
import { InterestDeclarationService } from './declaration/interest-declaration.service.js';
import { InterestStatementService } from './declaration/interest-statement.service.js';
import { ConflictCandidateService } from './candidate/conflict-candidate.service.js';
import { EmployerYearsService } from './candidate/employer-years.service.js';
import { DraftService } from './draft.service.js';
import { InvitationAnswerService } from './invitation/invitation-answer.service.js';
import { JudgeInvitationService } from './invitation/judge-invitation.service.js';
import { JudgeImportService } from './import/judge-import.service.js';
import { JudgeDeskService } from './judge-desk.service.js';
import { JudgeListService } from './judge-list.service.js';
import { JudgeService } from './judge.service.js';
import { JudgeAdditionService } from './pool/judge-addition.service.js';
import { JudgeEnrolmentService } from './pool/judge-enrolment.service.js';
import { JudgeFactsService } from './pool/judge-facts.service.js';
import { JudgeWishService } from './pool/judge-wish.service.js';
import { OrganiserRecusalService } from './recusal/organiser-recusal.service.js';
import { RecusalOrderEffectService } from './recusal/recusal-order-effect.service.js';
import { RecusalOrderQueryService } from './recusal/recusal-order-query.service.js';
import { RecusalOrderService } from './recusal/recusal-order.service.js';
import { StageRecusalService } from './recusal/stage-recusal.service.js';
import { SubstituteService } from './recusal/substitute.service.js';
import { RecusalService } from './recusal.service.js';
import { RosterActService } from './roster/roster-act.service.js';
import { RosterQueryService } from './roster/roster-query.service.js';
import { RosterService } from './roster/roster.service.js';
import { ScoreSheetService } from './score-sheet.service.js';
import { StoredSheetNews } from './stored-sheet-news.js';
import { LateSheetActs } from './unlock/late-sheet-acts.js';
import { LateSheetService } from './unlock/late-sheet.service.js';
import { OwnerCompetitorService } from './opinion/owner-competitor.service.js';
import { TechnicalOpinionService } from './opinion/technical-opinion.service.js';
import { ReReviewService } from './unlock/re-review.service.js';
import { SheetUnlockQueryService } from './unlock/sheet-unlock-query.service.js';
import { SheetUnlockService } from './unlock/sheet-unlock.service.js';
import { JudgePaperService } from './paper/judge-paper.service.js';
import { JudgeReminderService } from './wall/judge-reminder.service.js';
import { WallChangeService } from './wall/wall-change.service.js';
import { WallDetailService } from './wall/wall-detail.service.js';
import { WallReadService } from './wall/wall-read.service.js';
import { WallService } from './wall/wall.service.js';

const services = [
  BulkDeclarationService,
  InterestDeclarationService,
  InterestStatementService,
  ConflictCandidateService,
  EmployerYearsService,
  AssignedEntriesService,
  AssignmentApplicationService,
  AssignmentDeskService,
  AssignmentRequestService,
  AssignmentRunService,
  HandAssignmentService,
  AssignmentService,
  AssignmentStandingService,
  BulkScoreSheetService,
  CalibrationDeskService,
  CalibrationService,
  ConflictService,
  ContactChangeService,
  DraftService,
  DrawConfirmationService,
  DrawQueryService,
  DrawRecordService,
  InvitationAnswerService,
  JudgeAdditionService,
  JudgeDeskService,
  JudgeEnrolmentService,
  JudgeFactsService,
  JudgeWishService,
  JudgeImportService,
  JudgeInvitationService,
  JudgeListService,
  JudgePaperService,
  JudgeReminderService,
  JudgeService,
  LateSheetService,
  OrganiserRecusalService,
  RecusalOrderEffectService,
  RecusalOrderService,
  RecusalOrderQueryService,
  RecusalService,
  ReReviewService,
  OwnerCompetitorService,
  TechnicalOpinionService,
  RosterActService,
  RosterQueryService,
  RosterService,
  ScoreSheetService,
  StoredSheetNews,
  SheetUnlockQueryService,
  SheetUnlockService,
  WallChangeService,
  WallDetailService,
  StageRecusalService,
  DrawEffectService,
  DrawSubstituteService,
  SubstituteService,
  WallReadService,
  WallService,
];

/** Needs the global QueueModule: a submitted sheet asks for a tally. */
@Module({
  imports: [ContestModule, LedgerModule, MailModule, SubmissionModule],
  providers: [AssignmentKeyService, ContactMoveService, LateSheetActs, ...services],
  exports: services,
})
export class JudgingModule {}
