import type { TallySettings } from '../tally-settings.js';
import type { ArrangedSheets } from './arrange-sheets.js';
import { sortEnds } from './sort-numbers.js';
import type { UnitSettings } from './unit-settings.js';

/** Scores and totals of one entry at a time, as whole numbers in arrays that are used again. */
export class UnitTotals {
  /** Of one criterion, by sheet. */
  readonly values: Float64Array;
  /** Of the sheets, by sheet. */
  readonly totals: Float64Array;

  constructor(
    private readonly sheets: ArrangedSheets,
    private readonly settings: Pick<TallySettings, 'normaliseWeights'>,
    private readonly units: UnitSettings,
  ) {
    const { entryStarts } = sheets;
    let most = 0;
    for (let entry = 1; entry < entryStarts.length; entry += 1) {
      most = Math.max(most, entryStarts[entry]! - entryStarts[entry - 1]!);
    }
    this.values = new Float64Array(most);
    this.totals = new Float64Array(most);
  }

  countOf(entry: number): number {
    return this.sheets.entryStarts[entry + 1]! - this.sheets.entryStarts[entry]!;
  }

  /** Σ w in units where weights are divided by their sum, else their scale. */
  factorDivisor(applicable: Int32Array): number {
    const { factors, factorScale } = this.units;
    if (!this.settings.normaliseWeights) return factorScale;
    let sum = 0;
    for (let at = 0; at < applicable.length; at += 1) sum += factors[applicable[at]!]!;
    return sum === 0 ? factorScale : sum;
  }

  /** Puts one criterion's scores into `values`. @param at its position in each sheet */
  fillColumn(entry: number, at: number): void {
    const { entryStarts, sheetStarts } = this.sheets;
    const first = entryStarts[entry]!;
    const count = entryStarts[entry + 1]! - first;
    for (let sheet = 0; sheet < count; sheet += 1) {
      this.values[sheet] = this.units.units[sheetStarts[first + sheet]! + at]!;
    }
  }

  /**
   * Puts the sheets' totals, Σ w·x less the deduction, into `totals`.
   *
   * @param trim values of each criterion that are winsorised at each end
   * @returns their denominator
   */
  fillTotals(entry: number, applicable: Int32Array, trim = 0): number {
    const { factors, scoreScale, deductionScale, deductions } = this.units;
    const { values, totals } = this;
    const first = this.sheets.entryStarts[entry]!;
    const count = this.countOf(entry);
    const scale = this.factorDivisor(applicable) * scoreScale;
    totals.fill(0, 0, count);
    for (let at = 0; at < applicable.length; at += 1) {
      this.fillColumn(entry, at);
      if (trim > 0) {
        const sorted = values.slice(0, count);
        sortEnds(sorted, count, trim + 1);
        clip(values, count, sorted[trim]!, sorted[count - 1 - trim]!);
      }
      const factor = factors[applicable[at]!]! * deductionScale;
      for (let sheet = 0; sheet < count; sheet += 1) totals[sheet]! += values[sheet]! * factor;
    }
    if (deductions !== null) {
      for (let sheet = 0; sheet < count; sheet += 1) totals[sheet]! -= deductions[first + sheet]! * scale;
    }
    return scale * deductionScale;
  }
}

/** Raises and lowers the first `count` values to the bounds, in place. */
export function clip(values: Float64Array, count: number, low: number, high: number): void {
  for (let at = 0; at < count; at += 1) {
    const value = values[at]!;
    if (value < low) values[at] = low;
    else if (value > high) values[at] = high;
  }
}
