/** One entry as the shadow ranks it. */
export interface ShadowRow {
  readonly entry: string;
  readonly sheets: number;
  readonly is_ranked: boolean;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** Whole number of 10^-places; null without rounding of the total. */
  readonly rounded: string | null;
  /** Before the tie ladder. */
  readonly rank: number | null;
}
