import { isDecimalString, parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { isOnStep } from '../rubric/is-on-step.js';
import { sum } from '../statistics/sum.js';
import type { Criterion, Rubric } from './stage-rules.js';

/** Bounds within which a criterion can be stored, the same as the database's own checks. */
const bounds = {
  minimum: { highest: '1000000', decimals: 4 },
  maximum: { highest: '1000000', decimals: 4 },
  step: { highest: '1000000', decimals: 4 },
  factor: { highest: '1000000', decimals: 6 },
} as const;
const boundedFields = ['minimum', 'maximum', 'step', 'factor'] as const;

/** What is wrong with a rubric: each criterion in itself, then the sum that they must reach together. */
export function validateRubric(rubric: Rubric): FieldProblem[] {
  const { criteria, maximumTotal } = rubric;
  const problems = criteria.flatMap((criterion, index) => criterionProblems(criterion, index, criteria));
  if (!criteria.some(({ counted }) => counted)) problems.push(fieldProblem('rubric.criteria', 'criteria-missing'));
  if (!isDecimalString(maximumTotal)) {
    problems.push(fieldProblem('rubric.maximumTotal', 'decimal-expected', { value: maximumTotal }));
  }
  return problems.length > 0 ? problems : totalProblems(rubric);
}

function totalProblems({ criteria, maximumTotal }: Rubric): FieldProblem[] {
  const counted = criteria.filter((criterion) => criterion.counted);
  if (counted.every(({ factor }) => parseDecimal(factor).isZero)) {
    return [fieldProblem('rubric.criteria', 'factors-all-zero')];
  }
  const reachable = sum(counted.map(({ factor, maximum }) => parseDecimal(factor).times(parseDecimal(maximum))));
  if (reachable.equals(parseDecimal(maximumTotal))) return [];
  const details = { declared: maximumTotal, reachable: toDecimalString(reachable) };
  return [fieldProblem('rubric.maximumTotal', 'maximum-total-differs', details)];
}

function criterionProblems(criterion: Criterion, index: number, criteria: readonly Criterion[]): FieldProblem[] {
  const path = `rubric.criteria[${index}]`;
  const duplicated =
    criteria.findIndex(({ key }) => key === criterion.key) < index
      ? [fieldProblem(`${path}.key`, 'criterion-duplicated', { key: criterion.key })]
      : [];
  const unreadable = boundedFields
    .filter((field) => !isDecimalString(criterion[field]))
    .map((field) => fieldProblem(`${path}.${field}`, 'decimal-expected', { value: criterion[field] }));
  if (unreadable.length > 0) return [...duplicated, ...unreadable];
  return [
    ...duplicated,
    ...boundProblems(criterion, path),
    ...rangeProblems(criterion, path),
    ...levelProblems(criterion, path),
  ];
}

function boundProblems(criterion: Criterion, path: string): FieldProblem[] {
  return boundedFields.flatMap((field) => {
    const { highest, decimals } = bounds[field];
    const [, given = ''] = criterion[field].split('.');
    const value = parseDecimal(criterion[field]);
    const isBelow = field === 'minimum' && value.isNegative;
    const isKept = given.length <= decimals && value.compareTo(parseDecimal(highest)) <= 0 && !isBelow;
    return isKept
      ? []
      : [fieldProblem(`${path}.${field}`, 'decimal-out-of-bounds', { lowest: '0', highest, decimals })];
  });
}

function rangeProblems(criterion: Criterion, path: string): FieldProblem[] {
  const [minimum, maximum, step, factor] = [
    parseDecimal(criterion.minimum),
    parseDecimal(criterion.maximum),
    parseDecimal(criterion.step),
    parseDecimal(criterion.factor),
  ];
  const problems = factor.isNegative ? [fieldProblem(`${path}.factor`, 'factor-negative')] : [];
  if (minimum.compareTo(maximum) >= 0) problems.push(fieldProblem(`${path}.maximum`, 'range-empty'));
  else if (step.compareTo(Rational.zero) <= 0) problems.push(fieldProblem(`${path}.step`, 'step-not-positive'));
  else if (!isOnStep(maximum, minimum, step)) {
    problems.push(fieldProblem(`${path}.step`, 'step-does-not-fit-range', { step: criterion.step }));
  }
  return problems;
}

/** Levels lie within the range, from low to high or high to low, and no score belongs to two of them. */
function levelProblems(criterion: Criterion, path: string): FieldProblem[] {
  const problems = criterion.levels.flatMap(({ from, to }, index) => {
    const at = `${path}.levels[${index}]`;
    if (!isDecimalString(from) || !isDecimalString(to)) return [fieldProblem(at, 'decimal-expected', { from, to })];
    const isWithin =
      parseDecimal(from).compareTo(parseDecimal(criterion.minimum)) >= 0 &&
      parseDecimal(to).compareTo(parseDecimal(criterion.maximum)) <= 0 &&
      parseDecimal(from).compareTo(parseDecimal(to)) <= 0;
    return isWithin ? [] : [fieldProblem(at, 'levels-out-of-range', { from, to })];
  });
  if (problems.length > 0) return problems;
  const sorted = criterion.levels
    .map(({ from, to }) => ({ from: parseDecimal(from), to: parseDecimal(to) }))
    .sort((left, right) => left.from.compareTo(right.from));
  const overlaps = sorted.some(({ from }, index) => {
    const previous = sorted[index - 1];
    return previous !== undefined && from.compareTo(previous.to) <= 0;
  });
  return overlaps ? [fieldProblem(`${path}.levels`, 'levels-overlap')] : [];
}
