import { isDecimalString } from '../decimal/parse-decimal.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';

/** Problems of a value that came from outside, told by their path. */
export type ShapeCheck = (value: unknown, path: string) => FieldProblem[];

export interface Attribute {
  readonly check: ShapeCheck;
  readonly isNeeded?: true;
}

export type Shape = Readonly<Record<string, Attribute>>;

/** An object of exactly these attributes. */
export function object(shape: Shape): ShapeCheck {
  return (value, path) => {
    if (!isObject(value)) return [fieldProblem(path, 'field-invalid')];
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(shape, name));
    return [
      ...unknown.map((name) => fieldProblem(`${path}.${name}`, 'field-unknown', { value: name })),
      ...Object.entries(shape).flatMap(([name, { check, isNeeded }]) => {
        const part = Object.hasOwn(value, name) ? value[name] : undefined;
        if (part !== undefined && part !== null) return check(part, `${path}.${name}`);
        return isNeeded ? [fieldProblem(`${path}.${name}`, 'field-missing')] : [];
      }),
    ];
  };
}

export function listOf(check: ShapeCheck, minimum: number, maximum: number): ShapeCheck {
  return (value, path) => {
    if (!Array.isArray(value)) return [fieldProblem(path, 'field-invalid')];
    if (value.length < minimum) return [fieldProblem(path, 'too-few-items', { minimum })];
    if (value.length > maximum) return [fieldProblem(path, 'too-many-items', { maximum })];
    return value.flatMap((item, index) => check(item, `${path}[${index}]`));
  };
}

export function oneOf(values: readonly string[]): ShapeCheck {
  return (value, path) =>
    typeof value === 'string' && values.includes(value) ? [] : [fieldProblem(path, 'value-not-allowed', { value })];
}

/** Text of 1 to `maximum` code points, blanks at its ends not counted. */
export function text(maximum: number): ShapeCheck {
  return (value, path) => {
    if (typeof value !== 'string') return [fieldProblem(path, 'field-invalid')];
    if (value.trim() === '') return [fieldProblem(path, 'field-missing')];
    return [...value].length > maximum ? [fieldProblem(path, 'text-too-long', { maximum })] : [];
  };
}

export function bilingual(maximum: number): ShapeCheck {
  const words = { check: text(maximum), isNeeded: true } as const;
  return object({ zh: words, en: words });
}

export function count(minimum: number, maximum: number): ShapeCheck {
  return (value, path) =>
    typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
      ? []
      : [fieldProblem(path, 'decimal-out-of-bounds', { lowest: minimum, highest: maximum, decimals: 0 })];
}

export const boolean: ShapeCheck = (value, path) =>
  typeof value === 'boolean' ? [] : [fieldProblem(path, 'field-invalid')];

export const decimal: ShapeCheck = (value, path) =>
  isDecimalString(value) ? [] : [fieldProblem(path, 'decimal-expected', { value })];

/** Lower-case words joined by hyphens, 1 to 60 characters. */
export const key: ShapeCheck = (value, path) =>
  typeof value === 'string' && value.length <= 60 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(value)
    ? []
    : [fieldProblem(path, 'key-invalid', { value })];

/** A day that the calendar has, as YYYY-MM-DD. */
export const day: ShapeCheck = (value, path) =>
  typeof value === 'string' && isDay(value) ? [] : [fieldProblem(path, 'date-invalid', { value })];

export function isDay(value: string): boolean {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year === undefined) return false;
  const instant = new Date(0);
  instant.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  return instant.getUTCDate() === Number(date) && instant.getUTCMonth() === Number(month) - 1;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
