import type { Rational } from '../decimal/rational.js';

/** Whether `value` is `minimum` plus a whole number of steps. */
export function isOnStep(value: Rational, minimum: Rational, step: Rational): boolean {
  const steps = value.minus(minimum).dividedBy(step);
  return steps.numerator % steps.denominator === 0n;
}
