import {
  type CoreAnswerKey,
  coreAnswerKeys,
  type FieldReader,
  type FormAnswer,
  type FormCondition,
  type FormDefinition,
  type FormField,
  type FormSection,
  identifies,
  isCore,
  type OwnField,
  type ReaderRole,
} from './form-definition.js';

/** Answers of the core blocks, for conditions; null or absent where not given. */
export type CoreAnswers = Readonly<Partial<Record<CoreAnswerKey, string | null>>>;

export interface GivenAnswers {
  readonly core: CoreAnswers;
  readonly answers: Readonly<Record<string, unknown>>;
}

export interface VisibleSection {
  readonly section: FormSection;
  readonly fields: readonly FormField[];
}

/** Sections and fields that these answers call for; a section without any visible field is left out. */
export function visibleSections(form: FormDefinition, given: GivenAnswers): VisibleSection[] {
  const seen = new Map<string, unknown>(coreAnswerKeys.map((key) => [key, given.core[key]]));
  return form.sections.flatMap((section) => {
    if (!holds(section.visibleWhen, seen)) return [];
    const fields = section.fields.filter((field) => {
      if (!holds(field.visibleWhen, seen)) return false;
      if (!isCore(field)) seen.set(field.key, own(given.answers, field.key));
      return true;
    });
    return fields.length === 0 ? [] : [{ section, fields }];
  });
}

/** Core blocks without whose answers no entry is submitted; the description is asked for its title alone. */
const alwaysAnswered: readonly string[] = ['classification', 'team'];

/** Whether a visible field has to be answered before the entry is submitted. */
export function isRequired(field: FormField, form: FormDefinition, given: GivenAnswers): boolean {
  if (field.isRequired === true || (isCore(field) && alwaysAnswered.includes(field.key))) return true;
  return field.requiredWhen !== undefined && holds(field.requiredWhen, visibleAnswers(form, given));
}

/** The answers to visible fields, and nothing besides: what is submitted. */
export function keptAnswers(form: FormDefinition, given: GivenAnswers): Record<string, FormAnswer> {
  const visible = visibleSections(form, given).flatMap(({ fields }) => fields.filter((field) => !isCore(field)));
  return Object.fromEntries(
    visible.flatMap(({ key }) => {
      const answer = own(given.answers, key);
      return isAnswered(answer) ? [[key, answer as FormAnswer]] : [];
    }),
  );
}

export interface Reader {
  readonly role: ReaderRole;
  readonly stageKey: string;
  /** Whether the stage hides who the teams are. */
  readonly isBlind: boolean;
}

/** Own fields that a reader outside the team and the office may see in a stage. */
export function readableFields(form: FormDefinition, reader: Reader): OwnField[] {
  return form.sections.flatMap(({ fields }) =>
    fields.filter((field): field is OwnField => !isCore(field) && isReadable(field, reader)),
  );
}

/** Text with a letter or digit, or a list or object with something in it. */
export function isAnswered(answer: unknown): boolean {
  if (typeof answer === 'string') return answer.trim() !== '';
  if (Array.isArray(answer)) return answer.length > 0;
  if (typeof answer !== 'object' || answer === null) return false;
  return 'amount' in answer ? isAnswered(answer.amount) : Object.keys(answer).length > 0;
}

/** Of own properties alone: a field called `constructor` is not answered by an object's prototype. */
export function own(answers: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(answers, key) ? answers[key] : undefined;
}

function isReadable(field: OwnField, { role, stageKey, isBlind }: Reader): boolean {
  if (isBlind && identifies(field)) return false;
  return (field.readers ?? []).some(
    (reader: FieldReader) => reader.role === role && (reader.stages === undefined || reader.stages.includes(stageKey)),
  );
}

function visibleAnswers(form: FormDefinition, given: GivenAnswers): ReadonlyMap<string, unknown> {
  const kept = keptAnswers(form, given);
  return new Map([...coreAnswerKeys.map((key) => [key, given.core[key]] as const), ...Object.entries(kept)]);
}

function holds(condition: FormCondition | undefined, seen: ReadonlyMap<string, unknown>): boolean {
  if (condition === undefined) return true;
  if ('all' in condition) return condition.all.every((part) => holds(part, seen));
  if ('any' in condition) return condition.any.some((part) => holds(part, seen));
  const values = valuesOf(seen.get(condition.field));
  if ('is' in condition) return values.some((value) => condition.is.includes(value));
  return values.length > 0 && !values.some((value) => condition.isNot.includes(value));
}

function valuesOf(answer: unknown): string[] {
  if (typeof answer === 'string') return answer === '' ? [] : [answer];
  if (Array.isArray(answer)) return answer.filter((value): value is string => typeof value === 'string');
  if (typeof answer === 'object' && answer !== null && 'currency' in answer) return [String(answer.currency)];
  return [];
}
