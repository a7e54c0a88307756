import { ContestModule } from '#contest';
import { LedgerModule } from '#ledger';
import { Module } from '@nestjs/common';
import { AwardListActService } from './award-list-act.service.js';
import { AwardListService } from './award-list.service.js';
import { DueDiligenceQueryService } from './due-diligence/due-diligence-query.service.js';
import { DueDiligenceRefusalService } from './due-diligence/due-diligence-refusal.service.js';
import { DueDiligenceSettingService } from './due-diligence/due-diligence-setting.service.js';
import { DueDiligenceService } from './due-diligence/due-diligence.service.js';
import { PublicationService } from './publication.service.js';
import { PublishedListService } from './published-list.service.js';
import { StageAdvancementService } from './stage-advancement.service.js';
import { StageDepartureService } from './stage-departure.service.js';
import { TieDecisionService } from './tie-decision.service.js';

const services = [
  AwardListActService,
  AwardListService,
  DueDiligenceQueryService,
  DueDiligenceService,
  DueDiligenceRefusalService,
  DueDiligenceSettingService,
  PublicationService,
  PublishedListService,
  StageAdvancementService,
  StageDepartureService,
  TieDecisionService,
];

@Module({ imports: [ContestModule, LedgerModule], providers: services, exports: services })
export class ResultsModule {}
