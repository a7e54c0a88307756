/** B₂ₖ / (2k (2k − 1)) of the Stirling series, k = 1 … 8, from the Bernoulli numbers. */
const stirlingTerms = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
] as const;

/** From here on the series above is exact to a double. */
const stirlingFrom = 10;

/**
 * ln Γ(x) by Stirling's series, smaller arguments shifted up by Γ(x + 1) = x Γ(x) (Abramowitz and Stegun, Handbook of
 * Mathematical Functions, 6.1.15 and 6.1.41); relative error about 1e-15 away from its zeros 1 and 2, absolute there.
 *
 * @throws RangeError unless x > 0
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`the logarithm of the gamma function needs a positive argument, not ${x}`);
  let shift = 1;
  let at = x;
  for (; at < stirlingFrom; at += 1) shift *= at;
  const square = 1 / (at * at);
  let power = 1 / at;
  let series = 0;
  for (const term of stirlingTerms) {
    series += term * power;
    power *= square;
  }
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(shift);
}
