import { Rational } from '../../decimal/rational.js';
import { roundToNineDecimals } from '../../statistics/round-to-nine-decimals.js';
import type { ExactMethod, KeptValues } from '../scoring-method.js';
import { isExact, type TallySettings } from '../tally-settings.js';
import type { ArrangedSheets } from './arrange-sheets.js';
import { SafeFraction } from './safe-fraction.js';
import { sortEnds } from './sort-numbers.js';
import type { UnitSettings } from './unit-settings.js';
import { clip, UnitTotals } from './unit-totals.js';

/** An entry's score in whole numbers. */
export interface UnitScore {
  /** Null when the options refuse so few values. */
  readonly exact: SafeFraction | null;
  readonly standardError: number | null;
  readonly fallback: KeptValues['fallback'];
  readonly leavesFew: boolean;
}

const largest = Number.MAX_SAFE_INTEGER;

/**
 * What `entryScore` and `standardError` say of an entry whose sheets lack nothing, in whole numbers that doubles hold
 * exactly; null where they do not.
 */
export class UnitScorer {
  private readonly keptByCount: (KeptValues | undefined)[] = [];
  private readonly own: UnitTotals;

  constructor(
    private readonly sheets: ArrangedSheets,
    private readonly settings: TallySettings,
    private readonly units: UnitSettings,
  ) {
    this.own = new UnitTotals(sheets, settings, units);
  }

  /**
   * By a method of kind `exact`.
   *
   * @param applicable criteria of all of the entry's sheets; the entry has at least one sheet
   */
  score(entry: number, applicable: Int32Array): UnitScore | null {
    const count = this.own.countOf(entry);
    if (count * Math.max(this.units.totalBound, this.units.scoreBound) > largest) return null;
    return this.settings.byCriterion ? this.byCriterion(entry, applicable) : this.bySheet(entry, applicable);
  }

  /**
   * Panel score of each applicable criterion as it is shown: rounded, or beside a score of whole sheets the plain mean.
   * Null in the place of one that was refused.
   */
  panels(entry: number, applicable: Int32Array): (SafeFraction | null)[] | null {
    const count = this.own.countOf(entry);
    if (count * this.units.scoreBound > largest) return null;
    const kept = this.settings.byCriterion ? this.keptOf(count) : { from: 0, to: count };
    const panels = Array.from(applicable, (_, at) => this.panel(entry, at, kept));
    return panels.every((panel) => panel === null || panel.isSafe) ? panels : null;
  }

  private get method(): ExactMethod {
    if (!isExact(this.settings)) throw new TypeError(`a ${this.settings.method.kind} method has no mean of its own`);
    return this.settings.method;
  }

  private keptOf(count: number): KeptValues {
    return (this.keptByCount[count] ??= this.method.kept(count, this.settings.options));
  }

  private bySheet(entry: number, applicable: Int32Array): UnitScore | null {
    const count = this.own.countOf(entry);
    const denominator = this.own.fillTotals(entry, applicable);
    const kept = this.keptOf(count);
    const { totals } = this.own;
    const trim = this.method.errorTrim(count, this.settings.options);
    sortEnds(totals, count, Math.max(kept.from, count - kept.to, (trim ?? 0) + 1));
    const exact = kept.from === kept.to ? null : meanOf(totals, kept, denominator);
    if (exact?.isSafe === false) return null;
    if (trim !== null && trim > 0) clip(totals, count, totals[trim]!, totals[count - 1 - trim]!);
    return {
      exact,
      standardError: trim === null ? null : this.errorOf(count, trim, denominator),
      fallback: kept.fallback,
      leavesFew: kept.leavesFew ?? false,
    };
  }

  private byCriterion(entry: number, applicable: Int32Array): UnitScore | null {
    const count = this.own.countOf(entry);
    const { rounding, options } = this.settings;
    const kept = this.keptOf(count);
    const { factors, deductionScale, deductions } = this.units;
    const divisor = this.own.factorDivisor(applicable);
    const total = new SafeFraction();
    for (let at = 0; at < applicable.length && kept.from < kept.to; at += 1) {
      const panel = this.panel(entry, at, kept)!;
      panel.scale(factors[applicable[at]!]!, divisor);
      if (rounding.weightedCriterion !== undefined) panel.round(rounding.weightedCriterion);
      if (!panel.isSafe) return null;
      total.add(panel.numerator, panel.denominator);
    }
    if (deductions !== null) {
      let sum = 0;
      for (let sheet = 0; sheet < count; sheet += 1) sum += deductions[this.sheets.entryStarts[entry]! + sheet]!;
      total.add(-sum, count * deductionScale);
    }
    if (!total.isSafe) return null;
    const trim = this.method.errorTrim(count, options);
    return {
      exact: kept.from === kept.to ? null : total,
      standardError: trim === null ? null : this.errorOf(count, trim, this.own.fillTotals(entry, applicable, trim)),
      fallback: kept.fallback,
      leavesFew: kept.leavesFew ?? false,
    };
  }

  /** @param at position of the criterion in each sheet */
  private panel(entry: number, at: number, kept: Pick<KeptValues, 'from' | 'to'>): SafeFraction | null {
    if (kept.from === kept.to) return null;
    const count = this.own.countOf(entry);
    this.own.fillColumn(entry, at);
    sortEnds(this.own.values, count, Math.max(kept.from, count - kept.to));
    const panel = meanOf(this.own.values, kept, this.units.scoreScale);
    if (this.settings.rounding.criterion !== undefined) panel.round(this.settings.rounding.criterion);
    return panel;
  }

  /** Standard error of a mean of the totals, winsorised already. */
  private errorOf(count: number, trim: number, denominator: number): number {
    const { totals } = this.own;
    const origin = totals[0]!;
    let sum = 0;
    let squares = 0;
    for (let at = 0; at < count; at += 1) {
      const value = totals[at]! - origin;
      sum += value;
      squares += value * value;
    }
    const below = denominator * denominator * count * (count - 1);
    // n Σx² − (Σx)² does not depend on the origin, and near it the numbers are small.
    const variance =
      count * squares <= largest && below <= largest
        ? (count * squares - sum * sum) / below
        : this.longVariance(count, denominator);
    return roundToNineDecimals(Math.sqrt(variance) / ((1 - (2 * trim) / count) * Math.sqrt(count)));
  }

  private longVariance(count: number, denominator: number): number {
    let sum = 0n;
    let squares = 0n;
    for (let at = 0; at < count; at += 1) {
      const value = BigInt(this.own.totals[at]!);
      sum += value;
      squares += value * value;
    }
    const below = BigInt(denominator) ** 2n * BigInt(count * (count - 1));
    return Rational.of(BigInt(count) * squares - sum * sum, below).toNumber();
  }
}

function meanOf(values: Float64Array, { from, to }: Pick<KeptValues, 'from' | 'to'>, denominator: number) {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += values[at]!;
  return new SafeFraction().set(sum, denominator * (to - from));
}
