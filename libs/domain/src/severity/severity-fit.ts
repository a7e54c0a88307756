import type { ScoreEstimate } from '../scoring/score-estimate.js';

/** Variances of a crossed model, in squared score units; 0 where the estimate lies on the boundary. */
export interface VarianceComponents {
  readonly entry: number;
  readonly judge: number;
  readonly residual: number;
}

/** How an iterative fit ended. */
export interface Convergence {
  readonly converged: boolean;
  readonly iterations: number;
  /** Largest absolute component of the final gradient (of −2 log REML or of the log likelihood); residual norm for a linear solve. */
  readonly gradient: number;
}

/** Entries' scores adjusted for judges' severity, and what was learnt of the judges; arrays follow the design. */
export interface SeverityFit {
  /** Null standard errors are NaN in the estimate. */
  readonly estimate: ScoreEstimate;
  /** By judge of the design; positive is lenient. */
  readonly judgeEffects: Float64Array;
  readonly judgeErrors: Float64Array;
  /** Residual of each sheet, y − ŷ, in the design's order. */
  readonly residuals: Float64Array;
  /** Residual variance; NaN where no degree of freedom is left. */
  readonly residualVariance: number;
  /** Component number of each entry and judge of the design (0 for the first). */
  readonly entryComponent: Int32Array;
  readonly judgeComponent: Int32Array;
  /** Random effects only. */
  readonly variance: VarianceComponents | null;
  /** General mean μ, random effects only. */
  readonly intercept: number | null;
  /** −2 log REML, random effects only; null where only an iterative solve was made. */
  readonly remlCriterion: number | null;
  readonly convergence: Convergence;
}
