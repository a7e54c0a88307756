import type { SheetDesign } from '../severity/sheet-design.js';
import type { VarianceComponents } from '../severity/severity-fit.js';
import { twoWayMeanSquares } from './two-way-mean-squares.js';

/**
 * ICC(2,1): what share of the variance of one judge's score is the entry's, judges drawn at random and their severity
 * counted as error, σ²_e / (σ²_e + σ²_j + σ²) (Shrout and Fleiss, Psychol. Bull. 86 (1979) 420–428; absolute agreement
 * A,1 of McGraw and Wong, Psychol. Methods 1 (1996) 30–46).
 *
 * @returns from 0 to 1; NaN where all variances are 0
 */
export function singleJudgeReliability({ entry, judge, residual }: VarianceComponents): number {
  return entry / (entry + judge + residual);
}

/**
 * ICC(2,k): the same for the mean of k judges, σ²_e / (σ²_e + (σ²_j + σ²)/k).
 *
 * @param sheetsPerEntry k; where entries differ, `harmonicMeanSheets`
 * @returns from 0 to 1; NaN where all variances are 0
 */
export function panelReliability({ entry, judge, residual }: VarianceComponents, sheetsPerEntry: number): number {
  return entry / (entry + (judge + residual) / sheetsPerEntry);
}

/**
 * ICC(C,k): reliability of the mean of k judges who all scored every entry, so that severity cancels between entries:
 * (MS_entries − MS_residual) / MS_entries, the consistency of McGraw and Wong, ICC(3,k) of Shrout and Fleiss and
 * Cronbach's α.
 *
 * @returns at most 1, below 0 where entries differ less than chance lets them; null where the design is not crossed or
 *   the entries' means are all equal
 */
export function panelConsistency(design: SheetDesign): number | null {
  const squares = twoWayMeanSquares(design);
  if (!squares || !(squares.meanSquareEntries > 0)) return null;
  return (squares.meanSquareEntries - squares.meanSquareResidual) / squares.meanSquareEntries;
}

/** Harmonic mean of the entries' numbers of sheets: the k with which error variances σ²/k average over entries. */
export function harmonicMeanSheets({ entries, entryOf }: SheetDesign): number {
  const sheets = new Int32Array(entries.length);
  for (const entry of entryOf) sheets[entry]! += 1;
  return entries.length / sheets.reduce((sum, count) => sum + 1 / count, 0);
}
