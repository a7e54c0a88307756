/**
 * Kendall's τ_b, (concordant − discordant) / √((pairs − ties in x)(pairs − ties in y)) (Kendall, Biometrika 33 (1945)
 * 239–251), by Knight's sort in O(n log n) (J. Am. Statist. Assoc. 61 (1966) 436–439).
 *
 * @param x finite
 * @param y finite, as long as x
 * @returns null where all values of a side are equal, or below two values
 * @throws RangeError where the lengths differ
 * @example kendallTauB([1, 2, 3], [1, 3, 2]) // 0.333…
 */
export function kendallTauB(x: readonly number[], y: readonly number[]): number | null {
  if (x.length !== y.length) throw new RangeError('both sides of a correlation need as many values');
  const pairs = x
    .map((value, index) => [value, y[index] ?? NaN] as const)
    .sort((left, right) => left[0] - right[0] || left[1] - right[1]);
  const inOrder = Float64Array.from(pairs, ([, value]) => value);
  const total = pairsOf(x.length);
  const tiedX = tiedPairs(pairs, (a, b) => a[0] === b[0]);
  const tiedBoth = tiedPairs(pairs, (a, b) => a[0] === b[0] && a[1] === b[1]);
  const discordant = sortCounting(inOrder, 0, inOrder.length, new Float64Array(inOrder.length));
  const tiedY = tiedPairs(Array.from(inOrder), (a, b) => a === b);
  if (total === tiedX || total === tiedY) return null;
  const difference = total - tiedX - tiedY + tiedBoth - 2 * discordant;
  return difference / Math.sqrt((total - tiedX) * (total - tiedY));
}

function pairsOf(count: number): number {
  return (count * (count - 1)) / 2;
}

/** Pairs within the runs of equal neighbours. */
function tiedPairs<T>(sorted: readonly T[], isTied: (left: T, right: T) => boolean): number {
  let pairs = 0;
  let run = 1;
  for (let at = 1; at < sorted.length; at += 1) {
    run = isTied(sorted[at - 1] as T, sorted[at] as T) ? run + 1 : 1;
    pairs += run - 1;
  }
  return pairs;
}

/** Merge sort in place; the number of exchanges is the number of pairs that stood in the wrong order. */
function sortCounting(values: Float64Array, start: number, end: number, scratch: Float64Array): number {
  if (end - start < 2) return 0;
  const middle = (start + end) >>> 1;
  let exchanges = sortCounting(values, start, middle, scratch) + sortCounting(values, middle, end, scratch);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at += 1) {
    if (right >= end || (left < middle && values[left]! <= values[right]!)) scratch[at] = values[left++]!;
    else {
      scratch[at] = values[right++]!;
      exchanges += middle - left;
    }
  }
  values.set(scratch.subarray(start, end), start);
  return exchanges;
}
