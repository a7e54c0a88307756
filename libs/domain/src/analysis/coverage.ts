import type { AnalysedStage } from './analysed-stage.js';
import { numberOfToken } from './judge-token.js';
import type { Coverage } from './open-analysis.js';

/** Sheets that count beside those that are to be, by entry and by judge. */
export function coverage({ rules, entries, judges, totals, details }: AnalysedStage): Coverage {
  const { size: panelSize, floor: panelFloor } = rules.panel;
  const done = counted(totals);
  const expected = counted(details.assignments);
  const rows = entries.map((entry, index) => {
    const sheets = done.entries.get(entry) ?? 0;
    return {
      entry: index,
      sheets,
      expected: Math.max(sheets, expected.entries.get(entry) ?? 0),
      isBelowFloor: sheets < panelFloor,
    };
  });
  return {
    sheets: totals.length,
    expected: rows.reduce((sum, row) => sum + row.expected, 0),
    ...{ panelSize, panelFloor },
    entriesBelowFloor: rows.filter(({ isBelowFloor }) => isBelowFloor).length,
    entries: rows,
    judges: Array.from({ length: judges }, (_, index) => {
      const own = done.judges.get(index + 1) ?? 0;
      return { judge: index + 1, done: own, expected: Math.max(own, expected.judges.get(index + 1) ?? 0) };
    }),
  };
}

function counted(rows: readonly { readonly entry: string; readonly judge: string }[]) {
  const entries = new Map<string, number>();
  const judges = new Map<number, number>();
  for (const { entry, judge } of rows) {
    entries.set(entry, (entries.get(entry) ?? 0) + 1);
    judges.set(numberOfToken(judge), (judges.get(numberOfToken(judge)) ?? 0) + 1);
  }
  return { entries, judges };
}
