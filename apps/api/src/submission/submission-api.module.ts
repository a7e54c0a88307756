import { Module } from '@nestjs/common';
import { LandingModule } from '#landing';
import { SubmissionModule } from '#submission';
import { EntryDeadlineController } from './entry-deadline.controller.js';
import { EntryListController } from './entry-list.controller.js';
import { EntryController } from './entry.controller.js';
import { FormController } from './form.controller.js';

@Module({
  imports: [SubmissionModule, LandingModule],
  controllers: [EntryController, EntryDeadlineController, EntryListController, FormController],
})
export class SubmissionApiModule {}
