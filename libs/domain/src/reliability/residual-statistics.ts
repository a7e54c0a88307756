import type { EffectProjection } from './effect-projection.js';

/**
 * Mean squares of a judge's standardised residuals, 1 expected of a judge as consistent as the panel: above, the scores
 * are more erratic than severity explains; below, they follow the others unusually closely. Named after the fit
 * statistics of Rasch models (Wright and Masters, Rating Scale Analysis, 1982, 99–101), of which they are the
 * counterpart for least squares: Var(r) = σ² M_ss takes the place of a score's model variance.
 */
export interface ResidualStatistics {
  /** Σ r² / (σ² Σ M_ss): each residual weighs by its variance. */
  readonly infit: number;
  /** Mean of r² / (σ² M_ss): each sheet weighs the same, so single surprises show. */
  readonly outfit: number;
}

/** Sheets that alone determine an effect have no residual: what is below is rounding. */
const noFreedom = 1e-9;

/**
 * Both statistics of one judge. The means over judges, weighted by Σ M_ss and by sheets that have a residual, are 1.
 *
 * @param sheets all sheets of the judge
 * @returns null where no sheet has a residual of its own, or nothing varies beyond entries and judges
 */
export function residualStatistics(
  { residuals, freedoms, residualSquares, degreesOfFreedom }: EffectProjection,
  sheets: Int32Array,
): ResidualStatistics | null {
  const variance = residualSquares / degreesOfFreedom;
  if (!(degreesOfFreedom > 0 && variance > 0)) return null;
  let [squares, freedom, standardised, counted] = [0, 0, 0, 0];
  for (const sheet of sheets) {
    if (freedoms[sheet]! < noFreedom) continue;
    const square = residuals[sheet]! ** 2;
    squares += square;
    freedom += freedoms[sheet]!;
    standardised += square / freedoms[sheet]!;
    counted += 1;
  }
  if (counted === 0) return null;
  return { infit: squares / (variance * freedom), outfit: standardised / (variance * counted) };
}
