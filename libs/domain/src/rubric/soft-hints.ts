import type { Criterion, StageRules } from '../contest/stage-rules.js';
import { isDecimalString, parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { scoreProblems } from './validate-score-sheet.js';

/** Scores that stand at one place of their ranges are no sign of haste before there are so many of them. */
const fewestAlike = 3;

/**
 * The score that was probably meant where one ten times as large was typed: 9.5 for 95, or 8 for 80 of 10. Null where
 * the score is within its range, or a tenth of it is no score either. A hint: whoever shows it changes nothing.
 *
 * @param score as typed
 */
export function tenthOf(criterion: Criterion, score: string): string | null {
  if (!isDecimalString(score)) return null;
  const typed = parseDecimal(score);
  if (typed.compareTo(parseDecimal(criterion.maximum)) <= 0) return null;
  const tenth = toDecimalString(typed.dividedBy(Rational.of(10)));
  return scoreProblems(criterion, { [criterion.key]: tenth }, 'submit').length === 0 ? tenth : null;
}

/**
 * Whether a complete sheet gives every criterion the same part of its range, as a hurried one does: 8 of 10 and 16 of 20.
 * False for fewer than three criteria, and while one has no readable score.
 */
export function isAllTheSame({ rubric: { criteria } }: StageRules, scores: Readonly<Record<string, string>>): boolean {
  if (criteria.length < fewestAlike) return false;
  const places = criteria.map(({ key, minimum, maximum }) => {
    const score = Object.hasOwn(scores, key) ? scores[key] : undefined;
    if (!isDecimalString(score)) return null;
    const lowest = parseDecimal(minimum);
    return parseDecimal(score).minus(lowest).dividedBy(parseDecimal(maximum).minus(lowest));
  });
  const [first] = places;
  return first !== undefined && first !== null && places.every((place) => place !== null && place.equals(first));
}
