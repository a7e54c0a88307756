import { regularisedUpperGamma } from './regularised-upper-gamma.js';

/**
 * P(χ² ≥ x) = Q(ν/2, x/2) (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.4.19).
 *
 * @throws RangeError unless x ≥ 0 and degreesOfFreedom > 0
 * @example chiSquareUpperTail(3.841458821, 1) // 0.05
 */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  return regularisedUpperGamma(degreesOfFreedom / 2, x / 2);
}
