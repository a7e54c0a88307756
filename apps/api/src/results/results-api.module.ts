import { Module } from '@nestjs/common';
import { ResultsModule } from '#results';
import { AdvancementController } from './advancement.controller.js';
import { AwardListController } from './award-list.controller.js';
import { DepartureController } from './departure.controller.js';
import { DueDiligenceRefusalController } from './due-diligence-refusal.controller.js';
import { DueDiligenceController } from './due-diligence.controller.js';
import { PublicAwardListController } from './public-award-list.controller.js';

@Module({
  imports: [ResultsModule],
  controllers: [
    AdvancementController,
    AwardListController,
    DepartureController,
    DueDiligenceController,
    DueDiligenceRefusalController,
    PublicAwardListController,
  ],
})
export class ResultsApiModule {}
