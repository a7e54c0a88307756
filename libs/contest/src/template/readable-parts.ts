import type { z } from 'zod';
import { rubric } from './rules-schema.js';
import type { ReadableParts } from './template-references.js';
import { templateSchema, type ContestTemplate } from './template-schema.js';

const { tracks, fieldGroups, stages } = templateSchema.shape;

/** What could be read of a template's value: a part that is not well formed is null, and its neighbours stand. */
export function readableParts(raw: unknown): ReadableParts {
  const label = fieldGroups.unwrap().element;
  return {
    tracks: readable(tracks, valueAt(raw, ['tracks'])),
    labels: {
      fieldGroups: list(raw, 'fieldGroups').map((item) => readable(label, item)),
      divisions: list(raw, 'divisions').map((item) => readable(label, item)),
    },
    rubricKeys: new Set(Object.keys(group(raw, 'rubrics'))),
    stages: list(raw, 'stages').map((item) => readable(stages.element, item)),
    stageKeys: list(raw, 'stages').map((item) => valueAt(item, ['key'])),
  };
}

/** The rubrics that could be read, by key. */
export function rubricsOf(raw: unknown): ContestTemplate['rubrics'] {
  const read = Object.entries(group(raw, 'rubrics')).flatMap(([key, value]) => {
    const one = readable(rubric, value);
    return one ? [[key, one] as const] : [];
  });
  return Object.fromEntries(read);
}

/** The value at a path, undefined where the path leads nowhere. */
export function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, step) => {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
    return (value as Record<PropertyKey, unknown>)[step];
  }, raw);
}

function readable<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | null {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

function list(raw: unknown, name: string): readonly unknown[] {
  const value = valueAt(raw, [name]);
  return Array.isArray(value) ? value : [];
}

function group(raw: unknown, name: string): Readonly<Record<string, unknown>> {
  const value = valueAt(raw, [name]);
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
