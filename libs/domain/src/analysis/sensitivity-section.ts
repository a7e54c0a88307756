import type { TallySheet } from '../scoring/tally-input.js';
import type { StageTallyRow } from '../scoring/stage-tally-types.js';
import { leaveOneJudgeOut } from '../sensitivity/leave-one-judge-out.js';
import { scoreMargins } from '../sensitivity/score-margins.js';
import type { AnalysedSheet, AnalysedStage } from './analysed-stage.js';
import { type AnalysisFigure, shown, withheld } from './analysis-figure.js';
import type { SensitivitySection, WithoutJudgeAnalysis } from './closed-analysis.js';
import { groupRanker } from './group-ranker.js';
import { numberOfToken } from './judge-token.js';
import { lineChanges } from './method-columns.js';
import { sheetFlipFigures } from './sheet-flip-figures.js';

/** Judges × sheets up to which a method that sees all sheets is run once a judge. */
export const withoutJudgeLimit = 50_000;

export interface SensitivityInput {
  readonly stage: AnalysedStage;
  /** Of the group, by the declared method. */
  readonly rows: readonly StageTallyRow[];
  readonly totals: readonly AnalysedSheet[];
  readonly judges: number;
  readonly places: readonly number[];
}

/** What the lines hang on: single judges, points of the score, points of one sheet. */
export function sensitivitySection(input: SensitivityInput): SensitivitySection {
  const { stage, rows, places, totals } = input;
  const { rules, context, range, indexOf } = stage;
  const isRowByRow = stage.declared.settings.method.kind === 'exact';
  const indexes = (ids: readonly string[]) => ids.map((id) => indexOf.get(id) ?? 0);
  return {
    withoutJudge: withoutJudgeFigure(input, isRowByRow),
    margins: scoreMargins(rows, places).map(({ after, points, lastAbove, firstBelow }) => ({
      ...{ after, points },
      ...{ lastAbove: indexes(lastAbove), firstBelow: indexes(firstBelow) },
    })),
    sheetFlips: sheetFlipFigures({
      ...{ rules, context, isRowByRow, rows, places, range, indexOf },
      sheets: totals,
    }),
  };
}

function withoutJudgeFigure(
  { stage, rows, judges, places }: SensitivityInput,
  isRowByRow: boolean,
): AnalysisFigure<readonly WithoutJudgeAnalysis[]> {
  const ranked = new Set(rows.flatMap(({ entry, rank }) => (rank === null ? [] : [entry])));
  const sheets = stage.sheets.filter(({ entry }) => ranked.has(entry));
  const work = judges * sheets.length;
  if (!isRowByRow && work > withoutJudgeLimit) return withheld('too-much-work', withoutJudgeLimit, work);
  if (judges < 3) return withheld('too-few-judges', 3, judges);
  // An entry that just reaches the floor would else lose its rank with any of its judges, which says nothing.
  const { panel } = stage.rules;
  const rules = { ...stage.rules, panel: { ...panel, floor: Math.max(1, panel.floor - 1) } };
  const rank = groupRanker(rules, stage.context, isRowByRow);
  const indexOf = (entry: string) => stage.indexOf.get(entry) ?? 0;
  return shown(
    leaveOneJudgeOut<TallySheet>(sheets, rank, places).map((row) => ({
      ...{ judge: numberOfToken(row.judge), sheets: row.sheets, largestRankChange: row.largestRankChange },
      lineChanges: lineChanges(row.awardChanges, stage.indexOf),
      unranked: row.unranked.map(indexOf),
    })),
  );
}
