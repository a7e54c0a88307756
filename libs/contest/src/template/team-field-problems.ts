import type { FormDefinition } from '#domain/form/form-definition';
import { readableFields } from '#domain/form/form-visibility';
import { typedForm } from './form-scalars.js';
import { valueAt } from './readable-parts.js';
import { unknownReference, type ReferenceProblem } from './template-references.js';

/**
 * Stages whose rules name a field in which teams describe themselves, that no form of the template has, or that a judge
 * of a blind stage may not read because it tells who they are.
 */
export function teamFieldProblems(raw: unknown): ReferenceProblem[] {
  const stages = valueAt(raw, ['stages']);
  if (!Array.isArray(stages)) return [];
  const forms = Object.values(valueAt(raw, ['forms']) ?? {}).map((form) => typedForm(form));
  return stages.flatMap((stage: unknown, index) => {
    const [field, stageKey] = [valueAt(stage, ['rules', 'teamField']), valueAt(stage, ['key'])];
    if (typeof field !== 'string' || typeof stageKey !== 'string') return [];
    const isThere = forms.some((form) => fieldsForJudges(form, stageKey).includes(field));
    return isThere ? [] : [unknownReference(['stages', index, 'rules', 'teamField'], field)];
  });
}

/** None of a form that is not yet one: what is wrong with it is told apart. */
function fieldsForJudges(form: unknown, stageKey: string): string[] {
  try {
    const reader = { role: 'judge', stageKey, isBlind: true } as const;
    return readableFields(form as FormDefinition, reader).map(({ key }) => key);
  } catch {
    return [];
  }
}
