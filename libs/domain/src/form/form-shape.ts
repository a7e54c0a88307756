import { coreBlocks, fileTypes, ownFieldKinds, personParts, readerRoles, textFormats } from './form-definition.js';
import type { FieldProblem } from '../errors/field-problem.js';
import { fieldProblem } from '../errors/field-problem.js';
import {
  bilingual,
  boolean,
  count,
  day,
  decimal,
  isObject,
  key,
  listOf,
  object,
  oneOf,
  type Shape,
  type ShapeCheck,
  text,
} from './shape-check.js';

const needed = (check: ShapeCheck) => ({ check, isNeeded: true }) as const;
const values = listOf(text(60), 1, 300);

/** Conditions nest at most four deep: deeper ones nobody can read. */
function condition(depth: number): ShapeCheck {
  return (value, path) => {
    if (!isObject(value)) return [fieldProblem(path, 'field-invalid')];
    const parts = listOf(depth > 0 ? condition(depth - 1) : (_, at) => [fieldProblem(at, 'condition-too-deep')], 1, 20);
    if ('all' in value) return object({ all: needed(parts) })(value, path);
    if ('any' in value) return object({ any: needed(parts) })(value, path);
    const test = 'isNot' in value ? 'isNot' : 'is';
    return object({ field: needed(text(60)), [test]: needed(values) })(value, path);
  };
}

const when = { check: condition(3) };
const counts = (most: number) => ({ minimumCount: { check: count(0, most) } });
const option = object({
  value: needed(key),
  label: needed(bilingual(120)),
  about: { check: bilingual(400) },
});
const reader = object({ role: needed(oneOf(readerRoles)), stages: { check: listOf(key, 1, 60) } });

const conditional: Shape = {
  isRequired: { check: boolean },
  requiredWhen: when,
  visibleWhen: when,
};

const ownBase: Shape = {
  ...conditional,
  kind: needed(oneOf(ownFieldKinds)),
  key: needed(key),
  label: needed(bilingual(200)),
  help: { check: bilingual(1000) },
  isPersonal: { check: boolean },
  identifies: { check: boolean },
  readers: { check: listOf(reader, 0, 10) },
};

const several: Shape = {
  options: needed(listOf(option, 1, 300)),
  ...counts(300),
  maximumCount: { check: count(1, 300) },
  allowsUndecided: { check: boolean },
};

const column = object({
  key: needed(key),
  label: needed(bilingual(120)),
  kind: needed(oneOf(['text', 'number', 'date'])),
  isRequired: { check: boolean },
});

/** What each kind of field says of itself, beside what all say. */
const ownShapes: Readonly<Record<(typeof ownFieldKinds)[number], Shape>> = {
  'short-text': { maximumLength: needed(count(1, 500)), format: { check: oneOf(textFormats) } },
  'long-text': { maximumLength: needed(count(1, 20_000)), minimumLength: { check: count(0, 20_000) } },
  number: {
    minimum: { check: decimal },
    maximum: { check: decimal },
    decimals: needed(count(0, 6)),
    unit: { check: bilingual(40) },
    besideUnit: { check: object({ unit: needed(bilingual(40)), factor: needed(decimal) }) },
  },
  money: { currencies: needed(listOf(currency, 1, 40)), maximum: { check: decimal } },
  date: { earliest: { check: day }, latest: { check: day } },
  choice: { options: needed(listOf(option, 1, 300)) },
  'multi-choice': several,
  district: several,
  country: {},
  phone: {},
  email: {},
  'video-link': { hosts: { check: listOf(host, 1, 40) } },
  table: {
    columns: needed(listOf(column, 1, 8)),
    ...counts(100),
    maximumCount: needed(count(1, 100)),
  },
  'person-list': {
    parts: needed(listOf(oneOf(personParts), 0, personParts.length)),
    requiredParts: { check: listOf(oneOf(personParts), 0, personParts.length) },
    ...counts(50),
    maximumCount: needed(count(1, 50)),
  },
  file: {
    types: needed(listOf(oneOf(fileTypes), 1, fileTypes.length)),
    maximumBytes: needed(count(1, 2 ** 31)),
    maximumCount: needed(count(1, 20)),
  },
};

const coreField = object({ kind: needed(oneOf(['core'])), key: needed(oneOf(coreBlocks)), ...conditional });

function field(value: unknown, path: string): FieldProblem[] {
  if (!isObject(value)) return [fieldProblem(path, 'field-invalid')];
  if (value['kind'] === 'core') return coreField(value, path);
  const kind = ownFieldKinds.find((one) => one === value['kind']);
  if (kind === undefined) return [fieldProblem(`${path}.kind`, 'value-not-allowed', { value: value['kind'] })];
  return object({ ...ownBase, ...ownShapes[kind] })(value, path);
}

const section = object({
  key: needed(key),
  title: needed(bilingual(200)),
  help: { check: bilingual(1000) },
  visibleWhen: when,
  fields: needed(listOf(field, 1, 100)),
});

/** Whether a document has the shape of a `FormDefinition`, in all its parts: 1 to 40 sections of 1 to 100 fields. */
export const formShape: ShapeCheck = object({ sections: needed(listOf(section, 1, 40)) });

function currency(value: unknown, path: string): FieldProblem[] {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value)
    ? []
    : [fieldProblem(path, 'value-not-allowed', { value })];
}

function host(value: unknown, path: string): FieldProblem[] {
  const isHost = typeof value === 'string' && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(value);
  return isHost ? [] : [fieldProblem(path, 'value-not-allowed', { value })];
}
