/** An interval between two of the values, and how often such an interval holds the median at least. */
export interface MedianInterval<T> {
  readonly lowest: T;
  readonly highest: T;
  /** P(lowest ≤ median ≤ highest) for a continuous distribution; with tied values it holds at least as often. */
  readonly coverage: number;
}

/**
 * Exact distribution-free interval of the median, from the r-th lowest to the r-th highest value with the largest r for
 * which its coverage 1 − 2·P(Binomial(n, ½) < r) reaches the confidence (Thompson, Ann. Math. Statist. 7, 1936,
 * 122–128). At 95 % it needs six values.
 *
 * @param sorted values in ascending order
 * @param confidence in (0, 1)
 * @returns null where even the lowest and the highest value are too narrow.
 * @throws RangeError for a confidence outside (0, 1).
 * @example medianInterval([71, 74, 78, 80, 85, 91], 0.95) // { lowest: 71, highest: 91, coverage: 0.96875 }
 */
export function medianInterval<T>(sorted: readonly T[], confidence: number): MedianInterval<T> | null {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`a confidence lies between 0 and 1, not ${confidence}`);
  const count = sorted.length;
  let found: MedianInterval<T> | null = null;
  let below = 0;
  // Logarithms only where 2^−n is no longer exact.
  let logarithm = -count * Math.LN2;
  let term = 2 ** -count;
  for (let rank = 1; 2 * rank <= count; rank += 1) {
    below += count < 1000 ? term : Math.exp(logarithm);
    const coverage = 1 - 2 * below;
    if (coverage < confidence) break;
    found = { lowest: sorted[rank - 1] as T, highest: sorted[count - rank] as T, coverage };
    term = (term * (count - rank + 1)) / rank;
    logarithm += Math.log((count - rank + 1) / rank);
  }
  return found;
}
