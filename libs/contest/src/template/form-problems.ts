import { validateForm } from '#domain/form/validate-form';
import { describeRules } from './describe-rules.js';
import { typedForm } from './form-scalars.js';
import { pathSteps } from './template-problem.js';
import { unknownReference, type ReadableParts, type ReferenceProblem } from './template-references.js';
import { trackNodes } from './track-nodes.js';
import { valueAt } from './readable-parts.js';

/** What is wrong with a template's forms: each form in itself, its node of the track tree, the stages that it names. */
export function formProblems(raw: unknown, parts: ReadableParts): ReferenceProblem[] {
  const forms = valueAt(raw, ['forms']);
  if (forms === null || typeof forms !== 'object' || Array.isArray(forms)) return [];
  const tracks = parts.tracks && new Set(trackNodes(parts.tracks).map(({ track }) => track.key));
  return Object.entries(forms).flatMap(([trackKey, given]) => {
    const path = ['forms', trackKey];
    const form = typedForm(given);
    return [
      ...(tracks?.has(trackKey) === false ? [unknownReference(path, trackKey)] : []),
      ...validateForm(form).map((problem) => ({
        path: [...path, ...pathSteps(problem.path)],
        ...describeRules(problem),
      })),
      ...stageProblems(form, path, new Set(parts.stageKeys)),
    ];
  });
}

/** Stages that a reader is named for and that the template does not have. */
function stageProblems(form: unknown, path: readonly PropertyKey[], stages: ReadonlySet<unknown>): ReferenceProblem[] {
  return listAt(form, 'sections').flatMap((section, at) =>
    listAt(section, 'fields').flatMap((field, index) =>
      listAt(field, 'readers').flatMap((reader, position) =>
        listAt(reader, 'stages').flatMap((stage, place) => {
          if (stages.has(stage)) return [];
          const steps = ['sections', at, 'fields', index, 'readers', position, 'stages', place];
          return [unknownReference([...path, ...steps], String(stage))];
        }),
      ),
    ),
  );
}

function listAt(value: unknown, name: string): readonly unknown[] {
  const list = valueAt(value, [name]);
  return Array.isArray(list) ? list : [];
}
