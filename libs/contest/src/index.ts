export { commandLine, type Act } from './act.js';
export { ContestTemplateService, type ApplyOptions, type ApplyOutcome } from './template/contest-template.service.js';
export { readTemplate, type TemplateReading } from './template/read-template.js';
export { problemLine, type TemplateProblem } from './template/template-problem.js';
export type { ContestTemplate, ReportedFigure, StageKind, TemplateStage } from './template/template-schema.js';
