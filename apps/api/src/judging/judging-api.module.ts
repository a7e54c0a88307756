import { Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from '#config';
import { JudgingFileModule, JudgingModule } from '#judging';
import { ScoringModule } from '#scoring';
import { fileLinkSettings } from '../file-link-settings.js';
import { AssignedEntryController } from './assigned-entry.controller.js';
import { AssignedPageController } from './assigned-page.controller.js';
import { AssignedVideoController } from './assigned-video.controller.js';
import { AssignmentPlanController } from './assignment-plan.controller.js';
import { AssignmentController } from './assignment.controller.js';
import { CalibrationController } from './calibration.controller.js';
import { DrawController } from './draw.controller.js';
import { DrawFileController } from './draw-file.controller.js';
import { DraftController } from './draft.controller.js';
import { HandAssignmentController } from './hand-assignment.controller.js';
import { InterestDeclarationController } from './interest-declaration.controller.js';
import { InterestStatementController } from './interest-statement.controller.js';
import { ConflictCandidateController } from './conflict-candidate.controller.js';
import { JudgeController } from './judge.controller.js';
import { JudgeAnswerController } from './judge-answer.controller.js';
import { JudgeContactController } from './judge-contact.controller.js';
import { JudgeInvitationController } from './judge-invitation.controller.js';
import { JudgeRosterController } from './judge-roster.controller.js';
import { JudgeWishController } from './judge-wish.controller.js';
import { JudgePaperController } from './judge-paper.controller.js';
import { JudgeReminderController } from './judge-reminder.controller.js';
import { OrganiserRecusalController } from './organiser-recusal.controller.js';
import { RecusalOrderController } from './recusal-order.controller.js';
import { RecusalController } from './recusal.controller.js';
import { ScoreSheetController } from './score-sheet.controller.js';
import { LateSheetController } from './late-sheet.controller.js';
import { OwnerCompetitorController } from './owner-competitor.controller.js';
import { TechnicalOpinionController } from './technical-opinion.controller.js';
import { ReReviewController } from './re-review.controller.js';
import { SheetUnlockController } from './sheet-unlock.controller.js';
import { StageRecusalController } from './stage-recusal.controller.js';
import { WallController } from './wall.controller.js';
import { WallDetailController } from './wall-detail.controller.js';

@Module({})
export class JudgingApiModule {
  static register(config: AppConfig): DynamicModule {
    return {
      module: JudgingApiModule,
      imports: [JudgingModule, JudgingFileModule.register(fileLinkSettings(config)), ScoringModule],
      controllers: [
        ...[AssignmentController, AssignedEntryController, AssignedPageController, AssignedVideoController],
        CalibrationController,
        ...[
          DraftController,
          DrawController,
          DrawFileController,
          InterestDeclarationController,
          InterestStatementController,
          ConflictCandidateController,
          JudgeController,
          JudgeAnswerController,
          JudgeContactController,
          JudgeInvitationController,
          JudgePaperController,
          JudgeReminderController,
          JudgeRosterController,
          JudgeWishController,
          OrganiserRecusalController,
          RecusalController,
          RecusalOrderController,
          ScoreSheetController,
          LateSheetController,
          OwnerCompetitorController,
          TechnicalOpinionController,
          ReReviewController,
          SheetUnlockController,
          StageRecusalController,
          WallController,
          WallDetailController,
          AssignmentPlanController,
          HandAssignmentController,
        ],
      ],
    };
  }
}
