import type { Rational } from '../decimal/rational.js';
import type { PairwiseTable } from '../pairwise/pairwise-table.js';
import type { VarianceComponents } from '../severity/severity-fit.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import type { MethodOptions } from './method-options.js';
import type { ScoreEstimate } from './score-estimate.js';
import type { TallyComponent, TallyWarning } from './tally-result.js';
import type { TotalTable } from './total-table.js';

/** What a method reads: judges' score sheets, or comparisons of two entries. */
export type MethodInput = 'sheets' | 'pairs';

/** One figure made of many, and what was done instead when the method could not be applied as declared. */
export interface Aggregate {
  /** Null when the options refuse so few values. */
  readonly value: Rational | null;
  readonly fallback: 'mean' | 'median' | 'refuse' | null;
  /** Trimmed as declared, though fewer than three values were left. */
  readonly leavesFew?: boolean;
}

/** The part of a method's ascending values whose mean is its figure: from `from` to before `to`. */
export interface KeptValues extends Pick<Aggregate, 'fallback' | 'leavesFew'> {
  readonly from: number;
  /** Equal to `from` when the options refuse so few values. */
  readonly to: number;
}

/** A method that computes exactly, in fractions: the same aggregate for sheet totals or for one criterion's scores. */
export interface ExactMethod {
  readonly kind: 'exact';
  readonly inputs: readonly MethodInput[];
  /** Options it understands, beside `missing`. */
  readonly options: readonly (keyof MethodOptions)[];
  /** True: each criterion's panel score first, then the weights. False: whole sheets' totals. */
  readonly worksByCriterion: (options: MethodOptions) => boolean;
  /** @param count values, at least one */
  readonly kept: (count: number, options: MethodOptions) => KeptValues;
  /** Values winsorised at each end for the standard error of n values; null where there is none. */
  readonly errorTrim: (count: number, options: MethodOptions) => number | null;
}

/**
 * What each sheet contributes, where a score is the mean of its sheets' contributions: by sheet of the table, NaN for one
 * that is left out.
 */
export type SheetContributions = () => Float64Array;

/** Exact scores by index of the entry. */
export interface TableScores {
  /** Null where the entry has nothing to be scored from. */
  readonly scores: readonly (Rational | null)[];
  /** What parts equal scores before any tie ladder; higher is better. */
  readonly tieBreaks: readonly Rational[] | null;
  /** See `SheetContributions`. */
  readonly contributions?: SheetContributions;
  /** Why the method can't be applied to such a table: nobody has a score then. */
  readonly refusal?: 'judge-lists-differ';
  readonly warnings: readonly TallyWarning[];
}

/** A method that computes exactly from all sheets' totals at once: an entry's score depends on the other entries. */
export interface TableMethod {
  readonly kind: 'table';
  readonly inputs: readonly MethodInput[];
  readonly options: readonly (keyof MethodOptions)[];
  readonly score: (table: TotalTable, options: MethodOptions) => TableScores;
  /** Null for a method that takes no comparisons. */
  readonly scorePairs: ((pairs: PairwiseTable) => TableScores) | null;
}

/** What a model says of one judge; positive is lenient. */
export interface JudgeEffect {
  readonly effect: number;
  /** NaN where it is not defined. */
  readonly standardError: number;
}

/** Scores of a model, in doubles, by index of the entry. */
export interface ModelScores {
  /** NaN where the entry has nothing to be scored from. */
  readonly scores: Float64Array;
  /** Null where the method defines no uncertainty. */
  readonly estimate: ScoreEstimate | null;
  /** By index of the judge; null where the method has no such effects. */
  readonly judges: readonly JudgeEffect[] | null;
  /** Of a method that defines no uncertainty of its own. */
  readonly contributions?: SheetContributions;
  /** The parts between which scores may not be compared, more than one; null where all may. */
  readonly parts: readonly TallyComponent[] | null;
  readonly variance?: VarianceComponents;
  readonly intercept?: number;
  readonly remlCriterion?: number;
  readonly warnings: readonly TallyWarning[];
}

/** A method that fits a model to all sheets' totals. */
export interface ModelMethod {
  readonly kind: 'model';
  readonly inputs: readonly MethodInput[];
  readonly options: readonly (keyof MethodOptions)[];
  readonly fit: (design: SheetDesign, options: MethodOptions) => ModelScores;
}

/** A method that fits a model to comparisons of two entries, and to nothing else. */
export interface PairwiseMethod {
  readonly kind: 'pairwise';
  readonly inputs: readonly MethodInput[];
  readonly options: readonly (keyof MethodOptions)[];
  /** @throws DomainError where such comparisons have no finite fit */
  readonly fit: (pairs: PairwiseTable, options: MethodOptions) => ModelScores;
}

export type ScoringMethod = ExactMethod | TableMethod | ModelMethod | PairwiseMethod;

/** True: each criterion is aggregated before the weights. Every method but some exact ones works on sheet totals. */
export function worksByCriterion(method: ScoringMethod, options: MethodOptions): boolean {
  return method.kind === 'exact' && method.worksByCriterion(options);
}
