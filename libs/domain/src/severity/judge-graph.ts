import type { TallyComponent } from '../scoring/tally-result.js';
import { algebraicConnectivity } from './algebraic-connectivity.js';
import { bridgeSheets } from './bridge-sheets.js';
import { designComponents } from './design-components.js';
import { factorIncidence } from './factor-incidence.js';
import type { SheetDesign } from './sheet-design.js';

/**
 * Connectivity below which adjusted scores deserve a warning: the worst comparison has more than ten times the variance
 * of one in which every judge scores every entry.
 */
export const weakConnectivity = 0.1;

/** What the judge × entry graph allows to compare. */
export interface JudgeGraph {
  /** By their first entry; adjusted scores of different components cannot be compared. */
  readonly components: readonly TallyComponent[];
  /** Single sheets on which alone the comparison of two groups rests, in order of entry, then judge. */
  readonly bridges: readonly { readonly entry: string; readonly judge: string }[];
  /** Smallest efficiency factor within a component, in [0, 1]; weak below `weakConnectivity`. */
  readonly connectivity: number;
}

/**
 * Components, bridges and connectivity of a design, in time proportional to its sheets.
 *
 * @example judgeGraph(sheetDesign(sheets)).components.length // 1: all adjusted scores can be compared
 */
export function judgeGraph(design: SheetDesign): JudgeGraph {
  const { entries, judges, entryOf, judgeOf } = design;
  const { count, entryComponent, judgeComponent } = designComponents(design);
  const components = Array.from({ length: count }, () => ({ entries: [] as string[], judges: [] as string[] }));
  entries.forEach((entry, index) => components[entryComponent[index]!]!.entries.push(entry));
  judges.forEach((judge, index) => components[judgeComponent[index]!]!.judges.push(judge));
  const byEntry = factorIncidence({
    rowOf: entryOf,
    columnOf: judgeOf,
    rows: entries.length,
    columns: judges.length,
  });
  const byJudge = factorIncidence({
    rowOf: judgeOf,
    columnOf: entryOf,
    rows: judges.length,
    columns: entries.length,
  });
  const connectivity =
    judges.length <= entries.length
      ? algebraicConnectivity(byEntry, judgeComponent, count)
      : algebraicConnectivity(byJudge, entryComponent, count);
  return {
    components,
    bridges: bridgeSheets(byEntry, byJudge).map(({ entry, judge }) => ({
      entry: entries[entry]!,
      judge: judges[judge]!,
    })),
    connectivity,
  };
}
