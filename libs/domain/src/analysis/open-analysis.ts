import type { Decimal } from '../contest/stage-rules.js';
import type { AnalysisFigure } from './analysis-figure.js';

/** Sheets of one entry: how many count and how many are to come. */
export interface EntryCoverage {
  readonly entry: number;
  readonly sheets: number;
  readonly expected: number;
  readonly isBelowFloor: boolean;
}

/** Sheets of one judge. */
export interface JudgeCoverage {
  readonly judge: number;
  readonly done: number;
  readonly expected: number;
}

/** Which sheets there are, and which are still missing. */
export interface Coverage {
  readonly sheets: number;
  readonly expected: number;
  readonly panelSize: number;
  readonly panelFloor: number;
  readonly entriesBelowFloor: number;
  readonly entries: readonly EntryCoverage[];
  readonly judges: readonly JudgeCoverage[];
}

/** How far the judges of one entry lie apart, in points of a sheet's total; nothing of how high they lie. */
export interface EntryGap {
  readonly entry: number;
  readonly sheets: number;
  /** Highest less lowest total. */
  readonly range: Decimal;
  readonly standardDeviation: number;
  readonly isFlagged: boolean;
}

/** Entries whose judges differ, for a second look. */
export interface Gaps {
  /**
   * `rules`: an entry is flagged from this range on. `median`: from 1.5 times the median standard deviation of the
   * stage's entries on.
   */
  readonly threshold: AnalysisFigure<{ readonly by: 'rules' | 'median'; readonly points: number }>;
  readonly flagged: number;
  /** Entries of two sheets or more, by index of the entry and not by size: the order says nothing. */
  readonly entries: readonly EntryGap[];
}

/** How one judge uses the scale of a sheet's total, over the judge's own sheets. */
export interface ScaleUse {
  readonly lowest: Decimal;
  readonly highest: Decimal;
  /** Different totals. */
  readonly distinct: number;
  readonly standardDeviation: number;
  /** Mean total's place on the scale, from 0 (lowest possible) to 1. */
  readonly position: number;
  /** Share of single scores at the lowest or the highest of their criterion, from 0 to 1. */
  readonly endShare: number;
  /** Sheets by tenths of the scale, the lowest first. */
  readonly tenths: readonly number[];
}

export interface JudgeScaleUse {
  readonly judge: number;
  readonly sheets: number;
  readonly use: AnalysisFigure<ScaleUse>;
}

export interface ScaleUseSection {
  readonly lowestPossible: Decimal;
  readonly highestPossible: Decimal;
  readonly judges: readonly JudgeScaleUse[];
}

/** What rules may open before the list is frozen: nothing in it tells who stands where. */
export interface OpenAnalysis {
  readonly coverage: Coverage;
  readonly gaps: Gaps;
  readonly scaleUse: ScaleUseSection;
}
