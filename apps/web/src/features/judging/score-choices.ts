import type { Criterion } from '#domain/contest/stage-rules';
import { isDecimalString, parseDecimal } from '#domain/decimal/parse-decimal';
import { Rational } from '#domain/decimal/rational';
import { toDecimalString } from '#domain/decimal/to-decimal-string';

/** Most buttons of one criterion: more are slower to scan than typing is. */
const most = 45;
const strides = ['0.5', '1', '2', '5', '10', '20', '50'];

function strideOf({ minimum, maximum, step }: Criterion): Rational {
  const range = parseDecimal(maximum).minus(parseDecimal(minimum));
  const smallest = parseDecimal(step);
  const fits = (stride: Rational): boolean => {
    const perStep = stride.dividedBy(smallest).reduced();
    return perStep.denominator === 1n && range.dividedBy(stride).toNumber() + 1 <= most;
  };
  return [smallest, ...strides.map(parseDecimal)].find(fits) ?? range;
}

/** Scores offered as buttons between two bounds, highest last; the others are typed or stepped to. */
export function scoreChoices(criterion: Criterion, from: string, to: string): string[] {
  const stride = strideOf(criterion);
  const last = parseDecimal(to);
  const choices: string[] = [];
  for (let value = parseDecimal(criterion.minimum); value.compareTo(last) <= 0; value = value.plus(stride)) {
    if (value.compareTo(parseDecimal(from)) >= 0) choices.push(toDecimalString(value));
  }
  return choices;
}

/** One step up or down, within the range; an empty or unreadable field starts at the nearer end. */
export function stepped(criterion: Criterion, value: string | undefined, direction: 1 | -1): string {
  const lowest = parseDecimal(criterion.minimum);
  const highest = parseDecimal(criterion.maximum);
  if (!isDecimalString(value)) return direction > 0 ? criterion.minimum : criterion.maximum;
  const step = parseDecimal(criterion.step).times(Rational.of(direction));
  const next = parseDecimal(value).plus(step);
  if (next.compareTo(lowest) < 0) return criterion.minimum;
  return next.compareTo(highest) > 0 ? criterion.maximum : toDecimalString(next);
}

/** Whether a score lies in a level; false for what is not a decimal. */
export function isWithin(value: string | undefined, from: string, to: string): boolean {
  if (!isDecimalString(value)) return false;
  const score = parseDecimal(value);
  return score.compareTo(parseDecimal(from)) >= 0 && score.compareTo(parseDecimal(to)) <= 0;
}
