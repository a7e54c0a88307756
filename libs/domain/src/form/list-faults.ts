import { isDecimalString } from '../decimal/parse-decimal.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { isEmail, isPhone } from './contact.js';
import type { PersonListField, PersonPart, TableColumn, TableField } from './form-definition.js';
import { isDay } from './shape-check.js';

type Row = Readonly<Record<string, string>>;

/** Code points of one cell of a table, or one part of a person. */
const partLength = 200;

export function tableFaults(field: TableField, rows: readonly Row[], path: string): FieldProblem[] {
  return [
    ...countFaults(rows, field, path),
    ...rows.flatMap((row, index) =>
      field.columns.flatMap((column) => cellFaults(column, row[column.key] ?? '', `${path}[${index}].${column.key}`)),
    ),
  ];
}

export function peopleFaults(field: PersonListField, people: readonly Row[], path: string): FieldProblem[] {
  const required: readonly string[] = ['name', ...(field.requiredParts ?? [])];
  return [
    ...countFaults(people, field, path),
    ...people.flatMap((person, index) =>
      (['name', ...field.parts] as const).flatMap((part) => {
        const at = `${path}[${index}].${part}`;
        const text = (person[part] ?? '').trim();
        if (text === '') return required.includes(part) ? [fieldProblem(at, 'field-missing')] : [];
        return partFaults(part, text, at);
      }),
    ),
  ];
}

function countFaults(
  items: readonly unknown[],
  { minimumCount = 0, maximumCount }: { readonly minimumCount?: number; readonly maximumCount: number },
  path: string,
): FieldProblem[] {
  if (items.length > maximumCount) return [fieldProblem(path, 'too-many-items', { maximum: maximumCount })];
  return items.length < minimumCount ? [fieldProblem(path, 'too-few-items', { minimum: minimumCount })] : [];
}

function cellFaults(column: TableColumn, cell: string, path: string): FieldProblem[] {
  const text = cell.trim();
  if (text === '') return column.isRequired === true ? [fieldProblem(path, 'field-missing')] : [];
  if (column.kind === 'number') {
    return isDecimalString(text) ? [] : [fieldProblem(path, 'decimal-expected', { value: cell })];
  }
  if (column.kind === 'date') return isDay(text) ? [] : [fieldProblem(path, 'date-invalid', { value: cell })];
  return lengthFaults(text, path);
}

function partFaults(part: PersonPart | 'name', text: string, path: string): FieldProblem[] {
  if (part === 'phone') return isPhone(text) ? [] : [fieldProblem(path, 'phone-invalid')];
  if (part === 'email') return isEmail(text) ? [] : [fieldProblem(path, 'email-invalid')];
  return lengthFaults(text, path);
}

function lengthFaults(text: string, path: string): FieldProblem[] {
  const length = [...text].length;
  return length > partLength ? [fieldProblem(path, 'text-too-long', { maximum: partLength, length })] : [];
}
