import { Rational } from '../decimal/rational.js';
import { sum } from '../statistics/sum.js';
import type { MethodOptions, MissingPolicy } from './method-options.js';
import type { TableCriterion, TableEntry } from './score-table.js';
import { type ExactMethod, type ScoringMethod, worksByCriterion } from './scoring-method.js';
import { scoringMethods } from './scoring-methods.js';
import type { Rounding, TallyInput } from './tally-input.js';

/** The declared way of computing, read once. */
export interface TallySettings {
  readonly method: ScoringMethod;
  readonly options: MethodOptions;
  readonly rounding: Rounding;
  readonly byCriterion: boolean;
  /** Null: methods on sheet totals have no default. */
  readonly missing: MissingPolicy | null;
  readonly normaliseWeights: boolean;
  readonly criteria: readonly TableCriterion[];
}

/** Settings of a method that aggregates values. */
export interface ExactSettings extends TallySettings {
  readonly method: ExactMethod;
}

export function isExact(settings: TallySettings): settings is ExactSettings {
  return settings.method.kind === 'exact';
}

export function tallySettings(
  input: Omit<TallyInput, 'sheets' | 'entries'>,
  criteria: readonly TableCriterion[],
): TallySettings {
  const method: ScoringMethod = scoringMethods[input.method];
  const options = input.options ?? {};
  const byCriterion = worksByCriterion(method, options);
  return {
    method,
    options,
    rounding: input.rounding ?? {},
    byCriterion,
    missing: options.missing ?? (byCriterion ? 'per-criterion' : null),
    normaliseWeights: input.normaliseWeights ?? false,
    criteria,
  };
}

/** Weight of each criterion that applies to the entry, by index; normalised ones sum to 1 over those. */
export function entryFactors(
  entry: Pick<TableEntry, 'applicable'>,
  { criteria, normaliseWeights }: TallySettings,
): ReadonlyMap<number, Rational> {
  const factors = entry.applicable.map((index) => [index, criteria[index]?.factor ?? Rational.zero] as const);
  const total = sum(factors.map(([, factor]) => factor));
  if (!normaliseWeights || total.isZero) return new Map(factors);
  return new Map(factors.map(([index, factor]) => [index, factor.dividedBy(total)]));
}
