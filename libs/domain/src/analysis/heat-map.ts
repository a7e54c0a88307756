import { toDecimalString } from '../decimal/to-decimal-string.js';
import type { AnalysedSheet } from './analysed-stage.js';
import type { HeatMap } from './closed-analysis.js';
import { groupedBy } from './grouped-by.js';
import { numberOfToken } from './judge-token.js';

/**
 * Every sheet of a group: its total, and its standard score among the judge's own totals in the group (divisor n − 1,
 * 3 decimals).
 */
export function heatMap(sheets: readonly AnalysedSheet[], indexOf: ReadonlyMap<string, number>): HeatMap {
  const scaleOf = new Map(
    [...groupedBy(sheets, ({ judge }) => judge)].map(([judge, own]) => [
      judge,
      scaleOfTotals(own.map(({ total }) => total.toNumber())),
    ]),
  );
  return {
    entry: sheets.map(({ entry }) => indexOf.get(entry) ?? 0),
    judge: sheets.map(({ judge }) => numberOfToken(judge)),
    total: sheets.map(({ total }) => toDecimalString(total)),
    z: sheets.map(({ judge, total }) => {
      const scale = scaleOf.get(judge);
      return scale ? Number(((total.toNumber() - scale.mean) / scale.deviation).toFixed(3)) : null;
    }),
  };
}

function scaleOfTotals(totals: readonly number[]): { mean: number; deviation: number } | null {
  if (totals.every((total) => total === totals[0])) return null;
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const squares = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / (totals.length - 1)) };
}
