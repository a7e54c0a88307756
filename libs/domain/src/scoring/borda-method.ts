import { Rational } from '../decimal/rational.js';
import { mean } from '../statistics/mean.js';
import { listStandings } from './list-standings.js';
import type { TableMethod, TableScores } from './scoring-method.js';
import type { TotalTable } from './total-table.js';

/**
 * Share of a judge's other entries that the entry beats, ties half, as a mean over its judges: between 0 and 1, and
 * comparable where judges have lists of different lengths (Borda's count over n − 1).
 */
export const bordaMethod: TableMethod = {
  kind: 'table',
  inputs: ['sheets'],
  options: [],
  score: bordaScores,
  scorePairs: null,
};

function bordaScores(table: TotalTable): TableScores {
  const { below, tied, lengths } = listStandings(table);
  const shares: Rational[][] = table.entries.map(() => []);
  /** Null for a list of one entry, which compares nothing. */
  const shareOf = (sheet: number): Rational | null => {
    const others = (lengths[table.judgeOf[sheet] ?? 0] ?? 0) - 1;
    return others > 0 ? Rational.of(2 * (below[sheet] ?? 0) + (tied[sheet] ?? 0), 2 * others) : null;
  };
  table.entryOf.forEach((entry, sheet) => {
    const share = shareOf(sheet);
    if (share) shares[entry]?.push(share);
  });
  const leftOut = table.judges.filter((_, judge) => lengths[judge] === 1);
  return {
    scores: shares.map((own) => (own.length > 0 ? mean(own) : null)),
    tieBreaks: null,
    contributions: () => Float64Array.from(table.entryOf, (_, sheet) => shareOf(sheet)?.toNumber() ?? NaN),
    warnings: leftOut.length > 0 ? [{ code: 'judge-left-out', entries: [], judges: leftOut, details: {} }] : [],
  };
}
