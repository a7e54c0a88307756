/** Why a figure about the order of entries is not shown. */
export const rankWithheldReasons = [
  'too-few-entries',
  'too-few-judges',
  'too-few-sheets',
  'too-many-entries',
  'error-unknown',
  'not-comparable',
] as const;
export type RankWithheldReason = (typeof rankWithheldReasons)[number];

export interface RankWithheld {
  readonly reason: RankWithheldReason;
  /** The floor, or the most allowed, and what there is; null where the reason is no count. */
  readonly needed: number | null;
  readonly present: number | null;
}

/** A figure, or why it is not shown. */
export type RankFigure<T> =
  { readonly value: T; readonly withheld: null } | { readonly value: null; readonly withheld: RankWithheld };

export function shownRankFigure<T>(value: T): RankFigure<T> {
  return { value, withheld: null };
}

export function withheldRankFigure(
  reason: RankWithheldReason,
  { needed = null, present = null }: { readonly needed?: number | null; readonly present?: number | null } = {},
): RankFigure<never> {
  return { value: null, withheld: { reason, needed, present } };
}
