import type { VarianceComponents } from '../severity/severity-fit.js';
import type { ScoreEstimate } from './score-estimate.js';

/** An exact fraction in lowest terms, as two integer strings. */
export interface ExactFraction {
  readonly numerator: string;
  readonly denominator: string;
}

export type TallyOutcome = 'ranked' | 'insufficient';

export interface TallyEntry {
  readonly entry: string;
  /** Counted sheets; of pairwise input, the entry's comparisons. */
  readonly sheets: number;
  /** `not-comparable`: it has a score, and no rank, since no judge connects it with all others. */
  readonly outcome: TallyOutcome | 'not-comparable';
  /** Decimal string as the declared rounding publishes it; null when insufficient. */
  readonly score: string | null;
  /** The score before rounding of the total and after the earlier stages; of a model, cut to 9 decimals. */
  readonly exact: ExactFraction | null;
  /** Panel score of each criterion that applies, rounded as declared. */
  readonly criteria: Readonly<Record<string, string>>;
  readonly rank: number | null;
  /** Standard error of the score, rounded to 9 decimals; null where none is defined or it is withheld. */
  readonly standardError: number | null;
  /** What parts equal scores, decimal string; only of a method that has such a figure. */
  readonly tieBreak?: string;
  /** The score at full double precision; only of a model. */
  readonly modelScore?: number;
}

/** Judges and entries that are connected by sheets; scores of different components rest on different judges. */
export interface TallyComponent {
  readonly entries: readonly string[];
  readonly judges: readonly string[];
}

export interface TallyJudge {
  readonly judge: string;
  /** Sheets whose total is known. */
  readonly sheets: number;
  /** Mean of those totals, decimal string; null without any. */
  readonly meanTotal: string | null;
  /** Own mean − mean of all sheets' totals, decimal string: positive is lenient. */
  readonly deviation: string | null;
  /** s / √n of the judge's totals, or the error of `effect`; rounded to 9 decimals, null where there is none. */
  readonly standardError: number | null;
  /** How much higher than others the judge scores, by a model with judge effects; rounded to 9 decimals. */
  readonly effect?: number;
}

export const tallyWarningCodes = [
  'criterion-not-applicable',
  'scores-missing',
  'sheets-excluded',
  'trim-fallback-used',
  'too-few-scores-to-trim',
  'small-trimmed-panel',
  'one-sheet-judge',
  'zero-variance-judge',
  'too-few-sheets-for-z',
  'judge-left-out',
  'judge-lists-differ',
  'pair-not-compared',
  'components-not-comparable',
  'bridge',
  'weak-link',
  'separation',
  'severity-limited',
  'not-converged',
  'entry-insufficient',
] as const;
export type TallyWarningCode = (typeof tallyWarningCodes)[number];

export interface TallyWarning {
  readonly code: TallyWarningCode;
  readonly entries: readonly string[];
  /** Judges concerned, where it is about judges. */
  readonly judges?: readonly string[];
  readonly details: Readonly<Record<string, string | number>>;
}

export interface TallyResult {
  /** By rank, then by id in code point order; entries that are not ranked last. */
  readonly entries: readonly TallyEntry[];
  readonly components: readonly TallyComponent[];
  readonly judges: readonly TallyJudge[];
  readonly warnings: readonly TallyWarning[];
  /** Scores with their joint uncertainty, of a model that has one. */
  readonly estimate?: ScoreEstimate;
  readonly variance?: VarianceComponents;
  /** General mean of a model with random effects. */
  readonly intercept?: number;
  /** −2 log of the restricted likelihood at its optimum. */
  readonly remlCriterion?: number;
}
