import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { answerFaults, hasAnswerShape } from './answer-faults.js';
import {
  type CoreBlock,
  type FormDefinition,
  type FormField,
  isCore,
  type OwnField,
  ownFields,
} from './form-definition.js';
import { type GivenAnswers, isAnswered, isRequired, own, visibleSections } from './form-visibility.js';

/** Longest answers kept of one entry, in characters of their JSON. */
const lengthLimit = 600_000;

export interface EntryFill extends GivenAnswers {
  /** How many files stand at a file field, by its key. */
  readonly files: Readonly<Record<string, number>>;
  /** Core blocks that hold an answer; the entry's own checks say whether it is right. */
  readonly filledBlocks: ReadonlySet<string>;
  /**
   * By core block, the fields of an entry that it lacks and no entry goes without, such as its title: open each,
   * whatever the form requires of the block.
   */
  readonly missingFields?: Readonly<Record<string, readonly string[]>>;
}

/**
 * What keeps answers from being stored in a draft: that they are no answers at all. A draft may hold what is too long,
 * too high or unfinished, so that nothing typed is lost; {@link entryProblems} then says what is wrong with it.
 *
 * @returns problems with paths `formAnswers.<key>`
 */
export function draftProblems(form: FormDefinition, answers: Readonly<Record<string, unknown>>): FieldProblem[] {
  if (JSON.stringify(answers).length > lengthLimit) return [fieldProblem('formAnswers', 'form-too-large')];
  const fields = new Map(ownFields(form).map((field) => [field.key, field]));
  return Object.entries(answers).flatMap(([key, answer]) => {
    const field = fields.get(key);
    if (field === undefined || field.kind === 'file') {
      return [fieldProblem(`formAnswers.${key}`, 'field-unknown', { value: key })];
    }
    return hasAnswerShape(field, answer) ? [] : [fieldProblem(`formAnswers.${key}`, 'field-invalid')];
  });
}

/** What keeps an entry from being submitted, in the form's order; fields that its answers hide are not asked. */
export function entryProblems(form: FormDefinition, fill: EntryFill): FieldProblem[] {
  const fields = visibleSections(form, fill).flatMap((section) => section.fields);
  return [...draftProblems(form, fill.answers), ...fields.flatMap((field) => fieldProblemsOf(field, form, fill))];
}

export interface SectionProgress {
  readonly key: string;
  /** Fields that have to be answered, and how many of them are. */
  readonly required: number;
  readonly answered: number;
  /** Paths of what still keeps the entry from being submitted: a core block may hold several. */
  readonly open: readonly string[];
}

/** The list of what is still to do, section by section. */
export function formProgress(form: FormDefinition, fill: EntryFill): SectionProgress[] {
  return visibleSections(form, fill).map(({ section, fields }) => {
    const required = fields.filter((field) => isRequired(field, form, fill));
    const openOf = (field: FormField) => [...new Set(fieldProblemsOf(field, form, fill).map(({ path }) => path))];
    const answered = required.filter((field) => openOf(field).length === 0).length;
    return { key: section.key, required: required.length, answered, open: fields.flatMap(openOf) };
  });
}

function fieldProblemsOf(field: FormField, form: FormDefinition, fill: EntryFill): FieldProblem[] {
  const path = pathOf(field);
  const isMissing = !isFilled(field, fill) && isRequired(field, form, fill);
  if (isCore(field)) {
    const missing = new Set([...(fill.missingFields?.[field.key] ?? []), ...(isMissing ? [path] : [])]);
    return [...missing].map((one) => fieldProblem(one, 'field-missing'));
  }
  if (!isFilled(field, fill)) return isMissing ? [fieldProblem(path, 'field-missing')] : [];
  if (field.kind === 'file') return fileProblems(field, fill, path);
  return answerFaults(field, own(fill.answers, field.key), path);
}

function isFilled(field: FormField, fill: EntryFill): boolean {
  if (isCore(field)) return fill.filledBlocks.has(field.key);
  if (field.kind === 'file') return (fill.files[field.key] ?? 0) > 0;
  return isAnswered(own(fill.answers, field.key));
}

function fileProblems(field: Extract<OwnField, { kind: 'file' }>, fill: EntryFill, path: string): FieldProblem[] {
  const maximum = field.maximumCount;
  return (fill.files[field.key] ?? 0) > maximum ? [fieldProblem(path, 'too-many-items', { maximum })] : [];
}

/** Under which name a core block's answer stands in an entry. */
const blockPaths: Readonly<Record<CoreBlock, string>> = {
  classification: 'trackKey',
  description: 'summary',
  'nominating-body': 'nominatingBody',
  team: 'members',
  landing: 'landing',
};

function pathOf(field: FormField): string {
  if (isCore(field)) return blockPaths[field.key];
  return field.kind === 'file' ? `files.${field.key}` : `formAnswers.${field.key}`;
}
