import { Module } from '@nestjs/common';
import { LandingModule } from '#landing';
import { SubmissionModule } from '#submission';
import { EligibilityController } from './eligibility.controller.js';
import { EntryDeadlineController } from './entry-deadline.controller.js';
import { EntryListController } from './entry-list.controller.js';
import { EntryController } from './entry.controller.js';
import { FormController } from './form.controller.js';
import { OwnEligibilityController } from './own-eligibility.controller.js';

@Module({
  imports: [SubmissionModule, LandingModule],
  controllers: [
    EligibilityController,
    EntryController,
    EntryDeadlineController,
    EntryListController,
    FormController,
    OwnEligibilityController,
  ],
})
export class SubmissionApiModule {}
