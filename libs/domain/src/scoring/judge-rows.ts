import type { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { mean } from '../statistics/mean.js';
import { roundToNineDecimals } from '../statistics/round-to-nine-decimals.js';
import { standardDeviation } from '../statistics/standard-deviation.js';
import { roundedOrNull } from './method-figures.js';
import type { FittedModel } from './score-whole-table.js';
import type { TallyJudge } from './tally-result.js';

/** One sheet's judge and total; null where the sheet has no total. */
export interface JudgedTotal {
  readonly judge: string;
  readonly total: Rational | null;
}

/**
 * Each judge's own mean beside the mean of all sheets, in code point order of the judge. It describes; it adjusts
 * nothing, since a judge who saw better entries also has a higher mean. A model with judge effects adds its own.
 */
export function judgeRows(sheets: readonly JudgedTotal[], model: FittedModel | null): TallyJudge[] {
  const totalsByJudge = new Map<string, Rational[]>();
  for (const { judge, total } of sheets) {
    const totals = totalsByJudge.get(judge) ?? [];
    if (total) totals.push(total);
    totalsByJudge.set(judge, totals);
  }
  const all = [...totalsByJudge.values()].flat();
  const grandMean = all.length > 0 ? mean(all) : null;
  const effectOf = judgeEffects(model);
  return [...totalsByJudge]
    .sort(([left], [right]) => compareCodePoints(left, right))
    .map(([judge, totals]) => {
      const own = totals.length > 0 ? mean(totals) : null;
      return {
        judge,
        sheets: totals.length,
        meanTotal: own && toDecimalString(own),
        deviation: own && grandMean && toDecimalString(own.minus(grandMean)),
        standardError:
          totals.length >= 2 ? roundToNineDecimals(standardDeviation(totals) / Math.sqrt(totals.length)) : null,
        ...effectOf(judge),
      };
    });
}

function judgeEffects(model: FittedModel | null): (judge: string) => Partial<TallyJudge> {
  const { judges: effects = null, table } = model ?? {};
  if (effects === null) return () => ({});
  const indexOf = new Map(table?.judges.map((judge, index) => [judge, index]));
  return (judge) => {
    const own = effects[indexOf.get(judge) ?? -1];
    return own ? { effect: roundToNineDecimals(own.effect), standardError: roundedOrNull(own.standardError) } : {};
  };
}
