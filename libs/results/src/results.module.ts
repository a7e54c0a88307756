import { LedgerModule } from '#ledger';
import { Module } from '@nestjs/common';
import { AwardListService } from './award-list.service.js';
import { PublicationService } from './publication.service.js';
import { PublishedListService } from './published-list.service.js';
import { TieDecisionService } from './tie-decision.service.js';

const services = [AwardListService, PublicationService, PublishedListService, TieDecisionService];

@Module({ imports: [LedgerModule], providers: services, exports: services })
export class ResultsModule {}
