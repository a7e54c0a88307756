import type { StageRules } from '#domain';
import type { ContestTemplate, TemplateStage } from './template-schema.js';

/**
 * The rules document of a template's stage, as it is hashed and stored.
 *
 * @throws RangeError when the template has no such rubric (a checked template always has).
 */
export function stageRulesOf(template: Pick<ContestTemplate, 'rubrics'>, stage: TemplateStage): StageRules {
  const rubric = template.rubrics[stage.rubric];
  if (!rubric) throw new RangeError(`no rubric ${stage.rubric}`);
  const { deductions, comments, advancement, analysis, ...rest } = stage.rules;
  return {
    ...{ schema: 1, rubric, ...rest },
    ...(deductions && { deductions }),
    ...(comments && { comments }),
    ...(analysis && { analysis }),
    advancement: advancement ?? null,
  };
}
