export type { Act } from './act.js';
export {
  AdvancementService,
  type AdvancementBasis,
  type AdvancementPlan,
  type RankedEntry,
} from './advancement.service.js';
export { ContestModule } from './contest.module.js';
export { EditionOutboxService } from './edition-outbox.service.js';
export {
  EditionQueryService,
  type EditionView,
  type Label,
  type Name,
  type StageView,
  type TrackView,
  type WindowView,
} from './edition-query.service.js';
export { fileBytesLimitHours, FileBytesRuleService } from './file-bytes-rule.service.js';
export { EditionSettingService, type EditionSettingName, type StandingDocument } from './edition-setting.service.js';
export { lateEntryLimitHours, LateEntryRuleService } from './late-entry-rule.service.js';
export { RulesService, type RulesVersion } from './rules.service.js';
export { holdStages, shareStage } from './stage-lock.js';
export { StageEntryService, type NewStageEntry, type StandingEntry } from './stage-entry.service.js';
export { ContestTemplateService, type ApplyOptions, type ApplyOutcome } from './template/contest-template.service.js';
export { locateProblems } from './template/locate-problems.js';
export type { LockedField } from './template/locked-stages.js';
export { readTemplate, type TemplateReading } from './template/read-template.js';
export { problemLine, type TemplateProblem } from './template/template-problem.js';
export type { ContestTemplate, ReportedFigure, StageKind, TemplateStage } from './template/template-schema.js';
export { WindowService, type WindowOf, type WindowState, type WindowTimes } from './window.service.js';
