/** Stands in for a vanishing denominator. */
const tiny = 1e-300;
const maximumTerms = 100_000;

/**
 * Value of the continued fraction a₁/(b₁ + a₂/(b₂ + …)) by Lentz's method as Thompson and Barnett modified it
 * (J. Comput. Phys. 64 (1986) 490–509), until a term changes nothing.
 *
 * @param termOf numerator and denominator of term 1, 2, …
 * @throws RangeError where it does not converge
 */
export function continuedFraction(termOf: (index: number) => readonly [number, number]): number {
  let value = tiny;
  let c = value;
  let d = 0;
  for (let index = 1; index <= maximumTerms; index += 1) {
    const [numerator, denominator] = termOf(index);
    d = denominator + numerator * d;
    if (d === 0) d = tiny;
    c = denominator + numerator / c;
    if (c === 0) c = tiny;
    d = 1 / d;
    const change = c * d;
    value *= change;
    if (Math.abs(change - 1) <= Number.EPSILON) return value;
  }
  throw new RangeError('the continued fraction does not converge');
}
