import type { FormDefinition, FormField, FormSection } from '#domain/form/form-definition';

/** Where a field stands: its section, and its place in it. */
export interface FieldPlace {
  readonly section: number;
  readonly field: number;
}

/** What the office is about to change: a section or a field, or a new one. */
export type Editing =
  | { readonly kind: 'section'; readonly at: number | null }
  | { readonly kind: 'field'; readonly section: number; readonly at: number | null };

type Sections = readonly FormSection[];

const withSections = (sections: Sections): FormDefinition => ({ sections });

/** Puts a section in the place of another, or at the end. */
export function putSection(
  form: FormDefinition,
  section: FormSection,
  at: number = form.sections.length,
): FormDefinition {
  return withSections(replaced(form.sections, at, section));
}

export function removeSection({ sections }: FormDefinition, at: number): FormDefinition {
  return withSections(sections.filter((_, index) => index !== at));
}

/** One place up (-1) or down (1); the form as it is where there is none. */
export function moveSection({ sections }: FormDefinition, at: number, by: 1 | -1): FormDefinition {
  return withSections(swapped(sections, at, at + by));
}

/** Puts a field in the place of another, or at the end of its section. */
export function putField(form: FormDefinition, section: number, field: FormField, at?: number): FormDefinition {
  return changeFields(form, section, (fields) => replaced(fields, at ?? fields.length, field));
}

export function removeField(form: FormDefinition, { section, field }: FieldPlace): FormDefinition {
  return changeFields(form, section, (fields) => fields.filter((_, index) => index !== field));
}

/** One place up or down; past the end of its section it goes into the next one. */
export function moveField(form: FormDefinition, { section, field }: FieldPlace, by: 1 | -1): FormDefinition {
  const moving = form.sections[section]?.fields[field];
  const next = form.sections[section + by];
  const isInside = form.sections[section]?.fields[field + by] !== undefined;
  if (isInside) return changeFields(form, section, (fields) => swapped(fields, field, field + by));
  if (moving === undefined || next === undefined) return form;
  const without = removeField(form, { section, field });
  return changeFields(without, section + by, (fields) => (by === 1 ? [moving, ...fields] : [...fields, moving]));
}

/** A key that no field of the form has yet, made of an English label. */
export function freshKey(form: FormDefinition, label: string, fallback: string): string {
  const words = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[0-9-]+|-+$/g, '')
    .slice(0, 40);
  const base = words === '' ? fallback : words;
  const taken = new Set(form.sections.flatMap(({ key, fields }) => [key, ...fields.map((field) => field.key)]));
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(key)) return key;
  }
}

function changeFields(
  form: FormDefinition,
  at: number,
  change: (fields: readonly FormField[]) => readonly FormField[],
): FormDefinition {
  return withSections(
    form.sections.map((section, index) => (index === at ? { ...section, fields: change(section.fields) } : section)),
  );
}

function replaced<Item>(items: readonly Item[], at: number, item: Item): Item[] {
  return [...items.slice(0, at), item, ...items.slice(at + 1)];
}

function swapped<Item>(items: readonly Item[], a: number, b: number): readonly Item[] {
  const [first, second] = [items[a], items[b]];
  if (first === undefined || second === undefined) return items;
  return items.map((item, index) => (index === a ? second : index === b ? first : item));
}
