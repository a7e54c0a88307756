export interface LoadBands {
  /** Entries of a judge, least and most, when spread evenly. */
  readonly lowest: Int32Array;
  readonly highest: Int32Array;
}

/**
 * Spreads so many places that loads differ by one at most, apart from judges whose own limits say otherwise: the level
 * L is the largest where everybody has at least L places, held within own limits; the band is L to L + 1, held likewise.
 * Where limits do not fit the places, the bands are as near as limits allow.
 *
 * @param places in all @param least, most limits of each judge
 */
export function evenLoads(places: number, least: ArrayLike<number>, most: ArrayLike<number>): LoadBands {
  const within = (level: number, judge: number) =>
    Math.max(least[judge] ?? 0, Math.min(level, most[judge] ?? Number.MAX_SAFE_INTEGER));
  const filled = (level: number) => {
    let sum = 0;
    for (let judge = 0; judge < least.length; judge += 1) sum += within(level, judge);
    return sum;
  };
  let [low, high] = [0, places + 1];
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (filled(middle) <= places) low = middle;
    else high = middle;
  }
  const isExact = filled(low) === places;
  const judges = Array.from({ length: least.length }, (_, judge) => judge);
  return {
    lowest: Int32Array.from(judges, (judge) => within(low, judge)),
    highest: Int32Array.from(judges, (judge) => within(isExact ? low : low + 1, judge)),
  };
}
