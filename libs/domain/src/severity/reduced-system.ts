/** λ = residual variance over the factor's variance, above 0; of a factor without levels it is not read. */
export interface VarianceRatios {
  readonly row: number;
  readonly column: number;
}

/** Traces of the inverse C⁻¹ of the mixed-model equations over the levels of each factor. */
export interface InverseTraces {
  readonly row: number;
  readonly column: number;
  /** Covariance of the two, of Monte-Carlo origin, as [row row, row column, column column]; null when they are exact. */
  readonly error: readonly [number, number, number] | null;
  /** Squared Frobenius norms of the blocks of C⁻¹ in the same order, where they are cheap: for exact curvature. */
  readonly squares: readonly [number, number, number] | null;
}

/**
 * What is left of the mixed-model equations when the rows are absorbed, S x = b: the columns, then the intercept.
 * S = W'W + Λ − X'D⁻¹X with D = diag(n_row + λ_row) and X the counts of each row in the columns and in all.
 */
export interface ReducedSystem {
  /** Takes the ratios at which the other members answer; false when S is singular to working precision there. */
  readonly prepare: (ratios: VarianceRatios) => boolean;
  /** Overwrites b with S⁻¹ b. */
  readonly solve: (b: Float64Array) => void;
  /** log |S|; null where it is not known. To be asked before `traces`. */
  readonly logDeterminant: () => number | null;
  /** Ends the use of `solve` until the next `prepare`. */
  readonly traces: () => InverseTraces;
}
