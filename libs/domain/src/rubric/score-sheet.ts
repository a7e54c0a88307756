/** What a judge sends: nothing in it is trusted before `validateScoreSheet` found no problem. */
export interface ScoreSheetInput {
  /** Criterion key → decimal string. */
  readonly scores: unknown;
  /** Decimal string; only where the rules allow deductions. */
  readonly deduction?: unknown;
  /** A `SheetComments`; only what the rules ask for, and the reason for a deduction. */
  readonly comments?: unknown;
}

export const commentLanguages = ['zh', 'en'] as const;

/** What a judge says in words. A comment left out or blank is none. It enters no total. */
export interface SheetComments {
  /** In which all of them are written. */
  readonly language: (typeof commentLanguages)[number];
  /** Criterion key → text of at most `commentLength` characters. */
  readonly criteria?: Readonly<Record<string, string>>;
  /** On the entry as a whole. */
  readonly overall?: string;
  /** Why points are deducted. */
  readonly deduction?: string;
}

/** The longest comment, in characters as a reader counts them (code points). */
export const commentLength = 2000;

/** A draft may lack scores and comments (absent or null); a submission may not. */
export type ScoreSheetMode = 'draft' | 'submit';
