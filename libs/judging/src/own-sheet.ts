import type { SheetComments } from '#domain/rubric/score-sheet';

export type Scores = Readonly<Record<string, string>>;

/** What the judge gave and said. */
export interface OwnSheet {
  readonly scores: Scores;
  /** Decimal string above 0; null where nothing is deducted. */
  readonly deduction: string | null;
  /** In a draft as typed, so that the language may be missing. */
  readonly comments: Partial<SheetComments> | null;
}
