import type { Rational } from '../decimal/rational.js';
import type { MethodOptions } from './method-options.js';

/** One figure made of many, and what was done instead when the method could not be applied as declared. */
export interface Aggregate {
  /** Null when the options refuse so few values. */
  readonly value: Rational | null;
  readonly fallback: 'mean' | 'median' | 'refuse' | null;
}

/** A method that computes exactly, in fractions: the same aggregate for sheet totals or for one criterion's scores. */
export interface ExactMethod {
  readonly kind: 'exact';
  /** Options it understands, beside `missing`. */
  readonly options: readonly (keyof MethodOptions)[];
  /** True: each criterion's panel score first, then the weights. False: whole sheets' totals. */
  readonly worksByCriterion: (options: MethodOptions) => boolean;
  /** @param values at least one */
  readonly aggregate: (values: readonly Rational[], options: MethodOptions) => Aggregate;
  /** Values winsorised at each end for the standard error of n values; null where there is none. */
  readonly errorTrim: (count: number, options: MethodOptions) => number | null;
}

export type ScoringMethod = ExactMethod;
