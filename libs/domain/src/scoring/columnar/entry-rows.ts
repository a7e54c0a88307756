import { toDecimalString } from '../../decimal/to-decimal-string.js';
import { entryScore, panelMeans, print, printPanelScores } from '../entry-score.js';
import { sheetTotals } from '../sheet-totals.js';
import type { TallyEntry } from '../tally-result.js';
import { entryFactors, isExact } from '../tally-settings.js';
import type { ColumnarScores } from './columnar-scores.js';
import type { ColumnarTable } from './columnar-table.js';
import { fractionText, roundedText } from './fraction-text.js';
import type { RankOrder } from './rank-order.js';
import { UnitScorer } from './unit-scorer.js';

/** Makes the row of an entry from its position by rank. */
export function entryRows(
  table: ColumnarTable,
  scores: ColumnarScores,
  { order, ranks }: RankOrder,
): (place: number) => TallyEntry {
  const { figures, parts, modelScores } = scores;
  const panelTexts = panelPrinter(table);
  return (place) => {
    const entry = order[place]!;
    const hasScore = figures.has(entry);
    const tieBreak = scores.tieBreaks.get(entry);
    const error = scores.standardErrors[entry]!;
    const modelScore = modelScores?.[entry] ?? NaN;
    return {
      entry: table.sheets.columns.entries[entry]!,
      sheets: scores.sheets[entry]!,
      outcome: !hasScore ? 'insufficient' : parts === null ? 'ranked' : 'not-comparable',
      score: hasScore ? figures.text(entry) : null,
      exact: hasScore ? figures.fraction(entry) : null,
      criteria: panelTexts(entry),
      rank: Number.isNaN(ranks[place]) ? null : ranks[place]!,
      standardError: hasScore && !Number.isNaN(error) ? error : null,
      ...(tieBreak ? { tieBreak: toDecimalString(tieBreak) } : {}),
      ...(Number.isNaN(modelScore) ? {} : { modelScore }),
    };
  };
}

/** Panel scores as they are published, by criterion. */
function panelPrinter(table: ColumnarTable): (entry: number) => Record<string, string> {
  const { settings, units, incomplete, applicableTo, sheets } = table;
  const { rounding, criteria } = settings;
  const scorer = units === null ? null : new UnitScorer(sheets, settings, units);
  return (entry) => {
    const applicable = applicableTo(entry);
    if (applicable.length === 0) return {};
    const panels = incomplete.has(entry) ? null : (scorer?.panels(entry, applicable) ?? null);
    if (panels === null) return panelsInFractions(table, entry);
    const texts: Record<string, string> = {};
    panels.forEach((panel, at) => {
      if (panel === null) return;
      const { numerator, denominator } = panel;
      const text =
        rounding.criterion === undefined
          ? fractionText(numerator, denominator)
          : roundedText(numerator, rounding.criterion);
      define(texts, criteria[applicable[at]!]!.key, text);
    });
    return texts;
  };
}

/** A criterion may be called "__proto__". */
function define(texts: Record<string, string>, key: string, value: string): void {
  Object.defineProperty(texts, key, { value, enumerable: true, configurable: true, writable: true });
}

function panelsInFractions({ rowOf, settings }: ColumnarTable, entry: number): Record<string, string> {
  const row = rowOf(entry);
  if (!isExact(settings)) {
    return Object.fromEntries([...panelMeans(row, settings)].map(([key, score]) => [key, print(score, undefined)]));
  }
  const factors = entryFactors(row, settings);
  return printPanelScores(entryScore(row, factors, sheetTotals(row, factors, settings), settings), settings);
}
