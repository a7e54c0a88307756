import { compareCodePoints } from '../identifier/compare-code-points.js';
import { awardChanges, type LineChange, type RankedEntry } from './award-standing.js';
import { type RankChange, rankChanges } from './rank-changes.js';

export interface WithoutJudge {
  readonly judge: string;
  /** Sheets left out. */
  readonly sheets: number;
  readonly awardChanges: readonly LineChange[];
  /** Of the entries still ranked, largest first; unchanged ones are left out. */
  readonly rankChanges: readonly RankChange[];
  readonly largestRankChange: number;
  /** Entries that lose their rank with the judge's sheets. */
  readonly unranked: readonly string[];
}

/**
 * The ranking without each judge in turn: does an award hang on one person? Costs one ranking a judge.
 *
 * @param rank the declared method, or any other
 * @param places of the award lines
 * @returns one row a judge, in code point order
 */
export function leaveOneJudgeOut<S extends { readonly judge: string }>(
  sheets: readonly S[],
  rank: (sheets: readonly S[]) => readonly RankedEntry[],
  places: readonly number[],
): WithoutJudge[] {
  const whole = rank(sheets);
  const judges = [...new Set(sheets.map(({ judge }) => judge))].sort(compareCodePoints);
  return judges.map((judge) => {
    const kept = sheets.filter((sheet) => sheet.judge !== judge);
    const ranking = kept.length > 0 ? rank(kept) : [];
    const ranked = new Set(ranking.flatMap((row) => (row.rank === null ? [] : [row.entry])));
    const changes = rankChanges(whole, ranking).filter(({ change }) => change !== 0);
    changes.sort((left, right) => Math.abs(right.change) - Math.abs(left.change));
    return {
      judge,
      sheets: sheets.length - kept.length,
      awardChanges: awardChanges(whole, ranking, places),
      rankChanges: changes,
      largestRankChange: Math.abs(changes[0]?.change ?? 0),
      unranked: whole.flatMap((row) => (row.rank !== null && !ranked.has(row.entry) ? [row.entry] : [])),
    };
  });
}
