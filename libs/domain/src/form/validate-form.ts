import { parseDecimal } from '../decimal/parse-decimal.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import {
  coreAnswerKeys,
  type FormCondition,
  type FormDefinition,
  type FormField,
  isCore,
  neededBlocks,
  type OwnField,
  undecided,
} from './form-definition.js';
import { formShape } from './form-shape.js';

/** Longest form kept, in characters of its JSON. */
const lengthLimit = 400_000;

interface Place {
  readonly path: string;
  /** Keys that a condition standing here may name: of earlier fields, and of core answers. */
  readonly known: ReadonlySet<string>;
}

/**
 * Every problem of a document that should be a form: its shape first; where that is right, keys that stand twice,
 * conditions on what is asked later or nowhere, core blocks missing, twice or hidden, and limits that cross.
 *
 * @returns empty where `given` is a {@link FormDefinition} that may be published
 */
export function validateForm(given: unknown): FieldProblem[] {
  if (JSON.stringify(given ?? null).length > lengthLimit) return [fieldProblem('sections', 'form-too-large')];
  const shape = formShape(given, 'form').map((problem) => ({ ...problem, path: problem.path.replace(/^form\.?/, '') }));
  return shape.length > 0 ? shape : meaningProblems(given as FormDefinition);
}

function meaningProblems(form: FormDefinition): FieldProblem[] {
  const known = new Set<string>(coreAnswerKeys);
  const sections = new Set<string>();
  const fields = new Set<string>();
  const problems: FieldProblem[] = [];
  form.sections.forEach((section, index) => {
    const path = `sections[${index}]`;
    if (sections.has(section.key)) problems.push(fieldProblem(`${path}.key`, 'key-duplicated', { key: section.key }));
    sections.add(section.key);
    problems.push(...conditionProblems(section.visibleWhen, { path: `${path}.visibleWhen`, known }));
    section.fields.forEach((field, at) => {
      const place = { path: `${path}.fields[${at}]`, known };
      if (fields.has(field.key)) problems.push(fieldProblem(`${place.path}.key`, 'key-duplicated', { key: field.key }));
      problems.push(...fieldProblems(field, place, section.visibleWhen !== undefined));
      fields.add(field.key);
      if (!isCore(field)) known.add(field.key);
    });
  });
  const missing = neededBlocks.filter((block) => !fields.has(block));
  return [...problems, ...missing.map((block) => fieldProblem('sections', 'core-block-missing', { block }))];
}

function fieldProblems(field: FormField, place: Place, isSectionConditional: boolean): FieldProblem[] {
  const { path } = place;
  const conditions = [
    ...conditionProblems(field.visibleWhen, { ...place, path: `${path}.visibleWhen` }),
    ...conditionProblems(field.requiredWhen, { ...place, path: `${path}.requiredWhen` }),
  ];
  if (!isCore(field)) return [...conditions, ...keyProblems(field, path), ...limitProblems(field, path)];
  const isHidden = isSectionConditional || field.visibleWhen !== undefined;
  if (isHidden && neededBlocks.includes(field.key)) {
    return [...conditions, fieldProblem(`${path}.visibleWhen`, 'core-block-conditional', { block: field.key })];
  }
  return conditions;
}

/** Own keys differ from those of core answers and blocks: a condition and an error path name one thing. */
function keyProblems(field: OwnField, path: string): FieldProblem[] {
  const reserved: readonly string[] = [
    ...coreAnswerKeys,
    'classification',
    'description',
    'nominating-body',
    'team',
    'landing',
  ];
  return reserved.includes(field.key) ? [fieldProblem(`${path}.key`, 'key-duplicated', { key: field.key })] : [];
}

function conditionProblems(condition: FormCondition | undefined, { path, known }: Place): FieldProblem[] {
  if (condition === undefined) return [];
  const list = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null;
  if (list !== null) {
    const name = 'all' in condition ? 'all' : 'any';
    return list.flatMap((part, index) => conditionProblems(part, { path: `${path}.${name}[${index}]`, known }));
  }
  const { field } = condition as { field: string };
  return known.has(field) ? [] : [fieldProblem(`${path}.field`, 'condition-field-unknown', { field })];
}

function limitProblems(field: OwnField, path: string): FieldProblem[] {
  switch (field.kind) {
    case 'long-text':
      return crossed(field.minimumLength, field.maximumLength, `${path}.minimumLength`);
    case 'number':
      return [...numberLimits(field, path)];
    case 'date':
      return field.earliest !== undefined && field.latest !== undefined && field.earliest > field.latest
        ? [fieldProblem(`${path}.earliest`, 'limits-crossed')]
        : [];
    case 'choice':
      return optionProblems(field.options, path);
    case 'multi-choice':
    case 'district':
      return [
        ...optionProblems(field.options, path),
        ...crossed(field.minimumCount, field.maximumCount ?? field.options.length, `${path}.minimumCount`),
      ];
    case 'table':
      return [
        ...duplicates(field.columns, (column) => column.key, `${path}.columns`, 'key'),
        ...crossed(field.minimumCount, field.maximumCount, `${path}.minimumCount`),
      ];
    case 'person-list':
      return [
        ...(field.requiredParts ?? [])
          .filter((part) => !field.parts.includes(part))
          .map((part) => fieldProblem(`${path}.requiredParts`, 'value-not-allowed', { value: part })),
        ...crossed(field.minimumCount, field.maximumCount, `${path}.minimumCount`),
      ];
    case 'short-text':
    case 'money':
    case 'country':
    case 'phone':
    case 'email':
    case 'video-link':
    case 'file':
      return [];
  }
}

function numberLimits(field: Extract<OwnField, { kind: 'number' }>, path: string): FieldProblem[] {
  const { minimum, maximum, besideUnit } = field;
  const isCrossed =
    minimum !== undefined && maximum !== undefined && parseDecimal(minimum).compareTo(parseDecimal(maximum)) > 0;
  const isNothing = besideUnit !== undefined && parseDecimal(besideUnit.factor).isZero;
  return [
    ...(isCrossed ? [fieldProblem(`${path}.minimum`, 'limits-crossed')] : []),
    ...(isNothing ? [fieldProblem(`${path}.besideUnit.factor`, 'value-not-allowed', { value: '0' })] : []),
  ];
}

function optionProblems(options: readonly { readonly value: string }[], path: string): FieldProblem[] {
  const reserved = options.flatMap(({ value }, index) =>
    value === undecided ? [fieldProblem(`${path}.options[${index}].value`, 'value-not-allowed', { value })] : [],
  );
  return [...reserved, ...duplicates(options, (option) => option.value, `${path}.options`, 'value')];
}

function duplicates<Item>(items: readonly Item[], keyOf: (item: Item) => string, path: string, name: string) {
  const keys = items.map(keyOf);
  return keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [fieldProblem(`${path}[${index}].${name}`, 'key-duplicated', { key })] : [],
  );
}

function crossed(minimum: number | undefined, maximum: number, path: string): FieldProblem[] {
  return (minimum ?? 0) > maximum ? [fieldProblem(path, 'limits-crossed')] : [];
}
