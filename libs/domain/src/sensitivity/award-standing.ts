/** An entry's place in a ranking. */
export interface RankedEntry {
  readonly entry: string;
  /** By any convention; null where the entry is not ranked. */
  readonly rank: number | null;
}

/** Above a line, in a tie that it cuts, or below it (also: not ranked). */
export type AwardStanding = 'above' | 'tied' | 'below';

export interface AwardChange {
  readonly entry: string;
  readonly from: AwardStanding;
  readonly to: AwardStanding;
}

/** Entries whose standing at one award line differs between two rankings. */
export interface LineChange {
  /** Places above the line. */
  readonly after: number;
  /** In the order of the entries given first. */
  readonly changes: readonly AwardChange[];
}

/**
 * Where each entry stands at the line after some number of places. What counts is how many are ranked better and how
 * many equal, so the convention of the ranks does not matter.
 *
 * @param after at least 1
 */
export function awardStandings(ranking: readonly RankedEntry[], after: number): Map<string, AwardStanding> {
  const ranks = ranking.flatMap(({ rank }) => rank ?? []).sort((left, right) => left - right);
  // The first place below the line: a rank equal to it that starts above is cut.
  const lastIn = ranks[after - 1] ?? Infinity;
  const firstOut = ranks[after] ?? Infinity;
  const standingOf = (rank: number | null): AwardStanding => {
    if (rank === null || rank > lastIn) return 'below';
    return rank === firstOut ? 'tied' : 'above';
  };
  return new Map(ranking.map(({ entry, rank }) => [entry, standingOf(rank)]));
}

/**
 * The entries whose standing changes, at each line.
 *
 * @param places of the award lines, such as [3, 8]
 */
export function awardChanges(
  from: readonly RankedEntry[],
  to: readonly RankedEntry[],
  places: readonly number[],
): LineChange[] {
  const entries = [...new Set([...from, ...to].map(({ entry }) => entry))];
  return places.map((after) => {
    const before = awardStandings(from, after);
    const then = awardStandings(to, after);
    const changes = entries.map((entry) => ({
      entry,
      from: before.get(entry) ?? ('below' as const),
      to: then.get(entry) ?? ('below' as const),
    }));
    return { after, changes: changes.filter((change) => change.from !== change.to) };
  });
}
