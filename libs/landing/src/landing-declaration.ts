import { DomainError, fieldProblem, isDecimalString, parseDecimal, Rational, type FieldProblem } from '#domain';

export const landingWays = [
  'new-company',
  'branch',
  'technical-cooperation',
  'transfer-of-results',
  'talent',
  'joint-laboratory',
] as const;
export type LandingWay = (typeof landingWays)[number];

/** What a team declares of its intent to land; a declaration is neither a suggestion nor a confirmation. */
export interface LandingDeclaration {
  readonly way?: LandingWay | null;
  /** Up to three districts or parks, in order of preference. */
  readonly districts?: readonly string[];
  /** Decimal string, at most two decimals. */
  readonly investmentYuan?: string | null;
  /** 1 to 120. */
  readonly timetableMonths?: number | null;
  readonly needs?: readonly string[];
  readonly localPartner?: boolean;
}

/** Largest sum of money accepted, yuan: the database holds the same bound. */
const investmentLimit = Rational.of(1_000_000_000_000n);

/** @throws DomainError `landing-intent-invalid` with every field's problem at once */
export function assertDeclaration(declaration: LandingDeclaration): void {
  const problems: FieldProblem[] = [];
  const { way, districts = [], investmentYuan, timetableMonths: months, needs = [] } = declaration;
  if (way !== null && way !== undefined && !landingWays.includes(way)) {
    problems.push(fieldProblem('landing.way', 'value-not-allowed'));
  }
  if (districts.length > 3) problems.push(fieldProblem('landing.districts', 'field-invalid'));
  for (const [index, district] of districts.entries()) {
    if (!isPhrase(district)) problems.push(fieldProblem(`landing.districts[${index}]`, 'field-invalid'));
  }
  for (const [index, need] of needs.slice(0, 20).entries()) {
    if (!isPhrase(need)) problems.push(fieldProblem(`landing.needs[${index}]`, 'field-invalid'));
  }
  if (needs.length > 20) problems.push(fieldProblem('landing.needs', 'field-invalid'));
  if (investmentYuan !== null && investmentYuan !== undefined && !isInvestment(investmentYuan)) {
    problems.push(fieldProblem('landing.investmentYuan', 'decimal-expected'));
  }
  if (months !== null && months !== undefined && !(Number.isInteger(months) && months >= 1 && months <= 120)) {
    problems.push(fieldProblem('landing.timetableMonths', 'count-expected'));
  }
  if (problems.length > 0) throw new DomainError('landing-intent-invalid', { problems });
}

/** A sum of money as the database takes it: not negative, at most 10¹², at most two decimals. */
export function isInvestment(text: unknown): text is string {
  if (!isDecimalString(text) || !/^\d+(\.\d{1,2})?$/.test(text)) return false;
  return parseDecimal(text).compareTo(investmentLimit) <= 0;
}

function isPhrase(text: string): boolean {
  const length = [...text.trim()].length;
  return length >= 1 && length <= 60;
}
