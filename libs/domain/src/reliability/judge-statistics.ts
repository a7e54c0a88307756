import type { SeverityFit } from '../severity/severity-fit.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import { roundToNineDecimals } from '../statistics/round-to-nine-decimals.js';
import type { AddedEffect } from './added-effect.js';
import { type EffectProjection, effectProjection } from './effect-projection.js';
import { belowFloor, type Figure, type Floor, shownFigure, withheldFigure } from './floors.js';
import { driftByPosition, driftByTimeOfDay } from './judge-drift.js';
import { judgeSheets } from './judge-sheets.js';
import { residualStatistics, type ResidualStatistics } from './residual-statistics.js';

export interface JudgeEffect {
  /** Score units, positive is lenient, as the fit has it. */
  readonly estimate: number;
  /** NaN where the fit has none. */
  readonly standardError: number;
}

/** How a judge uses the scale, over the judge's own totals. */
export interface JudgeSpread {
  /** Divisor n − 1. */
  readonly standardDeviation: number;
  readonly lowest: number;
  readonly highest: number;
  /** Different totals, at 9 decimals. */
  readonly distinct: number;
}

/** What is known of one judge; each figure is withheld below its floor. */
export interface JudgeStatistics {
  readonly judge: string;
  readonly sheets: number;
  readonly effect: Figure<JudgeEffect>;
  readonly spread: Figure<JudgeSpread>;
  readonly fit: Figure<ResidualStatistics>;
  /** Points a sheet. */
  readonly driftByPosition: Figure<AddedEffect>;
  /** Points an hour. */
  readonly driftByTimeOfDay: Figure<AddedEffect>;
}

export interface JudgeStatisticsInput {
  readonly design: SheetDesign;
  /** Null: no effects are shown. */
  readonly fit: SeverityFit | null;
  /** See `sheetCovariate` and `driftByPosition`; not given, it is not recorded. */
  readonly order?: Float64Array;
  /** See `driftByTimeOfDay`. */
  readonly hours?: Float64Array;
}

/**
 * Statistics of each judge, in the design's order. Residuals are those of least squares on entries and judges,
 * whatever model `fit` is; where the design is too large for them (`projectionLimit`) they are withheld as not
 * separable.
 */
export function judgeStatistics(input: JudgeStatisticsInput): JudgeStatistics[] {
  const projection = effectProjection(input.design);
  return judgeSheets(input.design).map((sheets, index) => judgeRow(input, projection, sheets, index));
}

function judgeRow(
  { design, fit, order, hours }: JudgeStatisticsInput,
  projection: EffectProjection | null,
  sheets: Int32Array,
  index: number,
): JudgeStatistics {
  const counts: Floor = {
    entries: design.entries.length,
    judges: design.judges.length,
    judgeSheets: sheets.length,
    degreesOfFreedom: projection?.degreesOfFreedom,
  };
  const drift = (along: Float64Array | undefined, slope: typeof driftByPosition) => {
    if (!along) return withheldFigure('order-not-recorded');
    return (
      belowFloor('drift', counts) ?? (projection ? slope(projection, sheets, along) : withheldFigure('not-separable'))
    );
  };
  return {
    judge: design.judges[index] ?? '',
    sheets: sheets.length,
    effect: belowFloor('effect', counts) ?? effectOf(fit, index),
    spread:
      belowFloor('spread', counts) ?? shownFigure(judgeSpread(sheets.length, (at) => design.totals[sheets[at]!]!)),
    fit: belowFloor('residual-statistics', counts) ?? fitOf(projection, sheets),
    driftByPosition: drift(order, driftByPosition),
    driftByTimeOfDay: drift(hours, driftByTimeOfDay),
  };
}

function effectOf(fit: SeverityFit | null, index: number): Figure<JudgeEffect> {
  if (!fit) return withheldFigure('variance-not-estimated');
  return shownFigure({ estimate: fit.judgeEffects[index]!, standardError: fit.judgeErrors[index]! });
}

function fitOf(projection: EffectProjection | null, sheets: Int32Array): Figure<ResidualStatistics> {
  if (!projection) return withheldFigure('not-separable');
  const statistics = residualStatistics(projection, sheets);
  return statistics ? shownFigure(statistics) : withheldFigure('no-residual-variance');
}

function judgeSpread(count: number, totalAt: (at: number) => number): JudgeSpread {
  const totals = Array.from({ length: count }, (_, at) => totalAt(at));
  const mean = totals.reduce((sum, total) => sum + total, 0) / count;
  const squares = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0);
  return {
    standardDeviation: Math.sqrt(squares / (count - 1)),
    lowest: Math.min(...totals),
    highest: Math.max(...totals),
    distinct: new Set(totals.map(roundToNineDecimals)).size,
  };
}
