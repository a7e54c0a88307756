import { Rational } from '../decimal/rational.js';
import { isComplete } from './missing-scores.js';
import type { TableEntry, TableSheet } from './score-table.js';
import type { TallySettings } from './tally-settings.js';

/**
 * Total of each sheet of an entry, in their order: Σ w·x less the sheet's deduction. A sheet that lacks a score has
 * a total only under `renormalise`: Σ w·x of its present criteria × Σ w·max of all / Σ w·max of the present.
 *
 * @returns null for a sheet that has no total.
 */
export function sheetTotals(
  entry: TableEntry,
  factors: ReadonlyMap<number, Rational>,
  settings: TallySettings,
): (Rational | null)[] {
  const highest = (indexes: readonly number[]) =>
    weighted(indexes, factors, (index) => settings.criteria[index]?.maximum);
  return entry.sheets.map((sheet) => {
    const total = weighted(entry.applicable, factors, (index) => sheet.scores[index]);
    if (isComplete(sheet, entry.applicable)) return total.minus(sheet.deduction);
    if (settings.missing !== 'renormalise') return null;
    const reachable = highest(presentIn(sheet, entry.applicable));
    // Only criteria of weight 0 are there: nothing can be said about the rest.
    if (reachable.isZero) return null;
    return total.times(highest(entry.applicable)).dividedBy(reachable).reduced().minus(sheet.deduction);
  });
}

function presentIn(sheet: TableSheet, applicable: readonly number[]): number[] {
  return applicable.filter((index) => sheet.scores[index] !== undefined);
}

function weighted(
  indexes: readonly number[],
  factors: ReadonlyMap<number, Rational>,
  valueOf: (index: number) => Rational | undefined,
): Rational {
  let total = Rational.zero;
  for (const index of indexes) {
    const value = valueOf(index);
    if (value) total = total.plus(value.times(factors.get(index) ?? Rational.zero));
  }
  return total;
}
