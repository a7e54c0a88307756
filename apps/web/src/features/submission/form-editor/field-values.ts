import type {
  FormCondition,
  FormField,
  FormOption,
  OwnField,
  OwnFieldKind,
  PersonPart,
  ReaderRole,
  TableColumn,
} from '#domain/form/form-definition';

/** A condition as the dialog shows it: one field, one test. Others are kept and shown as they are. */
export interface SimpleCondition {
  field?: string;
  test: 'is' | 'isNot';
  values: string[];
}

/** What stands in the dialog of a field; blank texts stand for what is left out. */
export interface FieldValues {
  kind: OwnFieldKind;
  key: string;
  label: { zh: string; en: string };
  help: { zh: string; en: string };
  isRequired: boolean;
  isPersonal: boolean;
  identifies: boolean;
  readers: ReaderRole[];
  condition: SimpleCondition;
  requiredCondition: SimpleCondition;
  maximumLength: string;
  minimumLength: string;
  format: boolean;
  decimals: string;
  minimum: string;
  maximum: string;
  unit: { zh: string; en: string };
  besideUnit: { zh: string; en: string; factor: string };
  currencies: string[];
  earliest: string;
  latest: string;
  options: { value: string; zh: string; en: string; aboutZh: string; aboutEn: string }[];
  minimumCount: string;
  maximumCount: string;
  allowsUndecided: boolean;
  hosts: string[];
  columns: { key: string; zh: string; en: string; kind: TableColumn['kind']; isRequired: boolean }[];
  parts: PersonPart[];
  requiredParts: PersonPart[];
  types: Extract<OwnField, { kind: 'file' }>['types'][number][];
  megabytes: string;
}

const megabyte = 1024 * 1024;

/** A new field of a kind, with limits that suit most questions. */
export function newFieldValues(kind: OwnFieldKind): FieldValues {
  return valuesOf({ kind, key: '', label: { zh: '', en: '' }, ...(startOf[kind] ?? {}) } as unknown as OwnField);
}

const startOf: Partial<Record<OwnFieldKind, object>> = {
  'short-text': { maximumLength: 100 },
  'long-text': { maximumLength: 2000 },
  number: { decimals: 2 },
  money: { currencies: ['CNY', 'USD', 'EUR'] },
  table: { columns: [], maximumCount: 10 },
  'person-list': { parts: ['organisation'], maximumCount: 10 },
  file: { types: ['pdf'], maximumBytes: 50 * megabyte, maximumCount: 1 },
};

/** Any attribute of any kind, where the field has it. */
type Attributes = Partial<Record<string, never>> & {
  help?: { zh: string; en: string };
  unit?: { zh: string; en: string };
  besideUnit?: { unit: { zh: string; en: string }; factor: string };
  options?: readonly FormOption[];
  columns?: readonly TableColumn[];
  readers?: readonly { role: ReaderRole }[];
  maximumBytes?: number;
} & Readonly<Record<string, unknown>>;

export function valuesOf(field: OwnField): FieldValues {
  const has = field as unknown as Attributes;
  const text = (name: string) => (has[name] === undefined ? '' : String(has[name]));
  const list = (name: string) => [...((has[name] ?? []) as readonly never[])];
  const about = has.besideUnit;
  return {
    ...{ kind: field.kind, key: field.key, label: { ...field.label }, help: { ...(has.help ?? { zh: '', en: '' }) } },
    ...{
      isRequired: field.isRequired ?? false,
      isPersonal: field.isPersonal ?? false,
      identifies: field.identifies ?? false,
    },
    readers: (has.readers ?? []).map(({ role }) => role),
    condition: simpleCondition(field.visibleWhen) ?? { test: 'is', values: [] },
    requiredCondition: simpleCondition(field.requiredWhen) ?? { test: 'is', values: [] },
    ...{ maximumLength: text('maximumLength'), minimumLength: text('minimumLength') },
    format: text('format') === 'unified-social-credit-code',
    ...{ decimals: text('decimals'), minimum: text('minimum'), maximum: text('maximum') },
    unit: { ...(has.unit ?? { zh: '', en: '' }) },
    besideUnit: { zh: about?.unit.zh ?? '', en: about?.unit.en ?? '', factor: about?.factor ?? '' },
    ...{ currencies: list('currencies'), earliest: text('earliest'), latest: text('latest') },
    options: (has.options ?? []).map(({ value, label, about: more }) => ({
      ...{ value, zh: label.zh, en: label.en, aboutZh: more?.zh ?? '', aboutEn: more?.en ?? '' },
    })),
    ...{ minimumCount: text('minimumCount'), maximumCount: text('maximumCount') },
    ...{ allowsUndecided: has['allowsUndecided'] === true, hosts: list('hosts') },
    columns: (has.columns ?? []).map(({ key, label, kind, isRequired }) => ({
      ...{ key, zh: label.zh, en: label.en, kind, isRequired: isRequired ?? false },
    })),
    ...{ parts: list('parts'), requiredParts: list('requiredParts'), types: list('types') },
    megabytes: has.maximumBytes === undefined ? '' : String(Math.round(has.maximumBytes / megabyte)),
  };
}

/** The field that the values say; what its kind does not have is left out. It may be wrong: the form's check tells. */
export function fieldOf(values: FieldValues, before: FormField | null): OwnField {
  const optional = (name: string, value: unknown) => (value === undefined || value === '' ? {} : { [name]: value });
  const bilingual = ({ zh, en }: { zh: string; en: string }) =>
    zh.trim() === '' && en.trim() === '' ? undefined : { zh: zh.trim(), en: en.trim() };
  const flag = (name: string, value: boolean) => (value ? { [name]: true } : {});
  const readers = values.readers.map((role) => keptReader(before, role));
  return {
    ...{ kind: values.kind, key: values.key, label: bilingual(values.label) ?? { zh: '', en: '' } },
    ...optional('help', bilingual(values.help)),
    ...flag('isRequired', values.isRequired),
    ...optional('requiredWhen', conditionOf(values.requiredCondition) ?? keptCondition(before?.requiredWhen)),
    ...optional('visibleWhen', conditionOf(values.condition) ?? keptCondition(before?.visibleWhen)),
    ...flag('isPersonal', values.isPersonal),
    ...flag('identifies', values.identifies),
    ...(readers.length > 0 ? { readers } : {}),
    ...kindAttributes(values, optional, bilingual),
  } as unknown as OwnField;
}

type Optional = (name: string, value: unknown) => object;
type Bilingual = (value: { zh: string; en: string }) => { zh: string; en: string } | undefined;

function kindAttributes(values: FieldValues, optional: Optional, bilingual: Bilingual): object {
  const counts = {
    ...optional('minimumCount', whole(values.minimumCount)),
    ...optional('maximumCount', whole(values.maximumCount)),
  };
  switch (values.kind) {
    case 'short-text':
      return {
        ...optional('maximumLength', whole(values.maximumLength)),
        ...(values.format ? { format: 'unified-social-credit-code' } : {}),
      };
    case 'long-text':
      return {
        ...optional('maximumLength', whole(values.maximumLength)),
        ...optional('minimumLength', whole(values.minimumLength)),
      };
    case 'number':
      return {
        ...{ decimals: whole(values.decimals) ?? 0 },
        ...{ ...optional('minimum', values.minimum.trim()), ...optional('maximum', values.maximum.trim()) },
        ...optional('unit', bilingual(values.unit)),
        ...(bilingual(values.besideUnit)
          ? { besideUnit: { unit: bilingual(values.besideUnit), factor: values.besideUnit.factor.trim() } }
          : {}),
      };
    case 'money':
      return { currencies: values.currencies, ...optional('maximum', values.maximum.trim()) };
    case 'date':
      return { ...optional('earliest', values.earliest), ...optional('latest', values.latest) };
    case 'choice':
      return { options: optionsOf(values, bilingual) };
    case 'multi-choice':
    case 'district':
      return {
        options: optionsOf(values, bilingual),
        ...counts,
        ...(values.allowsUndecided ? { allowsUndecided: true } : {}),
      };
    case 'video-link':
      return values.hosts.length > 0 ? { hosts: values.hosts } : {};
    case 'table':
      return {
        columns: values.columns.map(({ key, zh, en, kind, isRequired }) => ({
          ...{ key: key.trim(), label: { zh: zh.trim(), en: en.trim() }, kind },
          ...(isRequired ? { isRequired } : {}),
        })),
        ...counts,
      };
    case 'person-list':
      return { parts: values.parts, requiredParts: values.requiredParts, ...counts };
    case 'file':
      return {
        types: values.types,
        maximumBytes: bytesOf(values.megabytes),
        ...optional('maximumCount', whole(values.maximumCount)),
      };
    case 'country':
    case 'phone':
    case 'email':
      return {};
  }
}

function optionsOf({ options }: FieldValues, bilingual: Bilingual): object[] {
  return options.map(({ value, zh, en, aboutZh, aboutEn }) => {
    const about = bilingual({ zh: aboutZh, en: aboutEn });
    return { value: value.trim(), label: { zh: zh.trim(), en: en.trim() }, ...(about ? { about } : {}) };
  });
}

/** A whole number as typed; what is none stays as it is for the form's check to name. */
function whole(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^\d{1,10}$/.test(trimmed) ? Number(trimmed) : trimmed;
}

function bytesOf(megabytes: string): number | string {
  const count = whole(megabytes);
  return typeof count === 'number' ? count * megabyte : megabytes;
}

/** Null where a condition asks more than one field. */
export function simpleCondition(condition: FormCondition | undefined): SimpleCondition | null {
  if (condition === undefined || !('field' in condition)) return null;
  return 'is' in condition
    ? { field: condition.field, test: 'is', values: [...condition.is] }
    : { field: condition.field, test: 'isNot', values: [...condition.isNot] };
}

function conditionOf({ field, test, values }: SimpleCondition): FormCondition | undefined {
  if (field === undefined || values.length === 0) return undefined;
  return test === 'is' ? { field, is: values } : { field, isNot: values };
}

/** A condition that the dialog cannot show stays with its field. */
function keptCondition(condition: FormCondition | undefined): FormCondition | undefined {
  return simpleCondition(condition) === null ? condition : undefined;
}

function keptReader(before: FormField | null, role: ReaderRole) {
  const readers = before === null || before.kind === 'core' ? [] : (before.readers ?? []);
  return readers.find((reader) => reader.role === role) ?? { role };
}
