import { Module } from '@nestjs/common';
import { JudgingModule } from '#judging';
import { ScoringModule } from '#scoring';
import { AssignmentController } from './assignment.controller.js';
import { DraftController } from './draft.controller.js';
import { RecusalController } from './recusal.controller.js';
import { ScoreSheetController } from './score-sheet.controller.js';
import { WallController } from './wall.controller.js';

@Module({
  imports: [JudgingModule, ScoringModule],
  controllers: [AssignmentController, DraftController, RecusalController, ScoreSheetController, WallController],
})
export class JudgingApiModule {}
