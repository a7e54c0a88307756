import { Module } from '@nestjs/common';
import { ContestModule } from '#contest';
import { JudgingModule } from '#judging';
import { EditionController } from './edition.controller.js';
import { StageWindowController } from './stage-window.controller.js';
import { StageWindowService } from './stage-window.service.js';

@Module({
  imports: [ContestModule, JudgingModule],
  controllers: [EditionController, StageWindowController],
  providers: [StageWindowService],
})
export class ContestApiModule {}
