/** An exact fraction in lowest terms, as two integer strings. */
export interface ExactFraction {
  readonly numerator: string;
  readonly denominator: string;
}

export type TallyOutcome = 'ranked' | 'insufficient';

export interface TallyEntry {
  readonly entry: string;
  /** Counted sheets. */
  readonly sheets: number;
  readonly outcome: TallyOutcome;
  /** Decimal string as the declared rounding publishes it; null when insufficient. */
  readonly score: string | null;
  /** The score before rounding of the total and after the earlier stages. */
  readonly exact: ExactFraction | null;
  /** Panel score of each criterion that applies, rounded as declared. */
  readonly criteria: Readonly<Record<string, string>>;
  readonly rank: number | null;
  /** Standard error of the score, rounded to 9 decimals; null where none is defined or it is withheld. */
  readonly standardError: number | null;
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
  /** s / √n of the judge's totals, rounded to 9 decimals; null below two sheets. */
  readonly standardError: number | null;
}

export const tallyWarningCodes = [
  'criterion-not-applicable',
  'scores-missing',
  'sheets-excluded',
  'trim-fallback-used',
  'too-few-scores-to-trim',
  'entry-insufficient',
] as const;
export type TallyWarningCode = (typeof tallyWarningCodes)[number];

export interface TallyWarning {
  readonly code: TallyWarningCode;
  readonly entries: readonly string[];
  readonly details: Readonly<Record<string, string | number>>;
}

export interface TallyResult {
  /** By rank, then by id in code point order; insufficient entries last. */
  readonly entries: readonly TallyEntry[];
  readonly components: readonly TallyComponent[];
  readonly judges: readonly TallyJudge[];
  readonly warnings: readonly TallyWarning[];
}
