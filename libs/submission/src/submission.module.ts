import { Module } from '@nestjs/common';
import { ContestModule } from '#contest';
import { LedgerModule } from '#ledger';
import { EligibilityService } from './eligibility.service.js';
import { EnterpriseProblemService } from './enterprise-problem.service.js';
import { EntryQueryService } from './entry-query.service.js';
import { EntryService } from './entry.service.js';

const services = [EligibilityService, EnterpriseProblemService, EntryQueryService, EntryService];

@Module({ imports: [LedgerModule, ContestModule], providers: services, exports: services })
export class SubmissionModule {}
