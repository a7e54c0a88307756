import type { RankConvention } from '../ranking/rank-entries.js';
import type { MethodOptions } from './method-options.js';
import type { ScoringMethodKey } from './scoring-methods.js';

export interface TallyScore {
  readonly criterion: string;
  /** Decimal string. */
  readonly score: string;
}

/** One judge's counted sheet of one entry. */
export interface TallySheet {
  readonly entry: string;
  readonly judge: string;
  readonly scores: readonly TallyScore[];
  /** Decimal string taken from the sheet's total; none counts as 0. */
  readonly deduction?: string | null;
}

export interface TallyCriterion {
  readonly key: string;
  /** Weight w of the criterion in a total Σ w·x, a decimal string of at least 0. */
  readonly factor: string;
  /** Highest score, for `renormalise`: given for all criteria, or for none (they then count as equal). */
  readonly maximum?: string | null;
}

/** Decimal places per stage of the computation, each working on the rounded result of the one before. */
export interface Rounding {
  readonly criterion?: number;
  readonly weightedCriterion?: number;
  readonly total?: number;
}

export interface TallyInput {
  readonly sheets: readonly TallySheet[];
  readonly criteria: readonly TallyCriterion[];
  readonly method: ScoringMethodKey;
  readonly options?: MethodOptions;
  readonly rounding?: Rounding;
  /** Divide the factors by their sum over the criteria that apply to the entry. */
  readonly normaliseWeights?: boolean;
  readonly ties?: RankConvention;
  /** Entries shown even when no sheet names them. */
  readonly entries?: readonly string[];
}
