import type { StageRules } from '../contest/stage-rules.js';
import { isDecimalString, parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import type { ScoreSheetInput } from './score-sheet.js';

export interface SheetTotal {
  /** Σ factor × score over the counted criteria scored so far, less the deduction; decimal string. */
  readonly total: string;
  /** Σ factor × maximum of all counted criteria. */
  readonly maximum: string;
  /** Criteria that have a score within their range, counted or not, and how many there are. */
  readonly scored: number;
  readonly of: number;
}

/**
 * A sheet's running total, as the judge sees it while scoring: what is not (yet) a decimal is left out, and so is what no
 * sheet may hold, such as a 95 of 10, that a total never exceeds its maximum.
 *
 * @example sheetTotal(rules, { scores: { innovation: '35.5', market: '20' } }).total // '55.5'
 */
export function sheetTotal(rules: StageRules, sheet: ScoreSheetInput): SheetTotal {
  const given = typeof sheet.scores === 'object' && sheet.scores !== null ? sheet.scores : {};
  let total = Rational.zero;
  let scored = 0;
  for (const { key, factor, counted, minimum, maximum } of rules.rubric.criteria) {
    const score: unknown = Object.hasOwn(given, key) ? (given as Record<string, unknown>)[key] : undefined;
    if (!isDecimalString(score) || !isWithin(score, minimum, maximum)) continue;
    scored += 1;
    if (counted) total = total.plus(parseDecimal(factor).times(parseDecimal(score)));
  }
  const { deduction } = sheet;
  if (rules.deductions && isDecimalString(deduction) && isWithin(deduction, '0', rules.deductions.maximum)) {
    total = total.minus(parseDecimal(deduction));
  }
  return {
    total: toDecimalString(total),
    maximum: rules.rubric.maximumTotal,
    scored,
    of: rules.rubric.criteria.length,
  };
}

function isWithin(value: string, minimum: string, maximum: string): boolean {
  const given = parseDecimal(value);
  return given.compareTo(parseDecimal(minimum)) >= 0 && given.compareTo(parseDecimal(maximum)) <= 0;
}
