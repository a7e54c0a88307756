export const dependences = ['positive', 'any'] as const;
/** How the tests may depend on each other: not at all or positively, or in any way at all. */
export type Dependence = (typeof dependences)[number];

/**
 * p-values adjusted for the false discovery rate: rejecting those of at most q keeps the expected share of false among
 * all rejections at or below q. The step-up procedure of Benjamini and Hochberg (J. R. Statist. Soc. B 57 (1995)
 * 289–300), p₍ᵢ₎ m / i made monotone from above; with `any` times Σ 1/i, as Benjamini and Yekutieli proved for tests that
 * depend in any way (Ann. Statist. 29 (2001) 1165–1188).
 *
 * @param pValues each from 0 to 1
 * @returns in the order given, each at most 1
 * @throws RangeError for anything else
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[], dependence: Dependence = 'positive'): number[] {
  const count = pValues.length;
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[b] ?? 0) - (pValues[a] ?? 0));
  let penalty = 1;
  if (dependence === 'any') for (let i = 2; i <= count; i += 1) penalty += 1 / i;
  const adjusted = new Array<number>(count).fill(1);
  let least = 1;
  order.forEach((index, position) => {
    const p = pValues[index] ?? NaN;
    if (!(p >= 0 && p <= 1)) throw new RangeError(`a p-value lies from 0 to 1, not at ${p}`);
    least = Math.min(least, (p * penalty * count) / (count - position));
    adjusted[index] = least;
  });
  return adjusted;
}
