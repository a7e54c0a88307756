import { Module, type DynamicModule } from '@nestjs/common';
import type { AppConfig } from '#config';
import { LandingModule } from '#landing';
import { ResultsModule } from '#results';
import { SubmissionFileModule, SubmissionModule } from '#submission';
import { PassingController } from './passing.controller.js';
import { ReceivingOfficeController } from './receiving-office.controller.js';
import { AvoidanceController } from './avoidance.controller.js';
import { ConsentController } from './consent.controller.js';
import { DirectEntryController } from './direct-entry.controller.js';
import { DeadlineController } from './deadline.controller.js';
import { DuplicateController } from './duplicate.controller.js';
import { fileLinkSettings } from '../file-link-settings.js';
import { EligibilityController } from './eligibility.controller.js';
import { EntryDeadlineController } from './entry-deadline.controller.js';
import { EntryDraftController } from './entry-draft.controller.js';
import { EntryFileController } from './entry-file.controller.js';
import { EntryListController } from './entry-list.controller.js';
import { EntryReceiptController } from './entry-receipt.controller.js';
import { EntryTimelineController } from './entry-timeline.controller.js';
import { EntryVersionController } from './entry-version.controller.js';
import { EntryController } from './entry.controller.js';
import { FileController } from './file.controller.js';
import { FileLinkController } from './file-link.controller.js';
import { ExportController } from './export.controller.js';
import { FormController } from './form.controller.js';
import { OrganisationController } from './organisation.controller.js';
import { JudgesViewController } from './judges-view.controller.js';
import { PageController } from './page.controller.js';
import { ViewingCopyController } from './viewing-copy.controller.js';
import { ImportController } from './import.controller.js';
import { InvitationController } from './invitation.controller.js';
import { OwnConsentController } from './own-consent.controller.js';
import { OwnEligibilityController } from './own-eligibility.controller.js';
import { TeamListController } from './team-list.controller.js';
import { TeamController } from './team.controller.js';
import { ReminderSettingController } from './reminder-setting.controller.js';
import { TranslationController } from './translation.controller.js';
import { TusUploads } from './tus-uploads.js';
import { UnrecognisedOrganisationController } from './unrecognised-organisation.controller.js';
import { UploadController } from './upload.controller.js';

@Module({})
export class SubmissionApiModule {
  static register(config: AppConfig): DynamicModule {
    return {
      module: SubmissionApiModule,
      imports: [
        SubmissionModule,
        SubmissionFileModule.register(fileLinkSettings(config)),
        LandingModule,
        ResultsModule,
      ],
      controllers: [
        ...[EntryController, EntryDeadlineController, EntryListController, EntryTimelineController],
        ...[DeadlineController, EntryDraftController, EntryReceiptController, EntryVersionController, FormController],
        ...[EligibilityController, OwnEligibilityController, ImportController, ExportController, TeamListController],
        ...[ReminderSettingController, DirectEntryController, TranslationController, DuplicateController],
        ...[OrganisationController, UnrecognisedOrganisationController],
        ...[TeamController, InvitationController, ConsentController, OwnConsentController, AvoidanceController],
        ...[PassingController, ReceivingOfficeController],
        ...[EntryFileController, UploadController, FileLinkController, FileController],
        ...[ViewingCopyController, PageController, JudgesViewController],
      ],
      providers: [TusUploads],
    };
  }
}
