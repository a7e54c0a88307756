import { Module } from '@nestjs/common';
import { LedgerModule } from '#ledger';
import { AnalysisQueryService } from './analysis-query.service.js';
import { AnalysisService } from './analysis.service.js';
import { AnalysisStore } from './analysis.store.js';
import { PendingTallyService } from './pending-tally.service.js';
import { StageEventService } from './stage-event.service.js';
import { TallyQueryService } from './tally-query.service.js';
import { TallyRunStore } from './tally-run.store.js';
import { TallyService } from './tally.service.js';

const services = [
  AnalysisQueryService,
  AnalysisService,
  PendingTallyService,
  StageEventService,
  TallyQueryService,
  TallyService,
];

/** Needs the global EventsModule: a completed run is told to the api processes. */
@Module({ imports: [LedgerModule], providers: [AnalysisStore, TallyRunStore, ...services], exports: services })
export class ScoringModule {}
