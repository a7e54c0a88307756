import type { ScoreEstimate } from '../scoring/score-estimate.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import { awardLines } from '../uncertainty/award-lines.js';
import { awardLineTexts } from '../uncertainty/award-line-texts.js';
import { entriesAtRisk } from '../uncertainty/entries-at-risk.js';
import { expectedRanks } from '../uncertainty/expected-ranks.js';
import { belowUncertaintyFloor } from '../uncertainty/floors.js';
import { rankIntervals } from '../uncertainty/rank-intervals.js';
import { type AnalysisFigure, mapFigure, shown, withheld } from './analysis-figure.js';
import type {
  LineUncertainty,
  RankIntervalColumns,
  ScoreIntervalColumns,
  UncertaintySection,
} from './closed-analysis.js';

export const analysisConfidence = 0.95;

/** Draws of the errors: fewer in large stages, where the ends of an interval then err by a place or two. */
export function drawsFor(entries: number): number {
  if (entries <= 300) return 10_000;
  return entries <= 1500 ? 4000 : 2000;
}

export interface UncertaintyInput {
  readonly estimate: ScoreEstimate;
  readonly design: SheetDesign;
  /** From `stageScoreIntervals`. */
  readonly scoreIntervals: ScoreIntervalColumns | null;
  /** Ids of the group, in the order of the columns. */
  readonly entries: readonly string[];
  readonly places: readonly number[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly seed: number;
  /** Decimals of the published score. */
  readonly decimals: number | undefined;
}

/** How sure the declared method's scores and ranks are. */
export function uncertaintySection(input: UncertaintyInput): UncertaintySection {
  const { estimate, design, entries, seed, scoreIntervals } = input;
  const at = new Map(estimate.entries.map((entry, index) => [entry, index]));
  const column = <T>(valueOf: (index: number) => T): (T | null)[] =>
    entries.map((entry) => {
      const index = at.get(entry);
      return index === undefined ? null : valueOf(index);
    });
  const draws = drawsFor(estimate.entries.length);
  const intervals = (): UncertaintySection['rankIntervals'] =>
    mapFigure(
      rankIntervals(estimate, { confidence: analysisConfidence, draws, seed }),
      ({ lowest, highest }): RankIntervalColumns => ({
        lowest: column((index) => lowest[index] || null),
        highest: column((index) => highest[index] || null),
      }),
    );
  return {
    ...{ confidence: analysisConfidence, draws, seed },
    standardErrors: column((index) => finite(estimate.standardErrors[index])),
    scoreIntervals,
    expectedRanks:
      belowUncertaintyFloor('expected-rank', design) ??
      mapFigure(expectedRanks(estimate), (ranks) => column((index) => finite(ranks[index]))),
    rankIntervals: belowUncertaintyFloor('rank-interval', design) ?? intervals(),
    lines: belowUncertaintyFloor('award-line', design) ?? lineFigures(input),
  };
}

function lineFigures(input: UncertaintyInput): AnalysisFigure<readonly LineUncertainty[]> {
  const { estimate, places, indexOf, decimals } = input;
  if (places.length === 0) return withheld('no-line');
  const indexes = (ids: readonly string[]) => ids.map((id) => indexOf.get(id) ?? 0);
  return shown(
    awardLines(estimate, places, analysisConfidence).map((line) => ({
      ...line,
      candidates: line.candidates && indexes(line.candidates),
      atRisk: indexes(entriesAtRisk(estimate, line.after, analysisConfidence)),
      text: awardLineTexts(line, { confidence: analysisConfidence, ...(decimals === undefined ? {} : { decimals }) }),
    })),
  );
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
