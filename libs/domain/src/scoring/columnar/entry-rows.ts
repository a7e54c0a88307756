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

/** A row without what only some readers want of it. */
export type ColumnarRow = Omit<TallyEntry, 'exact' | 'criteria'>;

/** Makes the rest of a row when it is asked for. */
export interface EntryRows {
  /** The row at a position by rank, as in the result of `tally`. */
  readonly rowAt: (place: number) => ColumnarRow;
  readonly criteriaAt: (place: number) => TallyEntry['criteria'];
  readonly exactAt: (place: number) => TallyEntry['exact'];
}

export function entryRows(table: ColumnarTable, scores: ColumnarScores, { order, ranks }: RankOrder): EntryRows {
  const { figures, parts, modelScores } = scores;
  const panelTexts = panelPrinter(table);
  return {
    rowAt: (place) => {
      const entry = order[place]!;
      const hasScore = figures.has(entry);
      const tieBreak = scores.tieBreaks.get(entry);
      const error = scores.standardErrors[entry]!;
      const modelScore = modelScores?.[entry] ?? NaN;
      const rank = ranks[place]!;
      return {
        entry: table.sheets.columns.entries[entry]!,
        sheets: scores.sheets[entry]!,
        outcome: !hasScore ? 'insufficient' : parts === null ? 'ranked' : 'not-comparable',
        score: hasScore ? figures.text(entry) : null,
        rank: Number.isNaN(rank) ? null : rank,
        standardError: hasScore && !Number.isNaN(error) ? error : null,
        ...(tieBreak ? { tieBreak: toDecimalString(tieBreak) } : {}),
        ...(Number.isNaN(modelScore) ? {} : { modelScore }),
      };
    },
    criteriaAt: (place) => panelTexts(order[place]!),
    exactAt: (place) => (figures.has(order[place]!) ? figures.fraction(order[place]!) : null),
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
