/** Two-sided intervals of ranks by index of the estimate: 1 ≤ lowest ≤ highest ≤ E, 0 and 0 where withheld. */
export interface RankIntervals {
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
}

export interface RankIntervalOptions {
  /** In (0, 1). */
  readonly confidence: number;
  /** How often ranks are drawn. */
  readonly draws: number;
  readonly seed: number;
}
