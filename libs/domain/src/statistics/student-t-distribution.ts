import { regularisedIncompleteBeta } from './regularised-incomplete-beta.js';

/**
 * P(|T| ≥ |t|) for Student's t: I_{ν/(ν+t²)}(ν/2, ½) (Abramowitz and Stegun, Handbook of Mathematical Functions,
 * 26.7.1 and 26.5.27).
 *
 * @param degreesOfFreedom above 0, not necessarily whole
 * @throws RangeError otherwise
 * @example studentTwoSidedP(2.228138852, 10) // 0.05
 */
export function studentTwoSidedP(t: number, degreesOfFreedom: number): number {
  if (!(degreesOfFreedom > 0) || Number.isNaN(t)) {
    throw new RangeError(`no t distribution at ${t} with ${degreesOfFreedom} degrees of freedom`);
  }
  const square = t * t;
  if (square === Infinity) return 0;
  const below = degreesOfFreedom + square;
  return regularisedIncompleteBeta(degreesOfFreedom / below, degreesOfFreedom / 2, 0.5, square / below);
}
