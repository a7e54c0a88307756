import type { IdentityField } from './identity-field.js';

/** The receipt of a submitted entry, which also comes with each further version of it. */
const ofReceipt: readonly IdentityField[] = ['entry-number', 'team-files'];

/**
 * Fields that each answer of the API may carry; who may ask for it is the permission matrix's business, and who of these
 * may see which field is `visibility-matrix.ts`'s. An answer is named by the object that presents it: its schema in the
 * OpenAPI document, or the route itself where bytes come. Each object has one presenter, `from` of its class in
 * apps/api (`presenters.spec.ts`). Every object of every route stands here or in `plainAnswers`,
 * and nothing else does.
 *
 * The test `visibility-matrix.spec.ts` says which route is missing. Then: look at what the object carries, name its
 * fields here, or the object in `plainAnswers` where it carries none; run `npm run openapi`; and plant a word in
 * `test/builders` for a field that is new, so that the crawl finds it where it must not be.
 */
export const answerFields: Readonly<Record<string, readonly IdentityField[]>> = {
  // Entries, to their teams.
  OwnEntriesDto: ['entry-number'],
  OwnEntryDto: [
    ...(['entry-number', 'team-lead', 'team-people', 'team-organisation', 'team-country', 'team-answers'] as const),
    ...(['office-answers', 'team-draft'] as const),
  ],
  OwnEligibilityDto: ['note-to-team'],
  SubmissionReceiptDto: ofReceipt,
  'GET /api/v1/entries/{publicId}/receipt.pdf': ['entry-number', 'team-files', 'team-lead'],
  ...{ EntryRevisedDto: ofReceipt, FiledFileDto: ofReceipt, FileRemovedDto: ofReceipt },
  EntryTimelineDto: ['note-to-team'],
  VersionComparisonDto: ['team-lead', 'team-people', 'team-organisation', 'team-answers', 'team-files'],
  EntryReadersDto: ['team-files'],
  EntryFilesDto: ['team-files'],
  EntryPassingDto: ['team-account'],
  JudgesViewDto: ['team-files', 'team-answers'],
  AvoidancesDto: ['avoidance'],
  TeamDto: ['team-lead', 'team-people', 'team-organisation', 'team-country', 'team-contact'],
  InvitationPreviewDto: ['team-lead', 'team-people'],
  IssuedInvitationDto: ['team-lead', 'team-people'],
  // Files, to whom the link was given.
  'GET /files/{token}': ['team-files'],
  // A film of an assigned entry, to its judge, in no blind stage.
  'GET /files/assigned/{token}/video': ['team-files'],
  // An assigned entry, to its judge.
  PresentedEntryDto: ['team-answers', 'team-files'],
  AssignmentDto: ['score-of-judge', 'judge-answer'],
  // What a judge names, to that judge.
  InterestStatementDto: ['judge-interest'],
  DeclarationDeskDto: ['team-lead', 'team-people', 'team-organisation'],
  // The office's own scores, too, once the judge has scored.
  CalibrationDto: ['score-of-judge', 'calibration-reference'],
  StageCalibrationDto: ['entry-number', 'calibration-reference', 'judge-name', 'judge-conflict'],
  // Entries and teams, to the office.
  EntryPageDto: ['entry-number', 'team-lead', 'team-organisation', 'team-country'],
  EligibilityPageDto: ['entry-number'],
  CheckedEntryDto: [
    ...(['entry-number', 'team-lead', 'team-people', 'team-organisation', 'team-country', 'team-answers'] as const),
    ...(['office-answers', 'note-to-team', 'office-name', 'register'] as const),
  ],
  ConsequencesDto: ['entry-number'],
  AdmissionDto: ['entry-number'],
  DeadlineDeskDto: ['entry-number', 'note-to-team', 'office-name'],
  ExtendableEntriesDto: ['entry-number'],
  DirectEntriesDto: ['entry-number', 'office-note', 'office-name'],
  DueDiligenceDto: ['entry-number', 'office-note', 'office-name'],
  DuplicatePageDto: ['entry-number', 'team-lead', 'team-people', 'team-organisation', 'team-contact', 'team-files'],
  'GET /api/v1/editions/{slug}/duplicates/csv': [
    ...(['entry-number', 'team-lead', 'team-people', 'team-organisation', 'team-contact', 'team-files'] as const),
  ],
  OfficeFilesDto: ['team-files'],
  TeamListDto: ['entry-number', 'team-lead', 'team-people', 'team-organisation', 'team-contact'],
  EditionAvoidancesDto: ['entry-number', 'avoidance'],
  AllowedPageDto: ['entry-number'],
  LandingPageDto: ['entry-number', 'team-country'],
  PastImportsDto: ['office-note'],
  ImportDto: ['office-note'],
  ImportPreviewDto: ['office-note', 'team-lead', 'team-people', 'team-organisation', 'judge-name', 'judge-facts'],
  MessagePageDto: ['team-account', 'team-people', 'team-contact', 'judge-account', 'judge-name'],
  MessageDetailDto: [
    ...(['entry-number', 'team-account', 'team-people', 'team-contact', 'team-files', 'note-to-team'] as const),
    ...(['judge-account', 'judge-name'] as const),
  ],
  NoticePageDto: ['entry-number', 'team-files', 'note-to-team', 'team-people', 'team-account', 'judge-name'],
  // Exports.
  'GET /api/v1/editions/{slug}/exports/entries': [
    ...(['entry-number', 'team-lead', 'team-people', 'team-organisation', 'team-country', 'team-contact'] as const),
    ...(['team-answers', 'office-answers', 'register-key'] as const),
  ],
  'GET /api/v1/editions/{slug}/exports/contacts': [
    ...(['entry-number', 'team-lead', 'team-people', 'team-organisation', 'team-contact'] as const),
  ],
  'GET /api/v1/editions/{slug}/exports/sign-in': ['entry-number', 'team-lead', 'team-people', 'team-organisation'],
  'GET /api/v1/editions/{slug}/exports/organisations': ['register', 'register-key'],
  'GET /api/v1/editions/{slug}/exports/judges': ['judge-name', 'judge-account', 'judge-facts'],
  // Organisations.
  OrganisationSuggestionsDto: ['register'],
  OrganisationPageDto: ['register'],
  OrganisationDto: ['register', 'office-name'],
  MergeConsequencesDto: ['register'],
  UnrecognisedPageDto: ['team-organisation', 'judge-facts', 'register'],
  OrganisationNamingsDto: [
    'entry-number',
    'team-lead',
    'team-people',
    'team-organisation',
    'judge-name',
    'judge-facts',
  ],
  // Judges, to the office.
  JudgePageDto: ['judge-name', 'judge-account', 'judge-facts', 'judge-answer'],
  JudgeRosterDto: ['judge-name', 'judge-account', 'judge-facts', 'judge-answer', 'office-name'],
  IssuedJudgeInvitationDto: ['judge-name'],
  JudgeInvitationPreviewDto: ['judge-name'],
  OwnerCompetitorsDto: ['office-note', 'office-name', 'register'],
  TechnicalOpinionsDto: ['entry-number', 'office-note', 'office-name', 'problem-owner'],
  ReReviewsDto: ['entry-number', 'office-note', 'office-name'],
  SheetUnlocksDto: ['entry-number', 'judge-name', 'judge-answer', 'judge-of-entry', 'office-name'],
  OrganiserRecusalsDto: ['entry-number', 'office-name'],
  RecusalOrdersDto: ['entry-number', 'judge-name', 'judge-answer', 'judge-conflict', 'office-name'],
  StageRecusalsDto: ['entry-number', 'judge-name', 'judge-of-entry', 'judge-conflict'],
  CandidatePageDto: [
    ...(['entry-number', 'judge-name', 'judge-facts', 'judge-conflict', 'judge-interest', 'avoidance'] as const),
    ...(['team-lead', 'team-people', 'team-organisation', 'office-note'] as const),
  ],
  SubstitutesDto: ['entry-number', 'judge-name'],
  JudgeSheetsDto: ['entry-number', 'judge-of-entry'],
  JudgePapersDto: ['judge-name', 'judge-facts'],
  ScheduledEntriesDto: ['entry-number'],
  WallDto: ['judge-name', 'office-name'],
  WallCoverageListDto: ['entry-number'],
  WallMapDto: ['entry-number', 'judge-name', 'judge-of-entry', 'judge-conflict'],
  WallChangesDto: ['entry-number', 'judge-name', 'judge-of-entry', 'judge-conflict'],
  AssignmentDeskDto: ['judge-name', 'judge-facts', 'office-name'],
  AssignmentRunDto: ['office-name'],
  AssignmentPreviewDto: ['entry-number', 'judge-name', 'judge-facts', 'judge-conflict', 'office-name'],
  // Keywords of a judge that stand in the entry.
  AssignedEntriesDto: ['entry-number', 'judge-name', 'judge-facts', 'judge-of-entry'],
  DrawDeskDto: ['office-name'],
  DrawPoolDto: ['entry-number', 'judge-name', 'judge-facts', 'judge-conflict'],
  DrawMinuteDto: ['entry-number', 'judge-name', 'judge-facts', 'judge-conflict', 'office-name'],
  // A video or scan that the office took of a draw.
  'GET /files/drawn/{token}': ['entry-number', 'judge-name', 'office-name'],
  // Results.
  AdvancementDto: ['entry-number'],
  RankingPageDto: ['entry-number'],
  AnalysisDto: ['entry-number'],
  HeatMapDto: ['entry-number', 'score-of-judge'],
  PublicAwardListDto: ['entry-number', 'team-lead', 'team-organisation', 'team-country'],
  // The reader's own account.
  SessionDto: ['team-account', 'judge-name', 'office-name'],
};

/** Objects in which nobody but the asker is to be found. */
export const plainAnswers: readonly string[] = [
  ...['AddedReceivingOfficeDto', 'AssignmentRunMadeDto', 'AwardListsDto', 'CountriesAndRegionsDto', 'DraftKeptDto'],
  ...['CalibrationMadeDto', 'DrawMadeDto', 'SubstituteCalledDto'],
  ...['EntryCreatedDto', 'EntryOutcomesDto', 'FileLinkDto'],
  ...['FormDeskDto', 'FormDraftKeptDto', 'FormDto', 'FormNodesDto', 'FormPublishedDto', 'FrozenAwardListDto'],
  ...[
    'ImportCountsDto',
    'JoinedTeamDto',
    'JudgeReminderDto',
    'KeyFigureDefinitionsDto',
    'KeyFiguresDto',
    'LivenessDto',
  ],
  ...['MessageTemplatesDto', 'MyEditionsDto', 'NewJudgeMadeDto', 'OpenDeadlinesDto', 'OrganisationMadeDto'],
  ...['OwnConsentsDto', 'OwnTranslationDto', 'PublicAwardListsDto', 'PublicContestsDto', 'ReadinessDto'],
  ...['ReceivingOfficesDto', 'RegistrationDto', 'RegistrationTermsDto', 'RoleGrantDto', 'SettingKeptDto'],
  ...['StagesDto', 'StandingRemindersDto', 'StandingSettingDto', 'TieDecisionDto', 'ViewingCopyDto'],
  ...['EntryVersionsDto', 'EntryConsentsDto', 'JudgeQueueDto', 'JudgeWishesDto', 'ReceiptDto', 'SavedDraftDto'],
  ...['LateSheetReceiptDto'],
  // Pictures of pages, which carry no word of a file that is not on the page.
  'GET /files/{token}/pages/{number}',
  'GET /files/{token}/thumbnails/{number}',
  'GET /files/assigned/{token}/pages/{number}',
  'GET /files/assigned/{token}/thumbnails/{number}',
  'GET /api/v1/editions/{slug}/exports/problems',
  // It says that something can be fetched, never what: a stage and the number of a run.
  'GET /api/v1/events',
];
