import type { Comparison } from '../pairwise/pairwise-table.js';
import type { RankConvention } from '../ranking/rank-entries.js';
import type { MethodOptions } from './method-options.js';
import type { ScoringMethodKey } from './scoring-methods.js';
import type { Rounding } from './tally-input.js';

export interface PairsInput {
  /** In any order; a tie is half a win each way. */
  readonly comparisons: readonly Comparison[];
  /** One of `methodKeysFor('pairs')`. */
  readonly method: ScoringMethodKey;
  readonly options?: MethodOptions;
  readonly rounding?: Pick<Rounding, 'total'>;
  readonly ties?: RankConvention;
  /** Entries shown even when no comparison names them. */
  readonly entries?: readonly string[];
}
