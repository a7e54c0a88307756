import { Rational } from '../decimal/rational.js';
import { roundToNineDecimals } from '../statistics/round-to-nine-decimals.js';
import { standardDeviation } from '../statistics/standard-deviation.js';
import { winsorised } from '../statistics/winsorised.js';
import type { TableEntry } from './score-table.js';
import type { ExactSettings } from './tally-settings.js';

/**
 * Standard error of an entry's score, rounded to 9 decimals: s/√n for a mean, for a trimmed mean Tukey and
 * McLaughlin's winsorised s / ((1 − 2k/n)√n) (Sankhyā A 25, 1963). Where criteria are trimmed apart, each is
 * winsorised apart and the winsorised sheets are totalled: the same formula for a weighted sum.
 *
 * @returns null where it is not defined or withheld: too few sheets, or a sheet that lacks a score.
 */
export function standardError(
  entry: TableEntry,
  factors: ReadonlyMap<number, Rational>,
  totals: readonly (Rational | null)[],
  settings: ExactSettings,
): number | null {
  const counted = totals.filter((total) => total !== null);
  const count = counted.length;
  // By criterion an incomplete sheet enters some panel scores only: there is no single n.
  if (settings.byCriterion && count < totals.length) return null;
  const trim = settings.method.errorTrim(count, settings.options);
  if (trim === null) return null;
  const values = settings.byCriterion && trim > 0 ? winsorisedSheets(entry, factors, trim) : winsorised(counted, trim);
  return roundToNineDecimals(standardDeviation(values) / ((1 - (2 * trim) / count) * Math.sqrt(count)));
}

/** Each sheet's total of scores that were winsorised criterion by criterion. */
export function winsorisedSheets(entry: TableEntry, factors: ReadonlyMap<number, Rational>, trim: number): Rational[] {
  const totals = entry.sheets.map((sheet) => Rational.zero.minus(sheet.deduction));
  for (const index of entry.applicable) {
    const factor = factors.get(index) ?? Rational.zero;
    const column = winsorised(
      entry.sheets.flatMap((sheet) => sheet.scores[index] ?? []),
      trim,
    );
    column.forEach((score, position) => {
      totals[position] = (totals[position] ?? Rational.zero).plus(score.times(factor));
    });
  }
  return totals;
}
