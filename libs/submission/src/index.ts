export { allCountriesAndRegions, countryOrRegion, type CountryOrRegion } from './country-or-region.js';
export { type DirectEntries, DirectEntryService, type NewDirectEntry } from './eligibility/direct-entry.service.js';
export { EligibilityService, type EligibilityOutcome } from './eligibility.service.js';
export { EligibilityAdmissionService, type AdmissionLine } from './eligibility/eligibility-admission.service.js';
export {
  EligibilityDecisionService,
  type Consequence,
  type SeenEntry,
} from './eligibility/eligibility-decision.service.js';
export {
  EligibilityQueueService,
  type EligibilityPage,
  type EligibilityQuery,
  type QueuedEntry,
} from './eligibility/eligibility-queue.service.js';
export { EligibilitySettingService, type StandingSetting } from './eligibility/eligibility-setting.service.js';
export type { CheckedEntry, PastCheck } from './eligibility/checked-entry.js';
export { OwnEligibilityService, type OwnEligibility } from './eligibility/own-eligibility.service.js';
export { EnterpriseProblemService, type NewEnterpriseProblem } from './enterprise-problem.service.js';
export { memberLimit, type EntryAnswers, type TeamMemberAnswer } from './entry-answers.js';
export { EntryDeadlineService, type OpenDeadline } from './deadline/entry-deadline.service.js';
export { DeadlineRuleService } from './deadline/deadline-rule.service.js';
export { EntryExtensionService, type NewExtension } from './deadline/entry-extension.service.js';
export type { EntryDeadline, ExtendableEntry, GrantedExtension } from './deadline/extensions.js';
export type { FiledFileCompared, TeamPersonCompared } from './duplicate/compared-entries.js';
export { DuplicateExportService } from './duplicate/duplicate-export.service.js';
export { DuplicateMarkService, type NewDuplicateMark } from './duplicate/duplicate-mark.service.js';
export {
  type DuplicateFilter,
  type DuplicatePage,
  type DuplicatePair,
  DuplicateQueryService,
  type DuplicateReader,
  type DuplicateState,
  duplicateStates,
  type PairedEntry,
} from './duplicate/duplicate-query.service.js';
export { DuplicateSearchService } from './duplicate/duplicate-search.service.js';
export { EntryDraftService, type KeptDraft } from './entry-draft.service.js';
export { ReminderSettingService } from './reminder-setting.service.js';
export { EntryNotices } from './entry-notices.js';
export {
  type AskedForm,
  EntryQueryService,
  type EntryPage,
  type ListedEntry,
  type OwnEntry,
  type OwnEntrySummary,
} from './entry-query.service.js';
export type { EntryDraft } from './entry-rows.js';
export { EntryTimelineService, type OwnTimeline } from './entry-timeline.service.js';
export type { SubmittedEntry } from './entry-submission.js';
export { EntryService, type BulkEntry, type EntryAct } from './entry.service.js';
export { EntryFormService } from './form/entry-form.service.js';
export { applyEdition, type EditionApplied, type FormOutcome } from './form/apply-edition.js';
export { FormEditService, type FormDesk, type FormNode } from './form/form-edit.service.js';
export { FormService, type FormVersion } from './form/form.service.js';
export { EntryFileActService, type EntryFiles, type FiledFile } from './file/entry-file-act.service.js';
export type { NewFile } from './file/entry-file.service.js';
export type { CopyStanding, EntryFileView } from './file/entry-files.js';
export type { FileRule } from './file/file-rules.js';
export { FileCheckModule } from './file-check.module.js';
export { ViewingCopyService } from './file/copy/viewing-copy.service.js';
export { inspectApart } from './file/check/inspect-apart.js';
export { FileCheckService } from './file/file-check.service.js';
export { FileSweepService } from './file/file-sweep.service.js';
export { CopyLinkService, type LinkedCopy } from './file/copy/copy-link.service.js';
export { CopyRetryService } from './file/copy/copy-retry.service.js';
export { copyOf, openPage, type CopyView, type OpenedPage } from './file/copy/copy-page.js';
export { JudgesViewService, type JudgesView } from './presented/judges-view.service.js';
export { presentEntry, type PresentedEntry, type PresentedFile } from './presented/presented-entry.js';
export { FileLinkService, type OpenedFile } from './file/file-link.service.js';
export {
  FileLinkSigner,
  fileLinkSettingsToken,
  type FileLink,
  type FileLinkSettings,
} from './file/file-link-signer.js';
export type { FileLinkClaims } from './file/file-link.js';
export { storedFile } from './file/stored-file.js';
export { UploadService } from './file/upload.service.js';
export {
  type ExportFile,
  type ExportFormat,
  exportFormats,
  type ExportName,
  exportNames,
  ExportService,
} from './export/export.service.js';
export { fieldGroupsOf, judgeFactsColumns } from './export/judge-facts-columns.js';
export {
  type TeamListKind,
  type TeamListPage,
  type TeamListQuery,
  TeamListService,
  teamLists,
} from './export/team-list.service.js';
export { type EntryWindow, entryWindows } from './import/entry-window.js';
export { badCell } from './import/bad-cell.js';
export { type EntryLanding, type LandingDesk, LandingDesks } from './import/entry/landing-desk.js';
export { EntryImportService } from './import/entry/entry-import.service.js';
export { OrganisationImportService } from './import/organisation/organisation-import.service.js';
export { TeamImportService } from './import/team/team-import.service.js';
export { ProblemImportService } from './import/problem/problem-import.service.js';
export {
  type ImportPlan,
  type ImportSource,
  ImportSources,
  type MappedFile,
  type PlanTerms,
} from './import/import-kind.js';
export type { ImportCounts, StoredImport } from './import/import-rows.js';
export { type ImportPreview, ImportService, type OpenImport } from './import/import.service.js';
export { tableLimits } from './import/read/table-file.js';
export {
  OrganisationAssignmentService,
  type OrganisationNaming,
} from './organisation/organisation-assignment.service.js';
export { OrganisationOfficeService, type GivenOrganisation } from './organisation/organisation-office.service.js';
export {
  OrganisationUseService,
  type MergeConsequences,
  type OrganisationUse,
  type UnrecognisedPage,
} from './organisation/organisation-use.service.js';
export { EntryReaderService, type EntryReaders } from './readers/entry-reader.service.js';
export { EntryVersionService, type EntryVersionLine, type VersionComparison } from './version/entry-version.service.js';
export type { VersionChange } from './version/version-changes.js';
export { EntryReceiptService, type ReceiptDocument } from './receipt/entry-receipt.service.js';
export { submissionReceipt, type SubmissionReceipt } from './receipt/submission-receipt.js';
export { SubmissionFileModule } from './submission-file.module.js';
export { PassingService, type EntryPassing, type PassingSwitch } from './passing/passing.service.js';
export {
  type AllowedPage,
  type NewReceivingOffice,
  type ReceivingOfficeKind,
  receivingOfficeKinds,
  ReceivingOfficeService,
  type ReceivingOfficeView,
} from './passing/receiving-office.service.js';
export { AvoidanceService, mostAvoidances, type Avoidance, type AvoidancePage } from './team/avoidance.service.js';
export { OwnConsentService, type EntryConsents, type OwnConsents } from './team/own-consent.service.js';
export { EntryConsentService } from './team/entry-consent.service.js';
export { InvitationAcceptanceService, type InvitationPreview } from './team/invitation-acceptance.service.js';
export { InvitationService, type InvitationLetter, type IssuedInvitation } from './team/invitation.service.js';
export { MemberDetailsService, type MemberDetails } from './team/member-details.service.js';
export { MembershipService } from './team/membership.service.js';
export { maskedEmail, maskedPhone, phoneNumberOf, shownPhone } from './team/phone.js';
export { type NamedPlace, namedPlaceNames } from './organisation/named-places.js';
export { sortKeyOf } from './team/sort-key.js';
export { TeamQueryService, type Team, type TeamPerson } from './team/team-query.service.js';
export {
  EntryTranslationService,
  type GivenTranslation,
  type OwnTranslation,
} from './translation/entry-translation.service.js';
export type { NewTranslation } from './translation/write-translations.js';
export {
  type DatedTranslation,
  entriesReadableIn,
  type ReadTranslation,
  readTranslation,
  type StandingTranslation,
} from './translation/standing-translation.js';
export { SubmissionModule } from './submission.module.js';
