import { normalDistribution } from '../statistics/normal-distribution.js';

/**
 * Probability that the truth of one entry lies above that of another: Φ(difference / error), where Φ(0/0) = ½.
 *
 * @param difference of the scores, one less the other
 * @param error standard error of the difference, at least 0; NaN gives NaN
 */
export function probabilityAbove(difference: number, error: number): number {
  if (difference === 0) return Number.isNaN(error) ? NaN : 0.5;
  const z = difference / error;
  // Beyond 9 the rest is below 1e-18.
  if (z > 9) return 1;
  if (z < -9) return 0;
  return normalDistribution(z);
}
