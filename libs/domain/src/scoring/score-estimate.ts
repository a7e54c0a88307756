/**
 * Scores with the joint uncertainty of their estimation; arrays are indexed as `entries`. What ranks, award lines and
 * simulations need, whatever method made the scores.
 */
export interface ScoreEstimate {
  readonly entries: readonly string[];
  readonly scores: Float64Array;
  /** NaN where it is not defined or withheld. */
  readonly standardErrors: Float64Array;
  /**
   * Standard error of scores[i] − scores[j]: NaN where it is not defined, 0 for i = j. Judges that two entries share
   * move both scores at once, so this is not √(se_i² + se_j²).
   */
  readonly differenceError: (i: number, j: number) => number;
  /**
   * Adds one draw of all estimation errors, from their joint normal distribution, to `out` (length: entries);
   * null where the method has no joint distribution.
   *
   * @param normal a source of independent standard normal numbers
   */
  readonly drawErrors: ((normal: () => number, out: Float64Array) => void) | null;
}
