import type { RankedEntry } from './award-standing.js';

/** Places by which an entry falls (above 0) or rises between two rankings. */
export interface RankChange {
  readonly entry: string;
  readonly change: number;
}

/** Changes of the entries that both rank, in the order of the first. */
export function rankChanges(from: readonly RankedEntry[], to: readonly RankedEntry[]): RankChange[] {
  const rankIn = new Map(to.map(({ entry, rank }) => [entry, rank]));
  return from.flatMap(({ entry, rank }) => {
    const other = rankIn.get(entry) ?? null;
    return rank === null || other === null ? [] : [{ entry, change: other - rank }];
  });
}
