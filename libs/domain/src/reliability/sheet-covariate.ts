import type { SheetDesign } from '../severity/sheet-design.js';

/**
 * A number known of each sheet, brought into the design's order.
 *
 * @param sheets those of the design, in any order
 * @param valueOf null where it is not known
 * @returns one value a sheet of the design, NaN where it is not known
 */
export function sheetCovariate<S extends { readonly entry: string; readonly judge: string }>(
  design: SheetDesign,
  sheets: readonly S[],
  valueOf: (sheet: S) => number | null,
): Float64Array {
  const { entries, judges, entryOf, judgeOf } = design;
  const judgeIndex = new Map(judges.map((judge, index) => [judge, index]));
  const entryIndex = new Map(entries.map((entry, index) => [entry, index]));
  const values = new Map<number, number>();
  for (const sheet of sheets) {
    const cell = (entryIndex.get(sheet.entry) ?? NaN) * judges.length + (judgeIndex.get(sheet.judge) ?? NaN);
    values.set(cell, valueOf(sheet) ?? NaN);
  }
  return Float64Array.from(entryOf, (entry, at) => values.get(entry * judges.length + judgeOf[at]!) ?? NaN);
}
