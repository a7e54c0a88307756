import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import type { SheetChange } from './sheet-flips.js';

export interface TotalScale {
  /** Decimal strings; the step is above 0. */
  readonly lowest: string;
  readonly highest: string;
  readonly step: string;
}

/**
 * Changes of a sheet that is one total, exact in decimals.
 *
 * @param totalOf a decimal string
 * @param withTotal the sheet with another total
 * @throws RangeError for a step that is not above 0; DomainError `not-a-decimal`
 */
export function totalChange<S>(
  scale: TotalScale,
  totalOf: (sheet: S) => string,
  withTotal: (sheet: S, total: string) => S,
): SheetChange<S> {
  const [lowest, highest, step] = [scale.lowest, scale.highest, scale.step].map(parseDecimal) as [
    Rational,
    Rational,
    Rational,
  ];
  if (step.compareTo(Rational.zero) <= 0) throw new RangeError(`a step is above 0, not ${scale.step}`);
  return {
    roomOf: (sheet) => {
      const total = parseDecimal(totalOf(sheet));
      return { up: wholeSteps(highest.minus(total), step), down: wholeSteps(total.minus(lowest), step) };
    },
    moved: (sheet, steps) =>
      withTotal(sheet, toDecimalString(parseDecimal(totalOf(sheet)).plus(step.times(Rational.of(steps))))),
  };
}

function wholeSteps(range: Rational, step: Rational): number {
  const steps = range.dividedBy(step);
  return steps.isNegative ? 0 : Number(steps.numerator / steps.denominator);
}
