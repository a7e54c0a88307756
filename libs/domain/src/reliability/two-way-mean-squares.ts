import type { SheetDesign } from '../severity/sheet-design.js';

/** Two-way analysis of variance, one sheet a cell; mean squares in squared score units. */
export interface TwoWayMeanSquares {
  readonly entries: number;
  readonly judges: number;
  readonly meanSquareEntries: number;
  readonly meanSquareJudges: number;
  readonly meanSquareResidual: number;
}

/** Whether every judge scored every entry once: one panel for all. */
export function isCrossed({ entries, judges, entryOf, judgeOf }: SheetDesign): boolean {
  const width = judges.length;
  if (entryOf.length !== entries.length * width) return false;
  // Sheets are in order of entry, then judge.
  return entryOf.every((entry, sheet) => entry * width + judgeOf[sheet]! === sheet);
}

/**
 * Mean squares of a crossed design.
 *
 * @returns null where the design is not crossed, or has fewer than two entries or judges
 */
export function twoWayMeanSquares(design: SheetDesign): TwoWayMeanSquares | null {
  const { entryOf, judgeOf, totals } = design;
  const [entries, judges] = [design.entries.length, design.judges.length];
  if (entries < 2 || judges < 2 || !isCrossed(design)) return null;
  const general = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const byEntry = new Float64Array(entries);
  const byJudge = new Float64Array(judges);
  for (let sheet = 0; sheet < totals.length; sheet += 1) {
    const deviation = totals[sheet]! - general;
    byEntry[entryOf[sheet]!]! += deviation / judges;
    byJudge[judgeOf[sheet]!]! += deviation / entries;
  }
  let residual = 0;
  for (let sheet = 0; sheet < totals.length; sheet += 1) {
    residual += (totals[sheet]! - general - byEntry[entryOf[sheet]!]! - byJudge[judgeOf[sheet]!]!) ** 2;
  }
  const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
  return {
    entries,
    judges,
    meanSquareEntries: (judges * squares(byEntry)) / (entries - 1),
    meanSquareJudges: (entries * squares(byJudge)) / (judges - 1),
    meanSquareResidual: residual / ((entries - 1) * (judges - 1)),
  };
}
