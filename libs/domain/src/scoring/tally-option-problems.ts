import { isDecimalString, parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { type MethodOptions, missingPolicies, severityEffects, trimFallbacks, trimUnits } from './method-options.js';
import { type MethodInput, type ScoringMethod, worksByCriterion } from './scoring-method.js';
import { isScoringMethodKey, methodKeysFor, scoringMethods } from './scoring-methods.js';
import type { Rounding } from './tally-input.js';

export interface MethodSetting {
  readonly method: string;
  readonly options?: MethodOptions;
  readonly rounding?: Rounding;
}

/**
 * What is wrong with a method, its options and its rounding taken together; paths begin `method` or `rounding`.
 *
 * @param input what the method is to read
 */
export function tallyOptionProblems(
  { method, options = {}, rounding = {} }: MethodSetting,
  input: MethodInput = 'sheets',
): FieldProblem[] {
  const allowed = methodKeysFor(input);
  if (!isScoringMethodKey(method)) {
    return [fieldProblem('method.key', 'value-not-allowed', { value: method, allowed })];
  }
  const definition: ScoringMethod = scoringMethods[method];
  if (!definition.inputs.includes(input)) {
    const code = input === 'sheets' ? 'method-takes-pairs' : 'method-takes-sheets';
    return [fieldProblem('method.key', code, { value: method, allowed })];
  }
  return [
    ...unknownOptions(definition, options),
    ...choiceProblems(options),
    ...trimProblems(options),
    ...pointProblems(options),
    ...priorProblems(options),
    ...missingProblems(definition, options),
    ...roundingProblems(definition, options, rounding),
  ];
}

function unknownOptions(definition: ScoringMethod, options: MethodOptions): FieldProblem[] {
  const known: readonly string[] = [...definition.options, 'missing'];
  return Object.entries(options)
    .filter(([key, value]) => value !== undefined && !known.includes(key))
    .map(([key]) => fieldProblem(`method.options.${key}`, 'option-unknown', { allowed: known }));
}

const choices = {
  trimBy: trimUnits,
  trimFallback: trimFallbacks,
  missing: missingPolicies,
  effects: severityEffects,
  ddof: [0, 1],
  rescale: [true, false],
} as const;

function choiceProblems(options: MethodOptions): FieldProblem[] {
  return Object.entries(choices).flatMap(([key, allowed]) => {
    const value = options[key as keyof typeof choices];
    const isAllowed = value === undefined || (allowed as readonly unknown[]).includes(value);
    return isAllowed ? [] : [fieldProblem(`method.options.${key}`, 'value-not-allowed', { value, allowed })];
  });
}

function trimProblems({ trim = 1, trimMinimum }: MethodOptions): FieldProblem[] {
  if (!isCount(trim)) return [fieldProblem('method.options.trim', 'count-expected', { value: trim })];
  if (trimMinimum === undefined) return [];
  const path = 'method.options.trimMinimum';
  if (!isCount(trimMinimum)) return [fieldProblem(path, 'count-expected', { value: trimMinimum })];
  return trimMinimum < 2 * trim + 1 ? [fieldProblem(path, 'trim-minimum-too-small', { minimum: 2 * trim + 1 })] : [];
}

/** Points that rose from place to place, or fell below the nought of the places beyond the list, would reward losing. */
function pointProblems({ points }: MethodOptions): FieldProblem[] {
  if (points === undefined) return [];
  const path = 'method.options.points';
  if (points.length === 0) return [fieldProblem(path, 'points-not-descending')];
  const unreadable = points.flatMap((value, index) =>
    isDecimalString(value) ? [] : [fieldProblem(`${path}[${index}]`, 'decimal-expected', { value })],
  );
  if (unreadable.length > 0) return unreadable;
  const values = [...points.map(parseDecimal), Rational.zero];
  const rise = values.findIndex((value, index) => value.compareTo(values[index - 1] ?? value) > 0);
  return rise < 0 ? [] : [fieldProblem(path, 'points-not-descending', { place: rise + 1 })];
}

function priorProblems({ prior }: MethodOptions): FieldProblem[] {
  const isSpread = prior === undefined || (Number.isFinite(prior) && prior > 0);
  return isSpread ? [] : [fieldProblem('method.options.prior', 'prior-not-positive', { value: prior })];
}

function missingProblems(definition: ScoringMethod, options: MethodOptions): FieldProblem[] {
  const { missing, trimBy } = options;
  const byCriterion = worksByCriterion(definition, options);
  const isContradiction =
    (missing === 'per-criterion' && !byCriterion) || (missing === 'renormalise' && trimBy === 'criterion');
  if (!isContradiction) return [];
  return [fieldProblem('method.options.missing', 'missing-policy-not-applicable', { missing, byCriterion })];
}

function roundingProblems(definition: ScoringMethod, options: MethodOptions, rounding: Rounding): FieldProblem[] {
  const byCriterion = worksByCriterion(definition, options);
  const stages = ['criterion', 'weightedCriterion', 'total'] as const;
  return stages.flatMap((stage) => {
    const places = rounding[stage];
    if (places === undefined) return [];
    const path = `rounding.${stage}`;
    if (!isCount(places) || places > 20) return [fieldProblem(path, 'count-expected', { value: places, maximum: 20 })];
    return stage === 'total' || byCriterion ? [] : [fieldProblem(path, 'rounding-not-for-sheet-totals')];
  });
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
