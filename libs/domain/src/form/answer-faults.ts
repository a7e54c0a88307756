import { isDecimalString, parseDecimal } from '../decimal/parse-decimal.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { isEmail, isPhone } from './contact.js';
import {
  type MoneyField,
  type MultiChoiceField,
  type OwnField,
  type TextFormat,
  undecided,
} from './form-definition.js';
import { peopleFaults, tableFaults } from './list-faults.js';
import { isDay, isObject } from './shape-check.js';
import { isUnifiedSocialCreditCode } from './unified-social-credit-code.js';

type AnsweredField = Exclude<OwnField, { kind: 'file' }>;

/** Whether an answer is of the field's type at all, so that it can be kept in a draft. */
export function hasAnswerShape(field: AnsweredField, answer: unknown): boolean {
  if (field.kind === 'money') return isRow(answer, ['amount', 'currency']);
  if (field.kind === 'table') {
    return isListOf(
      answer,
      field.columns.map(({ key }) => key),
    );
  }
  if (field.kind === 'person-list') return isListOf(answer, ['name', ...field.parts]);
  if (isSeveral(field)) {
    return Array.isArray(answer) && answer.length <= 300 && answer.every((value) => typeof value === 'string');
  }
  return typeof answer === 'string';
}

/** What is wrong with the answer to a field that is visible and answered. */
export function answerFaults(field: AnsweredField, answer: unknown, path: string): FieldProblem[] {
  if (!hasAnswerShape(field, answer)) return [fieldProblem(path, 'field-invalid')];
  if (field.kind === 'money') return moneyFaults(field, answer as { amount?: string; currency?: string }, path);
  if (field.kind === 'table') return tableFaults(field, answer as readonly Record<string, string>[], path);
  if (field.kind === 'person-list') return peopleFaults(field, answer as readonly Record<string, string>[], path);
  return isSeveral(field)
    ? choicesFaults(field, answer as readonly string[], path)
    : textFaults(field, answer as string, path);
}

function isSeveral(field: AnsweredField): field is MultiChoiceField {
  return field.kind === 'multi-choice' || field.kind === 'district';
}

type TextAnswered = Exclude<AnsweredField, { kind: 'money' | 'multi-choice' | 'district' | 'table' | 'person-list' }>;

function textFaults(field: TextAnswered, answer: string, path: string): FieldProblem[] {
  switch (field.kind) {
    case 'short-text':
      return [...lengthFaults(answer, 0, field.maximumLength, path), ...formatFaults(answer, field.format, path)];
    case 'long-text':
      return lengthFaults(answer, field.minimumLength ?? 0, field.maximumLength, path);
    case 'number':
      return numberFaults(answer, field, path);
    case 'date':
      return dateFaults(answer, field, path);
    case 'choice':
      return field.options.some(({ value }) => value === answer)
        ? []
        : [fieldProblem(path, 'value-not-allowed', { value: answer })];
    case 'country':
      return /^[A-Z]{2}$/.test(answer) ? [] : [fieldProblem(path, 'value-not-allowed', { value: answer })];
    case 'phone':
      return isPhone(answer) ? [] : [fieldProblem(path, 'phone-invalid')];
    case 'email':
      return isEmail(answer) ? [] : [fieldProblem(path, 'email-invalid')];
    case 'video-link':
      return linkFaults(answer, field.hosts, path);
  }
}

function lengthFaults(answer: string, minimum: number, maximum: number, path: string): FieldProblem[] {
  const length = [...answer.trim()].length;
  if (length > maximum) return [fieldProblem(path, 'text-too-long', { maximum, length })];
  return length < minimum ? [fieldProblem(path, 'text-too-short', { minimum, length })] : [];
}

function formatFaults(answer: string, format: TextFormat | undefined, path: string): FieldProblem[] {
  if (format !== 'unified-social-credit-code') return [];
  return isUnifiedSocialCreditCode(answer.trim().toUpperCase()) ? [] : [fieldProblem(path, 'credit-code-invalid')];
}

interface NumberLimits {
  readonly minimum?: string;
  readonly maximum?: string;
  readonly decimals: number;
}

function numberFaults(answer: string, { minimum, maximum, decimals }: NumberLimits, path: string): FieldProblem[] {
  const typed = answer.trim();
  if (!isDecimalString(typed)) return [fieldProblem(path, 'decimal-expected', { value: answer })];
  const value = parseDecimal(typed);
  const [, fraction = ''] = typed.split('.');
  const isOutside =
    (minimum !== undefined && value.compareTo(parseDecimal(minimum)) < 0) ||
    (maximum !== undefined && value.compareTo(parseDecimal(maximum)) > 0);
  if (!isOutside && fraction.length <= decimals) return [];
  if (minimum === undefined || maximum === undefined) return [fieldProblem(path, 'number-not-allowed', { decimals })];
  return [fieldProblem(path, 'decimal-out-of-bounds', { lowest: minimum, highest: maximum, decimals })];
}

function moneyFaults(
  { currencies, maximum = '9999999999999' }: MoneyField,
  { amount = '', currency }: { amount?: string; currency?: string },
  path: string,
): FieldProblem[] {
  const faults = numberFaults(amount, { minimum: '0', maximum, decimals: 2 }, `${path}.amount`);
  if (currency !== undefined && currencies.includes(currency)) return faults;
  return [...faults, fieldProblem(`${path}.currency`, 'value-not-allowed', { value: currency })];
}

function dateFaults(answer: string, limits: { earliest?: string; latest?: string }, path: string): FieldProblem[] {
  if (!isDay(answer)) return [fieldProblem(path, 'date-invalid', { value: answer })];
  const { earliest = '0000-01-01', latest = '9999-12-31' } = limits;
  return answer < earliest || answer > latest ? [fieldProblem(path, 'date-out-of-range', { earliest, latest })] : [];
}

function choicesFaults(field: MultiChoiceField, answer: readonly string[], path: string): FieldProblem[] {
  const { options, minimumCount = 0, maximumCount = options.length, allowsUndecided } = field;
  if (allowsUndecided === true && answer.length === 1 && answer[0] === undecided) return [];
  const known = new Set(options.map(({ value }) => value));
  const wrong = answer.find((value, index) => !known.has(value) || answer.indexOf(value) < index);
  if (wrong !== undefined) return [fieldProblem(path, 'value-not-allowed', { value: wrong })];
  if (answer.length > maximumCount) return [fieldProblem(path, 'too-many-items', { maximum: maximumCount })];
  return answer.length < minimumCount ? [fieldProblem(path, 'too-few-items', { minimum: minimumCount })] : [];
}

/** An address that a reader's browser can open: https, no name or password in it, of an allowed host. */
function linkFaults(answer: string, hosts: readonly string[] | undefined, path: string): FieldProblem[] {
  const [, host] =
    /^https:\/\/([a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)+)(?::[0-9]{1,5})?(?:[/?#][^\s]*)?$/.exec(answer.trim()) ?? [];
  if (host === undefined || answer.length > 2000) return [fieldProblem(path, 'link-invalid')];
  const name = host.toLowerCase();
  const isAllowed = hosts === undefined || hosts.some((one) => name === one || name.endsWith(`.${one}`));
  return isAllowed ? [] : [fieldProblem(path, 'link-host-not-allowed', { hosts: (hosts ?? []).join(', ') })];
}

function isListOf(answer: unknown, names: readonly string[]): boolean {
  return Array.isArray(answer) && answer.length <= 200 && answer.every((row) => isRow(row, names));
}

/** An object of texts under these names, any of which may be left out. */
function isRow(row: unknown, names: readonly string[]): boolean {
  if (!isObject(row)) return false;
  return Object.entries(row).every(([name, value]) => typeof value === 'string' && names.includes(name));
}
