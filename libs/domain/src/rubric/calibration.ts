import type { StageRules } from '../contest/stage-rules.js';
import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import type { FieldProblem } from '../errors/field-problem.js';
import { sheetTotal } from './sheet-total.js';
import { validateScoreSheet } from './validate-score-sheet.js';

/** How many calibration entries (试评) a stage may have at most. */
export const calibrationLimit = 3;

/** Criterion key → decimal string. */
export type Scores = Readonly<Record<string, string>>;

export interface Deviation {
  /** Own score less the reference, by criterion; decimal strings, negative where the judge gave less. */
  readonly criteria: Scores;
  /** Of the totals, without deductions. */
  readonly total: string;
}

/** What is wrong with the scores of a calibration entry: every criterion is scored, and nothing else is asked for. */
export function calibrationProblems(rules: StageRules, scores: unknown): FieldProblem[] {
  return validateScoreSheet(rules, { scores }, 'submit').filter(({ path }) => path.startsWith('scores'));
}

/**
 * How far a judge's scores of a calibration entry lie from the office's.
 *
 * @param own valid under the rules, as `reference`
 * @example deviation(rules, { novelty: '7' }, { novelty: '8.5' }).criteria // { novelty: '-1.5' }
 */
export function deviation(rules: StageRules, own: Scores, reference: Scores): Deviation {
  const less = (one: string, other: string) =>
    toDecimalString(Rational.zero.plus(parseDecimal(one)).minus(parseDecimal(other)));
  return {
    criteria: Object.fromEntries(
      rules.rubric.criteria.map(({ key }) => [key, less(own[key] ?? '0', reference[key] ?? '0')]),
    ),
    total: less(sheetTotal(rules, { scores: own }).total, sheetTotal(rules, { scores: reference }).total),
  };
}
