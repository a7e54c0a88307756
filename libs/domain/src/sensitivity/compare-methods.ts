import { kendallTauB } from '../statistics/kendall-tau-b.js';
import { awardChanges, awardStandings, type LineChange, type RankedEntry } from './award-standing.js';
import { type RankChange, rankChanges } from './rank-changes.js';

export interface MethodRanking {
  /** How the method is called: a registry key, with its options where one method stands twice. */
  readonly method: string;
  readonly ranking: readonly RankedEntry[];
}

/** The entries of an award set. */
export interface AwardSet {
  readonly after: number;
  readonly above: readonly string[];
  /** In a tie that the line cuts: more of them than places are left. */
  readonly tied: readonly string[];
}

export interface MethodComparison {
  readonly method: string;
  /** By the declared ranking's order, at each line. */
  readonly awards: readonly AwardSet[];
  /** Against the declared method. */
  readonly awardChanges: readonly LineChange[];
  readonly rankChanges: readonly RankChange[];
  readonly largestRankChange: number;
  /** Kendall's τ_b with each method, in their order, over the entries that both rank; null where it is not defined. */
  readonly agreement: readonly (number | null)[];
}

/**
 * Methods side by side, the declared one first.
 *
 * @param declared the method of the locked rules
 * @param others of the same entries; ranks by one convention, else rank changes mean nothing
 * @param places of the award lines, such as [3, 8]
 * @throws RangeError for a line that is not a whole number of places
 */
export function compareMethods(
  declared: MethodRanking,
  others: readonly MethodRanking[],
  places: readonly number[],
): MethodComparison[] {
  const invalid = places.find((after) => !Number.isInteger(after) || after < 1);
  if (invalid !== undefined) throw new RangeError(`a line stands after a whole number of places, not ${invalid}`);
  const methods = [declared, ...others];
  const order = declared.ranking.map(({ entry }) => entry);
  return methods.map(({ method, ranking }) => {
    const changes = rankChanges(declared.ranking, ranking);
    return {
      method,
      awards: places.map((after) => awardSet(ranking, order, after)),
      awardChanges: awardChanges(declared.ranking, ranking, places),
      rankChanges: changes,
      largestRankChange: changes.reduce((most, { change }) => Math.max(most, Math.abs(change)), 0),
      agreement: methods.map((other) => rankAgreement(ranking, other.ranking)),
    };
  });
}

function awardSet(ranking: readonly RankedEntry[], order: readonly string[], after: number): AwardSet {
  const standings = awardStandings(ranking, after);
  const entries = [...new Set([...order, ...standings.keys()])];
  return {
    after,
    above: entries.filter((entry) => standings.get(entry) === 'above'),
    tied: entries.filter((entry) => standings.get(entry) === 'tied'),
  };
}

function rankAgreement(left: readonly RankedEntry[], right: readonly RankedEntry[]): number | null {
  const rankIn = new Map(right.map(({ entry, rank }) => [entry, rank]));
  const pairs = left.flatMap(({ entry, rank }) => {
    const other = rankIn.get(entry) ?? null;
    return rank === null || other === null ? [] : [[rank, other] as const];
  });
  return kendallTauB(
    pairs.map(([one]) => one),
    pairs.map(([, other]) => other),
  );
}
