import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';

/**
 * Judges an entry needs for its mean score to reach a reliability: the Spearman–Brown formula solved for the number of
 * judges, ⌈target (1 − ICC) / (ICC (1 − target))⌉, with target 0.8 ⌈4(1 − ICC)/ICC⌉. Both figures count at the 9
 * decimals to which model results are cut, and from there on the arithmetic is exact: a quotient of 6 is 6 judges, never 7.
 *
 * @param single ICC(2,1)
 * @param target above 0, below 1
 * @returns at least 1; null where no number of judges suffices, at an ICC of 0 (to 9 decimals) or below, or NaN
 * @throws RangeError for a target out of range
 * @example judgesNeeded(0.4) // 6
 */
export function judgesNeeded(single: number, target = 0.8): number | null {
  const wanted = atNineDecimals(target);
  if (!wanted || wanted.compareTo(Rational.one) >= 0) throw new RangeError(`no reliability to reach: ${target}`);
  const icc = atNineDecimals(single);
  if (!icc) return null;
  const quotient = wanted
    .times(Rational.one.minus(icc))
    .dividedBy(icc.times(Rational.one.minus(wanted)))
    .reduced();
  const whole = quotient.numerator / quotient.denominator;
  const ceiling = whole * quotient.denominator < quotient.numerator ? whole + 1n : whole;
  return Math.max(1, Number(ceiling));
}

/** Null unless above 0. */
function atNineDecimals(value: number): Rational | null {
  if (!(value >= 1e-9 && value <= 1)) return null;
  return parseDecimal(value.toFixed(9));
}
