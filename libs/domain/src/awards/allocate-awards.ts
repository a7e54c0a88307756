import { parseDecimal } from '../decimal/parse-decimal.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';

export interface AwardCandidate {
  readonly entry: string;
  readonly rank: number | null;
  /** Decimal string; needed where a tier has a minimum score. */
  readonly score?: string | null;
}

export interface AwardTier {
  readonly key: string;
  /** Places of the tier. */
  readonly quota: number;
  /** A score below which the tier stays vacant rather than being given. */
  readonly minimumScore?: string;
}

export interface AwardInput {
  readonly ranked: readonly AwardCandidate[];
  /** Highest tier first. */
  readonly tiers: readonly AwardTier[];
  /** Ties that a recorded decision, or the ladder's last step, leaves shared: each the set of its entries. */
  readonly shared?: readonly (readonly string[])[];
}

export interface AllocatedTier {
  readonly tier: string;
  readonly quota: number;
  readonly entries: readonly { readonly entry: string; readonly rank: number }[];
  /** Places that nobody fills: too few entries, or all below the minimum score. */
  readonly vacant: number;
  /** Places that a tie shared across a line above has used up. */
  readonly usedAbove: number;
  /** Places that an unresolved tie keeps open. */
  readonly undecided: number;
}

export interface AwardBlocker {
  readonly code: 'tie-at-award-line';
  /** The tier below whose last place the tie stands. */
  readonly tier: string;
  readonly rank: number;
  readonly entries: readonly string[];
}

export interface AwardAllocation {
  readonly tiers: readonly AllocatedTier[];
  readonly unawarded: readonly string[];
  /** Not empty: the list may not be frozen yet. */
  readonly blockers: readonly AwardBlocker[];
}

interface RankGroup {
  readonly rank: number;
  readonly entries: readonly AwardCandidate[];
}

/**
 * Fills the tiers from the top, a rank at a time. A tie that an award line cuts is a blocker, unless it was decided to
 * share: then all of it receives the higher tier and the surplus uses up places of the next, so that the number of
 * awards never grows unseen except past the last line.
 */
export function allocateAwards(input: AwardInput): AwardAllocation {
  const queue = rankGroups(input.ranked);
  const blockers: AwardBlocker[] = [];
  let overflow = 0;
  let overflowDecided = true;
  const tiers = input.tiers.map((tier): AllocatedTier => {
    const taken = Math.min(overflow, tier.quota);
    overflow -= taken;
    let places = tier.quota - taken;
    let undecided = overflowDecided ? 0 : taken;
    const usedAbove = overflowDecided ? taken : 0;
    const given: RankGroup[] = [];
    while (places > 0 && queue[0] && reachesMinimum(queue[0], tier)) {
      const group = queue.shift() as RankGroup;
      overflow = Math.max(0, group.entries.length - places);
      overflowDecided = overflow === 0 || isShared(group, input.shared ?? []);
      if (overflowDecided) given.push(group);
      else {
        blockers.push({ code: 'tie-at-award-line', tier: tier.key, rank: group.rank, entries: idsOf([group]) });
        undecided += places;
      }
      places = Math.max(0, places - group.entries.length);
    }
    const entries = given.flatMap(({ rank, entries }) => entries.map(({ entry }) => ({ entry, rank })));
    return { tier: tier.key, quota: tier.quota, entries, vacant: places, usedAbove, undecided };
  });
  return { tiers, unawarded: [...idsOf(queue), ...unranked(input.ranked)], blockers };
}

function rankGroups(ranked: readonly AwardCandidate[]): RankGroup[] {
  const byRank = new Map<number, AwardCandidate[]>();
  for (const row of [...ranked].sort((a, b) => compareCodePoints(a.entry, b.entry))) {
    if (row.rank === null) continue;
    const group = byRank.get(row.rank) ?? [];
    group.push(row);
    byRank.set(row.rank, group);
  }
  return [...byRank].sort(([a], [b]) => a - b).map(([rank, entries]) => ({ rank, entries }));
}

function reachesMinimum({ entries }: RankGroup, { minimumScore }: AwardTier): boolean {
  if (minimumScore === undefined) return true;
  const minimum = parseDecimal(minimumScore);
  return entries.every(({ score }) => typeof score === 'string' && parseDecimal(score).compareTo(minimum) >= 0);
}

function isShared({ entries }: RankGroup, shared: readonly (readonly string[])[]): boolean {
  return shared.some((decided) => entries.every(({ entry }) => decided.includes(entry)));
}

function idsOf(groups: readonly RankGroup[]): string[] {
  return groups.flatMap(({ entries }) => entries.map(({ entry }) => entry));
}

function unranked(ranked: readonly AwardCandidate[]): string[] {
  return ranked
    .filter(({ rank }) => rank === null)
    .map(({ entry }) => entry)
    .sort(compareCodePoints);
}
