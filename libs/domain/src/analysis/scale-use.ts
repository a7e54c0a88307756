import type { Rational } from '../decimal/rational.js';
import { parseDecimal } from '../decimal/parse-decimal.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { belowFloor } from '../reliability/floors.js';
import { mean } from '../statistics/mean.js';
import { standardDeviation } from '../statistics/standard-deviation.js';
import type { AnalysedStage, TotalRange } from './analysed-stage.js';
import { shown } from './analysis-figure.js';
import { groupedBy } from './grouped-by.js';
import { judgeToken } from './judge-token.js';
import type { ScaleUse, ScaleUseSection } from './open-analysis.js';
import { countedCriteria } from './ruled-sheets.js';
import { extremes } from './score-gaps.js';

/** How each judge uses the scale, over the judge's own sheets and compared with nobody's result. */
export function scaleUse(stage: AnalysedStage): ScaleUseSection {
  const { totals, range, judges } = stage;
  const byJudge = groupedBy(totals, ({ judge }) => judge);
  const endShares = endSharesOf(stage);
  return {
    lowestPossible: toDecimalString(range.lowest),
    highestPossible: toDecimalString(range.highest),
    judges: Array.from({ length: judges }, (_, index) => {
      const token = judgeToken(index + 1);
      const own = (byJudge.get(token) ?? []).map(({ total }) => total);
      const tooFew = belowFloor('spread', { judgeSheets: own.length });
      const use = tooFew ?? shown(useOf(own, range, endShares.get(token) ?? 0));
      return { judge: index + 1, sheets: own.length, use };
    }),
  };
}

function useOf(totals: readonly Rational[], range: TotalRange, endShare: number): ScaleUse {
  const [lowest, highest] = extremes(totals);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const total of totals) tenths[tenthOf(placeOn(range, total))]! += 1;
  return {
    lowest: toDecimalString(lowest),
    highest: toDecimalString(highest),
    distinct: new Set(totals.map((total) => toDecimalString(total))).size,
    standardDeviation: standardDeviation(totals),
    position: placeOn(range, mean(totals)),
    endShare,
    tenths,
  };
}

/** From 0 to 1; a total that deductions take below the scale stands at its end. */
function placeOn({ lowest, highest }: TotalRange, total: Rational): number {
  const width = highest.minus(lowest);
  if (width.isZero) return 0;
  return Math.min(1, Math.max(0, total.minus(lowest).dividedBy(width).toNumber()));
}

function tenthOf(place: number): number {
  return Math.min(9, Math.floor(place * 10));
}

function endSharesOf({ rules, sheets }: AnalysedStage): Map<string, number> {
  const ends = new Map(
    countedCriteria(rules).map(({ key, minimum, maximum }) => [key, [parseDecimal(minimum), parseDecimal(maximum)]]),
  );
  const counts = new Map<string, { all: number; atEnds: number }>();
  for (const { judge, scores } of sheets) {
    const count = counts.get(judge) ?? { all: 0, atEnds: 0 };
    counts.set(judge, count);
    for (const { criterion, score } of scores) {
      const edges = ends.get(criterion);
      if (!edges) continue;
      const value = parseDecimal(score);
      count.all += 1;
      if (edges.some((edge) => edge.equals(value))) count.atEnds += 1;
    }
  }
  return new Map([...counts].map(([judge, { all, atEnds }]) => [judge, all === 0 ? 0 : atEnds / all]));
}
