export const rankConventions = ['competition', 'dense', 'modified', 'fractional'] as const;
/** How places are counted after a tie: 1224, 1223, 1334, or 1 2.5 2.5 4. */
export type RankConvention = (typeof rankConventions)[number];

/**
 * Ranks of values that are already in order, best first; neighbours for which `isTied` holds share a rank.
 * Tied ones are never separated by their order.
 *
 * @returns one rank for each value, in the same order; `fractional` gives halves.
 * @example rankEntries([9, 8, 8, 7], (a, b) => a === b) // [1, 2, 2, 4]
 */
export function rankEntries<T>(
  ordered: readonly T[],
  isTied: (left: T, right: T) => boolean,
  convention: RankConvention = 'competition',
): number[] {
  const ranks: number[] = [];
  let groups = 0;
  for (let start = 0; start < ordered.length;) {
    let end = start + 1;
    while (end < ordered.length && isTied(ordered[end - 1] as T, ordered[end] as T)) end += 1;
    groups += 1;
    const rank = rankOfGroup(convention, { start, end, groups });
    for (; start < end; start += 1) ranks.push(rank);
  }
  return ranks;
}

/**
 * Rank that tied entries share.
 *
 * @param group positions `start` to before `end`, the `groups`-th of its kind
 */
export function rankOfGroup(
  convention: RankConvention,
  group: { readonly start: number; readonly end: number; readonly groups: number },
): number {
  switch (convention) {
    case 'competition':
      return group.start + 1;
    case 'dense':
      return group.groups;
    case 'modified':
      return group.end;
    case 'fractional':
      return (group.start + 1 + group.end) / 2;
  }
}
