import * as v from 'valibot';
import { rubric } from './rules-schema.js';
import type { ReadableParts } from './template-references.js';
import { label, stage, track, type ContestTemplate } from './template-schema.js';

/** What could be read of a template's value: a part that is not well formed is null, and its neighbours stand. */
export function readableParts(raw: unknown): ReadableParts {
  return {
    tracks: readable(track, valueAt(raw, ['tracks'])),
    labels: {
      fieldGroups: list(raw, 'fieldGroups').map((item) => readable(label, item)),
      divisions: list(raw, 'divisions').map((item) => readable(label, item)),
    },
    rubrics: rubricsOf(raw),
    rubricKeys: new Set(Object.keys(fieldsOf(raw, 'rubrics'))),
    stages: list(raw, 'stages').map((item) => readable(stage, item)),
    stageKeys: list(raw, 'stages').map((item) => valueAt(item, ['key'])),
  };
}

/** The same of a template that is well formed as a whole. */
export function wholeParts({ tracks, fieldGroups, divisions, rubrics, stages }: ContestTemplate): ReadableParts {
  return {
    tracks,
    labels: { fieldGroups, divisions },
    rubrics,
    rubricKeys: new Set(Object.keys(rubrics)),
    stages,
    stageKeys: stages.map((stage) => stage.key),
  };
}

function rubricsOf(raw: unknown): ContestTemplate['rubrics'] {
  const read = Object.entries(fieldsOf(raw, 'rubrics')).flatMap(([key, value]) => {
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

function readable<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown): Output | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}

function list(raw: unknown, name: string): readonly unknown[] {
  const value = valueAt(raw, [name]);
  return Array.isArray(value) ? value : [];
}

function fieldsOf(raw: unknown, name: string): Readonly<Record<string, unknown>> {
  const value = valueAt(raw, [name]);
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
