import type { Criterion, StageRules } from '../contest/stage-rules.js';
import { decimalFault, parseDecimal } from '../decimal/parse-decimal.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { commentProblems } from './comment-problems.js';
import { isOnStep } from './is-on-step.js';
import type { ScoreSheetInput, ScoreSheetMode } from './score-sheet.js';

/** Step of a score whose rules declare none, and of deductions. */
export const defaultStep = '0.01';

/** Decimals that are kept of a score or a deduction; the database refuses more, zeros too. */
const decimalsKept = 4;

/**
 * Every problem of a score sheet under the stage's rules, scores first, in rubric order; an empty list means it may be stored.
 * Values are decimal strings exactly as typed: nothing is coerced, so that '', null, '1e2' or '１２' never become a score.
 *
 * @example validateScoreSheet(rules, { scores: { innovation: '95' } }, 'draft')
 *   // [{ path: 'scores.innovation', code: 'score-out-of-range', details: { minimum: '0', maximum: '40' } }]
 */
export function validateScoreSheet(rules: StageRules, sheet: ScoreSheetInput, mode: ScoreSheetMode): FieldProblem[] {
  const { scores } = sheet;
  const others = [...deductionProblems(rules, sheet.deduction), ...commentProblems(rules, sheet, mode)];
  if (typeof scores !== 'object' || scores === null || Array.isArray(scores)) {
    return [fieldProblem('scores', 'scores-not-an-object'), ...others];
  }
  const given = scores as Readonly<Record<string, unknown>>;
  const known = new Set(rules.rubric.criteria.map((criterion) => criterion.key));
  return [
    ...rules.rubric.criteria.flatMap((criterion) => scoreProblems(criterion, given, mode)),
    ...Object.keys(given)
      .filter((key) => !known.has(key))
      .map((key) => fieldProblem(`scores.${key}`, 'criterion-unknown')),
    ...others,
  ];
}

/** The problems of one criterion's score among those `given`; at most one. */
export function scoreProblems(
  criterion: Criterion,
  given: Readonly<Record<string, unknown>>,
  mode: ScoreSheetMode,
): FieldProblem[] {
  const path = `scores.${criterion.key}`;
  // Own keys only: a criterion called "constructor" is not scored by Object.prototype.
  const value = Object.hasOwn(given, criterion.key) ? given[criterion.key] : undefined;
  if (value === undefined || value === null) return mode === 'submit' ? [fieldProblem(path, 'score-missing')] : [];
  const fault = decimalFault(value);
  if (fault !== null) return [fieldProblem(path, 'score-not-a-decimal-string', { fault })];
  const score = parseDecimal(value);
  const { minimum, maximum, step } = criterion;
  if (score.compareTo(parseDecimal(minimum)) < 0 || score.compareTo(parseDecimal(maximum)) > 0) {
    return [fieldProblem(path, 'score-out-of-range', { minimum, maximum })];
  }
  if (hasSurplusDecimals(value) || !isOnStep(score, parseDecimal(minimum), parseDecimal(step))) {
    return [fieldProblem(path, 'score-off-step', { step, minimum })];
  }
  return [];
}

function deductionProblems(rules: StageRules, value: unknown): FieldProblem[] {
  if (value === undefined || value === null) return [];
  if (!rules.deductions) return [fieldProblem('deduction', 'deduction-not-allowed')];
  const fault = decimalFault(value);
  if (fault !== null) return [fieldProblem('deduction', 'deduction-not-a-decimal-string', { fault })];
  const deduction = parseDecimal(value);
  const { maximum } = rules.deductions;
  if (deduction.isNegative || deduction.compareTo(parseDecimal(maximum)) > 0) {
    return [fieldProblem('deduction', 'deduction-out-of-range', { minimum: '0', maximum })];
  }
  if (hasSurplusDecimals(value) || !isOnStep(deduction, parseDecimal('0'), parseDecimal(defaultStep))) {
    return [fieldProblem('deduction', 'deduction-off-step', { step: defaultStep })];
  }
  return [];
}

function hasSurplusDecimals(value: unknown): boolean {
  const [, decimals = ''] = String(value).split('.');
  return decimals.length > decimalsKept;
}
