import { entryScore } from '../entry-score.js';
import { sheetTotals } from '../sheet-totals.js';
import { standardError } from '../standard-error.js';
import { entryFactors, type ExactSettings } from '../tally-settings.js';
import { ColumnarScores } from './columnar-scores.js';
import type { ColumnarTable } from './columnar-table.js';
import { UnitScorer } from './unit-scorer.js';

/** Scores of a method that needs nothing of other entries: in whole numbers, and where those do not do, in fractions. */
export function scoreEntryByEntry(table: ColumnarTable, settings: ExactSettings): ColumnarScores {
  const { sheets, units, incomplete, applicableTo } = table;
  const { entryStarts, columns } = sheets;
  const scores = new ColumnarScores(columns.entries.length, settings.rounding.total);
  const scorer = units === null ? null : new UnitScorer(sheets, settings, units);
  for (let entry = 0; entry < columns.entries.length; entry += 1) {
    const count = entryStarts[entry + 1]! - entryStarts[entry]!;
    if (count === 0) continue;
    const score = scorer === null || incomplete.has(entry) ? null : scorer.score(entry, applicableTo(entry));
    if (score === null) {
      scoreInFractions(scores, entry, table, settings);
    } else {
      scores.set(entry, score);
      scores.sheets[entry] = count;
    }
  }
  return scores;
}

function scoreInFractions(scores: ColumnarScores, entry: number, table: ColumnarTable, settings: ExactSettings): void {
  const row = table.rowOf(entry);
  const factors = entryFactors(row, settings);
  const totals = sheetTotals(row, factors, settings);
  scores.set(entry, {
    ...entryScore(row, factors, totals, settings),
    standardError: standardError(row, factors, totals, settings),
  });
  scores.sheets[entry] = settings.byCriterion ? row.sheets.length : totals.filter((total) => total !== null).length;
}
