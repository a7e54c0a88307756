import type { StageTallyRow } from '../scoring/stage-tally-types.js';
import { type SheetDesign, sheetDesign } from '../severity/sheet-design.js';
import type { AnalysedSheet, AnalysedStage } from './analysed-stage.js';
import type { AnalysisLine } from './closed-analysis.js';

/** The entries of a stage that are ranked against each other. */
export interface AnalysedGroup {
  /** By the declared method, in its order. */
  readonly rows: readonly StageTallyRow[];
  /** Ids in the order of the rows. */
  readonly entries: readonly string[];
  readonly totals: readonly AnalysedSheet[];
  readonly design: SheetDesign;
  readonly lines: readonly AnalysisLine[];
  /** After which lines are drawn, ascending, each once. */
  readonly places: readonly number[];
}

/** @param rows of the stage by the declared method */
export function analysedGroup(
  { totals: all, details }: AnalysedStage,
  rows: readonly StageTallyRow[],
  group: string,
): AnalysedGroup {
  const own = rows.filter((row) => row.group === group);
  const entries = own.map(({ entry }) => entry);
  const members = new Set(entries);
  const totals = all.filter(({ entry }) => members.has(entry));
  const lines = details.lines[group] ?? [];
  return {
    ...{ rows: own, entries, totals, lines },
    design: sheetDesign(totals.map((sheet) => ({ ...sheet, total: sheet.total.toNumber() }))),
    places: [...new Set(lines.map(({ after }) => after))].sort((left, right) => left - right),
  };
}
