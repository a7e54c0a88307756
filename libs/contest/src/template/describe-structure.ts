import type { InferIssue } from 'valibot';
import type { templateSchema } from './template-schema.js';

/** What the schema of a template finds at one place. */
export type StructureIssue = InferIssue<typeof templateSchema>;

export interface Described {
  readonly code: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

/** What a text must look like, by the name that the schema gives its check. */
const forms: Readonly<Record<string, Described>> = {
  key: {
    code: 'key-expected',
    reason: {
      zh: '应为小写英文字母或数字，用连字符相连，如 open-challenge',
      en: 'expected lower-case words joined by hyphens, such as open-challenge',
    },
  },
  decimal: {
    code: 'decimal-expected',
    reason: {
      zh: '应为普通小数（最多 6 位小数），如 30 或 0.5',
      en: 'expected a plain decimal with at most 6 decimals, such as 30 or 0.5',
    },
  },
  count: {
    code: 'count-expected',
    reason: { zh: '应为整数，如 5', en: 'expected a whole number, such as 5' },
  },
  boolean: {
    code: 'boolean-expected',
    reason: { zh: '应为 true 或 false', en: 'expected true or false' },
  },
  instant: {
    code: 'instant-expected',
    reason: {
      zh: '应为带时区的时刻，如 2024-11-22T09:00:00+08:00',
      en: 'expected an instant with its offset, such as 2024-11-22T09:00:00+08:00',
    },
  },
  'window-order': {
    code: 'window-order',
    reason: { zh: '结束时间应晚于开始时间', en: 'the closing time must be later than the opening time' },
  },
};

const kinds: Readonly<Record<string, { zh: string; en: string }>> = {
  object_with_rest: { zh: '一组字段', en: 'a group of fields' },
  record: { zh: '一组字段', en: 'a group of fields' },
  array: { zh: '一个列表', en: 'a list' },
  string: { zh: '一段文字', en: 'a text' },
};

/** A sentence in each language for what the schema found; the word that was typed stays out of it. */
export function describeStructure(issue: StructureIssue, isMissing: boolean): Described {
  if (isMissing) return { code: 'field-missing', reason: { zh: '缺少这个字段', en: 'this field is missing' } };
  const named = forms[issue.message];
  if (named) return named;
  if (issue.type === 'picklist' || issue.type === 'literal') return oneOf(namedIn(issue.expected ?? ''));
  if (issue.kind === 'schema') return expected(issue.type);
  const bound = String(issue.requirement);
  if (issue.type === 'min_length' || issue.type === 'min_value') return limit('least', bound, issue.input);
  if (issue.type === 'max_length' || issue.type === 'max_value') return limit('most', bound, issue.input);
  return { code: 'field-invalid', reason: { zh: '这个值不正确', en: 'this value is not valid' } };
}

export function describeUnknownField(name: string): Described {
  return { code: 'field-unknown', reason: { zh: `没有名为 ${name} 的字段`, en: `there is no field named ${name}` } };
}

/** The words that valibot lists in quotation marks: `("number" | "ratio")`. */
function namedIn(list: string): string[] {
  return [...list.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
}

function oneOf(values: readonly string[]): Described {
  const [zh, en] = [values.join('、'), values.join(', ')];
  return { code: 'value-not-allowed', reason: { zh: `应为其中之一：${zh}`, en: `expected one of: ${en}` } };
}

function expected(kind: string): Described {
  const words = kinds[kind] ?? { zh: kind, en: kind };
  return { code: 'type-mismatch', reason: { zh: `应为${words.zh}`, en: `expected ${words.en}` } };
}

function limit(side: 'least' | 'most', bound: string, input: unknown): Described {
  const sides = { least: { zh: '至少', en: 'at least' }, most: { zh: '至多', en: 'at most' } };
  const { zh, en } = sides[side];
  const unit = unitOf(input);
  return {
    code: side === 'least' ? 'too-small' : 'too-large',
    reason: { zh: `${zh} ${bound}${unit.zh}`, en: `expected ${en} ${bound}${unit.en}` },
  };
}

function unitOf(input: unknown): { zh: string; en: string } {
  if (Array.isArray(input)) return { zh: ' 项', en: ' items' };
  if (typeof input === 'string') return { zh: ' 个字符', en: ' characters' };
  return { zh: '', en: '' };
}
