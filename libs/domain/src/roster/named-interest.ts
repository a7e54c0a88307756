import { fieldProblem, type FieldProblem } from '../errors/field-problem.js';

/** What a judge names: who employs them, whom they advised, with whom they wrote, in what they have invested. */
export const interestKinds = ['employer', 'advisee', 'co-author', 'investment'] as const;
export type InterestKind = (typeof interestKinds)[number];

/** Most lines of one statement, and the database's own limit. */
export const mostInterests = 100;

export interface NamedInterest {
  readonly kind: InterestKind;
  /** Of an organisation, or of a person; 1 to 200 characters. */
  readonly name: string;
  /** Where the person works or studies, 1 to 200 characters; null of an organisation, and where it isn't known. */
  readonly unit: string | null;
  /** 1900 to 2200; null where it isn't known, and of everything but an employer. */
  readonly fromYear: number | null;
  /** 1900 to 2200, not before `fromYear`; null at present. */
  readonly untilYear: number | null;
}

const longest = 200;
const isYear = (year: number | null) => year === null || (Number.isInteger(year) && year >= 1900 && year <= 2200);

/** What is wrong with a statement, by its paths `interests[{index}].{field}`; empty where nothing is. */
export function interestFaults(interests: readonly NamedInterest[]): FieldProblem[] {
  const tooMany = interests.length > mostInterests ? [fieldProblem('interests', 'too-many-items')] : [];
  return [...tooMany, ...interests.flatMap((one, index) => faultsOf(one, `interests[${index}]`))];
}

function faultsOf({ kind, name, unit, fromYear, untilYear }: NamedInterest, path: string): FieldProblem[] {
  const faults: FieldProblem[] = [];
  if (name.trim() === '') faults.push(fieldProblem(`${path}.name`, 'field-missing'));
  else if (name.trim().length > longest) faults.push(fieldProblem(`${path}.name`, 'text-too-long'));
  if (unit !== null && unit.trim().length > longest) faults.push(fieldProblem(`${path}.unit`, 'text-too-long'));
  if (unit !== null && kind !== 'advisee' && kind !== 'co-author') {
    faults.push(fieldProblem(`${path}.unit`, 'value-not-allowed'));
  }
  const isOrdered = fromYear === null || untilYear === null || fromYear <= untilYear;
  if (!isYear(fromYear) || !isYear(untilYear) || !isOrdered) {
    faults.push(fieldProblem(`${path}.untilYear`, 'years-invalid'));
  } else if (kind !== 'employer' && (fromYear !== null || untilYear !== null)) {
    faults.push(fieldProblem(`${path}.untilYear`, 'value-not-allowed'));
  }
  return faults;
}

/** As it is kept: without spaces around, and a unit of nothing but spaces as none. */
export function keptInterest(given: NamedInterest): NamedInterest {
  return { ...given, name: given.name.trim(), unit: given.unit?.trim() || null };
}
