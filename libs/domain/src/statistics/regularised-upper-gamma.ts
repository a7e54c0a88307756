import { continuedFraction } from './continued-fraction.js';
import { logGamma } from './log-gamma.js';

/**
 * Q(a, x) = Γ(a, x) / Γ(a), the upper tail of the gamma distribution: below a + 1 one minus the power series (NIST
 * Digital Library of Mathematical Functions, 8.7.1), above the continued fraction (8.9.2).
 *
 * @throws RangeError outside a > 0, x ≥ 0
 */
export function regularisedUpperGamma(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) throw new RangeError(`no incomplete gamma function at ${a}, ${x}`);
  if (x === 0) return 1;
  if (x === Infinity) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) return 1 - front * lowerSeries(a, x);
  return (
    front * continuedFraction((index) => [index === 1 ? 1 : -(index - 1) * (index - 1 - a), x - a + 2 * index - 1])
  );
}

/** Σ xⁿ / (a (a + 1) … (a + n)). */
function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * Number.EPSILON; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}
