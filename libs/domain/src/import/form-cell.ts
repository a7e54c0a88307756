import { answerFaults } from '../form/answer-faults.js';
import {
  type FormAnswer,
  type FormOption,
  type Money,
  type OwnField,
  type PersonAnswer,
  type TableRow,
  undecided,
} from '../form/form-definition.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { readBoolean, readDay, readDecimal, readPhone } from './cell-values.js';
import { readLines, writeLines } from './lines-cell.js';
import { choicesText, findName, type NamedKey, nameTable, type NameTable, writtenName } from './name-table.js';

/** A field of a form that a cell can answer: files come by another road. */
export type CellField = Exclude<OwnField, { kind: 'file' }>;

/** What the cells of a form are read and written with. */
export interface CellNames {
  readonly countries: readonly NamedKey[];
  readonly countryTable: NameTable;
}

export type CellReading = { readonly answer: FormAnswer } | { readonly problem: FieldProblem };

const undecidedOption: NamedKey = { key: undecided, name: { zh: '待定，请给出建议', en: 'Undecided, advise me' } };
const currencyWords: Readonly<Record<string, string>> = {
  ...{ '¥': 'CNY', '￥': 'CNY', 元: 'CNY', 人民币: 'CNY', rmb: 'CNY' },
  ...{ $: 'USD', us$: 'USD', 美元: 'USD', '€': 'EUR', 欧元: 'EUR', '£': 'GBP', 英镑: 'GBP', hk$: 'HKD', 港元: 'HKD' },
};

/** The answer that a cell gives to a field, checked as the form checks it. The cell is not empty. */
export function readFormCell(field: CellField, text: string, names: CellNames): CellReading {
  const path = `formAnswers.${field.key}`;
  const answer = answerOf(field, text, names);
  if (answer === null) {
    return { problem: notFound(path, text, field.kind === 'country' ? names.countries : itemsOf(field)) };
  }
  const problem = answerFaults(field, answer, path)[0];
  return problem === undefined ? { answer } : { problem };
}

/** An answer as a cell that `readFormCell` takes for the same answer. */
export function writeFormCell(field: CellField, answer: FormAnswer, names: CellNames, locale: 'zh' | 'en'): string {
  if (field.kind === 'money') {
    const { amount, currency } = answer as Money;
    return `${amount} ${currency}`;
  }
  if (field.kind === 'table' || field.kind === 'person-list') {
    const rows = answer as readonly Readonly<Record<string, string>>[];
    return writeLines(rows.map((row) => partsOf(field).map((part) => row[part] ?? '')));
  }
  if (field.kind === 'country') {
    const country = names.countries.find(({ key }) => key === answer);
    return country ? writtenName(names.countryTable, country, locale) : (answer as string);
  }
  const items = itemsOf(field);
  if (items.length === 0) return answer as string;
  const table = nameTable(items);
  const written = (value: string) => {
    const item = items.find(({ key }) => key === value);
    return item ? writtenName(table, item, locale) : value;
  };
  return typeof answer === 'string' ? written(answer) : (answer as readonly string[]).map(written).join('\n');
}

/** Null where the cell names something that the field does not offer. */
function answerOf(field: CellField, text: string, names: CellNames): FormAnswer | null {
  switch (field.kind) {
    case 'choice':
      return choiceOf(field.options, text);
    case 'multi-choice':
    case 'district':
      return severalOf(itemsOf(field), text);
    case 'country':
      return findName(names.countryTable, text);
    case 'money':
      return moneyOf(text, field.currencies);
    case 'number':
      return readDecimal(text);
    case 'date':
      return readDay(text) ?? text;
    case 'phone':
      return readPhone(text);
    case 'table':
    case 'person-list':
      return rowsOf(field, text);
    case 'short-text':
      return text.replace(/\s*\n\s*/g, ' ');
    case 'long-text':
    case 'email':
    case 'video-link':
      return text;
  }
}

function itemsOf(field: CellField): NamedKey[] {
  const items = 'options' in field ? field.options.map(optionItem) : [];
  return 'allowsUndecided' in field && field.allowsUndecided === true ? [...items, undecidedOption] : items;
}

const optionItem = ({ value, label }: FormOption): NamedKey => ({ key: value, name: label });

/** A question of yes and no takes every word for either. */
function choiceOf(options: readonly FormOption[], text: string): string | null {
  const found = findName(nameTable(options.map(optionItem)), text);
  if (found !== null) return found;
  const isTrue = readBoolean(text);
  const meant = isTrue === null ? undefined : isTrue ? 'yes' : 'no';
  return options.some(({ value }) => value === meant) ? (meant as string) : null;
}

function severalOf(items: readonly NamedKey[], text: string): string[] | null {
  const table = nameTable(items);
  const whole = findName(table, text);
  const parts = whole === null ? text.split(text.includes('\n') ? '\n' : /[、；;,，/]/u) : [text];
  const values = parts.map((part) => part.trim()).filter((part) => part !== '');
  const found = values.map((part) => findName(table, part));
  return found.some((key) => key === null) ? null : (found as string[]);
}

function moneyOf(text: string, currencies: readonly string[]): Money {
  const plain = text.normalize('NFKC').trim();
  const [, before = '', amount = plain, after = ''] = /^([^\d-]*)(-?[\d,.\s]*\d)([^\d]*)$/u.exec(plain) ?? [];
  const word = (before.trim() || after.trim()).toLowerCase();
  const [only = ''] = currencies;
  const currency = word === '' ? (currencies.length === 1 ? only : '') : (currencyWords[word] ?? word.toUpperCase());
  return { amount: readDecimal(amount), currency };
}

function partsOf(field: Extract<CellField, { kind: 'table' | 'person-list' }>): string[] {
  return field.kind === 'table' ? field.columns.map(({ key }) => key) : ['name', ...field.parts];
}

function rowsOf(
  field: Extract<CellField, { kind: 'table' | 'person-list' }>,
  text: string,
): readonly TableRow[] | readonly PersonAnswer[] {
  const names = partsOf(field);
  const read = (name: string, part: string) => {
    const column = field.kind === 'table' ? field.columns.find(({ key }) => key === name)?.kind : undefined;
    if (column === 'date') return readDay(part) ?? part;
    if (column === 'number') return readDecimal(part);
    return name === 'phone' && field.kind === 'person-list' ? readPhone(part) : part;
  };
  return readLines(text).map((parts) =>
    Object.fromEntries(
      parts.flatMap((part, index) => {
        const name = names[index];
        return name === undefined || part === '' ? [] : [[name, read(name, part)]];
      }),
    ),
  );
}

/** The names that a cell may hold, told in the language in which the problem is read. */
export function notFound(path: string, value: string, items: readonly NamedKey[]): FieldProblem {
  return fieldProblem(path, 'name-unknown', {
    value: value.slice(0, 60),
    choicesZh: choicesText(items, 'zh'),
    choicesEn: choicesText(items, 'en'),
  });
}
