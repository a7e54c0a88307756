/** Variances in units of σ². */
export interface UnitErrors {
  readonly variance: (level: number) => number;
  readonly differenceVariance: (i: number, j: number) => number;
  /** Adds one joint draw of all levels' errors, times `scale`, to `out`. */
  readonly draw: (normal: () => number, scale: number, out: Float64Array) => void;
}

/** In units of σ². */
export interface PredictionErrors {
  /** Of μ + effect. */
  readonly entries: UnitErrors;
  /** Of the effect. */
  readonly judges: Pick<UnitErrors, 'variance'>;
}
