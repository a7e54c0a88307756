/** Uncertainty of entries' scores and judges' effects in units of the residual variance. */
export interface UnitCovariance {
  readonly entryVariances: Float64Array;
  readonly judgeVariances: Float64Array;
  /** Variance of score i − score j, both of one component, i ≠ j. */
  readonly differenceVariance: (i: number, j: number) => number;
  /** Adds `scale` times one draw of all scores' errors to `out`; null where only variances are known. */
  readonly draw: ((normal: () => number, scale: number, out: Float64Array) => void) | null;
}
