import { continuedFraction } from './continued-fraction.js';
import { logGamma } from './log-gamma.js';

/**
 * Iₓ(a, b), the distribution function of the beta distribution, by its continued fraction (NIST Digital Library of
 * Mathematical Functions, 8.17.22) and the symmetry Iₓ(a, b) = 1 − I₁₋ₓ(b, a) (8.17.4).
 *
 * @param x from 0 to 1
 * @param complement 1 − x, where the caller knows it more exactly
 * @throws RangeError outside 0 ≤ x ≤ 1, a > 0, b > 0
 * @example regularisedIncompleteBeta(0.5, 2, 2) // 0.5
 */
export function regularisedIncompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) throw new RangeError(`no incomplete beta function at ${x}, ${a}, ${b}`);
  if (x === 0 || complement === 0) return x === 0 ? 0 : 1;
  // The fraction converges fast on this side only.
  if (x > (a + 1) / (a + b + 2)) return 1 - lowerPart(complement, b, a, x);
  return lowerPart(x, a, b, complement);
}

function lowerPart(x: number, a: number, b: number, complement: number): number {
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(complement);
  const fraction = continuedFraction((index) => {
    if (index === 1) return [1, 1];
    const m = Math.floor((index - 1) / 2);
    const end = a + 2 * m;
    if (index % 2 === 0) return [(-(a + m) * (a + b + m) * x) / (end * (end + 1)), 1];
    return [(m * (b - m) * x) / ((end - 1) * end), 1];
  });
  return (Math.exp(logFront) * fraction) / a;
}
