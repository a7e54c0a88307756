import { compareMethods } from '../sensitivity/compare-methods.js';
import type { LineChange } from '../sensitivity/award-standing.js';
import type { LineChanges, MethodColumn } from './closed-analysis.js';
import type { MethodTally } from './method-tallies.js';

/**
 * Methods side by side for one group.
 *
 * @param entries ids of the group, in the order of the columns
 * @param places after which lines fall
 */
export function methodColumns(
  tallies: readonly MethodTally[],
  entries: readonly string[],
  places: readonly number[],
  indexOf: ReadonlyMap<string, number>,
): MethodColumn[] {
  const columns = tallies.map((tally) => {
    const rowOf = new Map(tally.rows.map((row) => [row.entry, row]));
    return { tally, rows: entries.map((entry) => ({ entry, rank: null, score: null, ...rowOf.get(entry) })) };
  });
  const compared = columns.filter(({ tally }) => tally.refusal === null || tally.isDeclared);
  const rankings = compared.map(({ tally, rows }) => ({ method: tally.id, ranking: rows }));
  const [declared, ...others] = rankings;
  const comparisons = declared ? compareMethods(declared, others, places) : [];
  const comparisonOf = new Map(comparisons.map((comparison) => [comparison.method, comparison]));
  return columns.map(({ tally, rows }) => {
    const comparison = comparisonOf.get(tally.id);
    return {
      ...{ id: tally.id, method: tally.method, options: tally.options },
      ...{ isDeclared: tally.isDeclared, refusal: tally.refusal },
      scores: tally.refusal === null ? rows.map(({ score }) => score) : [],
      ranks: tally.refusal === null ? rows.map(({ rank }) => rank) : [],
      lineChanges: comparison ? lineChanges(comparison.awardChanges, indexOf) : [],
      largestRankChange: comparison?.largestRankChange ?? 0,
      agreement: comparison?.agreement[0] ?? null,
    };
  });
}

export function lineChanges(changes: readonly LineChange[], indexOf: ReadonlyMap<string, number>): LineChanges[] {
  return changes.map(({ after, changes: ofLine }) => ({
    after,
    changes: ofLine.map(({ entry, from, to }) => ({ entry: indexOf.get(entry) ?? 0, from, to })),
  }));
}
