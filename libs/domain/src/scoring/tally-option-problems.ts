import { type FieldProblem, fieldProblem } from '../errors/field-problem.js';
import { type MethodOptions, missingPolicies, trimFallbacks, trimUnits } from './method-options.js';
import type { ScoringMethod } from './scoring-method.js';
import { isScoringMethodKey, scoringMethodKeys, scoringMethods } from './scoring-methods.js';
import type { Rounding } from './tally-input.js';

export interface MethodSetting {
  readonly method: string;
  readonly options?: MethodOptions;
  readonly rounding?: Rounding;
}

/** What is wrong with a method, its options and its rounding taken together; paths begin `method` or `rounding`. */
export function tallyOptionProblems({ method, options = {}, rounding = {} }: MethodSetting): FieldProblem[] {
  if (!isScoringMethodKey(method)) {
    return [fieldProblem('method.key', 'value-not-allowed', { value: method, allowed: scoringMethodKeys })];
  }
  const definition: ScoringMethod = scoringMethods[method];
  return [
    ...unknownOptions(definition, options),
    ...choiceProblems(options),
    ...trimProblems(options),
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

function choiceProblems(options: MethodOptions): FieldProblem[] {
  const choices = { trimBy: trimUnits, trimFallback: trimFallbacks, missing: missingPolicies } as const;
  return Object.entries(choices).flatMap(([key, allowed]) => {
    const value = options[key as keyof typeof choices];
    const isAllowed = value === undefined || (allowed as readonly string[]).includes(value);
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

function missingProblems(definition: ScoringMethod, options: MethodOptions): FieldProblem[] {
  const { missing, trimBy } = options;
  const byCriterion = definition.worksByCriterion(options);
  const isContradiction =
    (missing === 'per-criterion' && !byCriterion) || (missing === 'renormalise' && trimBy === 'criterion');
  if (!isContradiction) return [];
  return [fieldProblem('method.options.missing', 'missing-policy-not-applicable', { missing, byCriterion })];
}

function roundingProblems(definition: ScoringMethod, options: MethodOptions, rounding: Rounding): FieldProblem[] {
  const byCriterion = definition.worksByCriterion(options);
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
