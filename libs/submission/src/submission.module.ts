import { Module } from '@nestjs/common';
import { ContestModule } from '#contest';
import { LedgerModule } from '#ledger';
import { MailModule } from '#mail';
import { EligibilityService } from './eligibility.service.js';
import { EnterpriseProblemService } from './enterprise-problem.service.js';
import { EntryDeadlineService } from './entry-deadline.service.js';
import { EntryNotices } from './entry-notices.js';
import { EntryQueryService } from './entry-query.service.js';
import { EntryService } from './entry.service.js';
import { EntryFormService } from './form/entry-form.service.js';
import { FormEditService } from './form/form-edit.service.js';
import { FormService } from './form/form.service.js';

const services = [
  EligibilityService,
  EnterpriseProblemService,
  EntryDeadlineService,
  EntryFormService,
  EntryQueryService,
  EntryService,
  FormEditService,
  FormService,
];

@Module({
  imports: [LedgerModule, ContestModule, MailModule],
  providers: [EntryNotices, ...services],
  exports: services,
})
export class SubmissionModule {}
