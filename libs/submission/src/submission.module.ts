import { Module } from '@nestjs/common';
import { ContestModule } from '#contest';
import { LedgerModule } from '#ledger';
import { MailModule } from '#mail';
import { EligibilityService } from './eligibility.service.js';
import { DirectEntryService } from './eligibility/direct-entry.service.js';
import { EligibilityAdmissionService } from './eligibility/eligibility-admission.service.js';
import { EligibilityDecisionService } from './eligibility/eligibility-decision.service.js';
import { EligibilityQueueService } from './eligibility/eligibility-queue.service.js';
import { EligibilitySettingService } from './eligibility/eligibility-setting.service.js';
import { OwnEligibilityService } from './eligibility/own-eligibility.service.js';
import { EnterpriseProblemService } from './enterprise-problem.service.js';
import { EntryDeadlineService } from './deadline/entry-deadline.service.js';
import { DeadlineRuleService } from './deadline/deadline-rule.service.js';
import { EntryExtensionService } from './deadline/entry-extension.service.js';
import { DuplicateExportService } from './duplicate/duplicate-export.service.js';
import { DuplicateMarkService } from './duplicate/duplicate-mark.service.js';
import { DuplicateQueryService } from './duplicate/duplicate-query.service.js';
import { DuplicateSearchService } from './duplicate/duplicate-search.service.js';
import { EntryDraftService } from './entry-draft.service.js';
import { EntryNotices } from './entry-notices.js';
import { EntryQueryService } from './entry-query.service.js';
import { EntryTimelineService } from './entry-timeline.service.js';
import { EntryService } from './entry.service.js';
import { EntryReceiptService } from './receipt/entry-receipt.service.js';
import { EntryReaderService } from './readers/entry-reader.service.js';
import { EntryVersionService } from './version/entry-version.service.js';
import { EntryFormService } from './form/entry-form.service.js';
import { ExportService } from './export/export.service.js';
import { TeamListService } from './export/team-list.service.js';
import { FormEditService } from './form/form-edit.service.js';
import { FormService } from './form/form.service.js';
import { JudgesViewService } from './presented/judges-view.service.js';
import { OrganisationAssignmentService } from './organisation/organisation-assignment.service.js';
import { OrganisationOfficeService } from './organisation/organisation-office.service.js';
import { OrganisationUseService } from './organisation/organisation-use.service.js';
import { EntryApplication } from './import/entry/apply-entries.js';
import { LandingDesks } from './import/entry/landing-desk.js';
import { EntryImportService } from './import/entry/entry-import.service.js';
import { OrganisationImportService } from './import/organisation/organisation-import.service.js';
import { ProblemImportService } from './import/problem/problem-import.service.js';
import { TeamImportService } from './import/team/team-import.service.js';
import { ImportSources } from './import/import-kind.js';
import { ImportService } from './import/import.service.js';
import { PassingService } from './passing/passing.service.js';
import { ReceivingOfficeService } from './passing/receiving-office.service.js';
import { AvoidanceService } from './team/avoidance.service.js';
import { EntryConsentService } from './team/entry-consent.service.js';
import { InvitationAcceptanceService } from './team/invitation-acceptance.service.js';
import { InvitationService } from './team/invitation.service.js';
import { MemberDetailsService } from './team/member-details.service.js';
import { MembershipService } from './team/membership.service.js';
import { OwnConsentService } from './team/own-consent.service.js';
import { TeamQueryService } from './team/team-query.service.js';
import { TeamLetters } from './team/team-letters.js';
import { TeamTransaction } from './team/team-transaction.js';
import { EntryTranslationService } from './translation/entry-translation.service.js';
import { ReminderSettingService } from './reminder-setting.service.js';

const services = [
  DirectEntryService,
  DuplicateExportService,
  DuplicateMarkService,
  DuplicateQueryService,
  DuplicateSearchService,
  EligibilityAdmissionService,
  EligibilityDecisionService,
  EligibilityQueueService,
  EligibilityService,
  EligibilitySettingService,
  OwnEligibilityService,
  EnterpriseProblemService,
  EntryDeadlineService,
  EntryDraftService,
  DeadlineRuleService,
  EntryExtensionService,
  EntryFormService,
  EntryImportService,
  EntryQueryService,
  EntryReaderService,
  EntryReceiptService,
  EntryVersionService,
  EntryService,
  EntryTimelineService,
  EntryTranslationService,
  ExportService,
  FormEditService,
  FormService,
  JudgesViewService,
  OrganisationAssignmentService,
  OrganisationOfficeService,
  OrganisationUseService,
  ReminderSettingService,
  OrganisationImportService,
  ProblemImportService,
  TeamImportService,
  TeamListService,
  ImportService,
  ImportSources,
  LandingDesks,
  AvoidanceService,
  PassingService,
  ReceivingOfficeService,
  EntryConsentService,
  InvitationAcceptanceService,
  InvitationService,
  MemberDetailsService,
  MembershipService,
  OwnConsentService,
  TeamQueryService,
];

@Module({
  imports: [LedgerModule, ContestModule, MailModule],
  providers: [EntryApplication, EntryNotices, TeamLetters, TeamTransaction, ...services],
  exports: services,
})
export class SubmissionModule {}
