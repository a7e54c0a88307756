/** What a judge sends: nothing in it is trusted before `validateScoreSheet` found no problem. */
export interface ScoreSheetInput {
  /** Criterion key → decimal string. */
  readonly scores: unknown;
  /** Decimal string; only where the rules allow deductions. */
  readonly deduction?: unknown;
}

/** A draft may lack scores (absent or null); a submission may not. */
export type ScoreSheetMode = 'draft' | 'submit';
