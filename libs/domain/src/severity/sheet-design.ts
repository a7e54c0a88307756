import { compareCodePoints } from '../identifier/compare-code-points.js';

/** Sheets' totals as typed arrays: one position a sheet, in order of entry, then judge, both by code point. */
export interface SheetDesign {
  /** Entries with at least one sheet, in code point order. */
  readonly entries: readonly string[];
  /** Judges with at least one sheet, in code point order. */
  readonly judges: readonly string[];
  /** Index into `entries` of each sheet. */
  readonly entryOf: Int32Array;
  /** Index into `judges` of each sheet. */
  readonly judgeOf: Int32Array;
  readonly totals: Float64Array;
}

/**
 * Puts sheets into the order on which every model method rests, so that the order of input changes nothing.
 *
 * @param sheets in any order; totals are finite
 */
export function sheetDesign(
  sheets: readonly { readonly entry: string; readonly judge: string; readonly total: number }[],
): SheetDesign {
  const entries = [...new Set(sheets.map(({ entry }) => entry))].sort(compareCodePoints);
  const judges = [...new Set(sheets.map(({ judge }) => judge))].sort(compareCodePoints);
  const entryIndex = new Map(entries.map((entry, index) => [entry, index]));
  const judgeIndex = new Map(judges.map((judge, index) => [judge, index]));
  const rows = sheets.map(({ entry, judge, total }) => ({
    entry: entryIndex.get(entry) ?? 0,
    judge: judgeIndex.get(judge) ?? 0,
    total,
  }));
  rows.sort((left, right) => left.entry - right.entry || left.judge - right.judge || left.total - right.total);
  return {
    entries,
    judges,
    entryOf: Int32Array.from(rows, ({ entry }) => entry),
    judgeOf: Int32Array.from(rows, ({ judge }) => judge),
    totals: Float64Array.from(rows, ({ total }) => total),
  };
}
