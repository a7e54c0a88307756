import type { SheetDesign } from '../../severity/sheet-design.js';
import { estimateOfContributions } from '../../uncertainty/estimate-of-contributions.js';
import { estimateWithoutErrors } from '../../uncertainty/estimate-without-errors.js';
import type { ScoreEstimate } from '../score-estimate.js';
import type { SheetContributions } from '../scoring-method.js';
import { isExact } from '../tally-settings.js';
import type { ColumnarScores } from './columnar-scores.js';
import type { ColumnarTable } from './columnar-table.js';
import { columnarTotals, type ColumnarTotals } from './columnar-totals.js';
import { estimateOfExact } from './estimate-of-exact.js';

/** Scores as they are ranked, with their joint uncertainty, and the sheets on which it rests. */
export interface ColumnarEstimate {
  readonly estimate: ScoreEstimate;
  readonly design: SheetDesign;
}

/** The estimate of any method, by the formulas of `uncertainty/`; without errors where a method has none. */
export function columnarEstimate(table: ColumnarTable, scores: ColumnarScores): ColumnarEstimate {
  const totals = columnarTotals(table);
  const { design, entryIndexes } = totals;
  const published = Float64Array.from(entryIndexes, (entry) => scores.figures.key(entry));
  const estimate = estimateOf(table, scores, totals, published);
  // What is ranked is the published figure: where it is rounded, near scores are ties.
  return { estimate: { ...estimate, scores: published }, design };
}

function estimateOf(
  table: ColumnarTable,
  { model, contributions }: ColumnarScores,
  totals: ColumnarTotals,
  published: Float64Array,
): ScoreEstimate {
  const { settings } = table;
  if (isExact(settings)) return estimateOfExact(table, settings, totals, published);
  if (model?.estimate) return model.estimate;
  if (contributions === null) return estimateWithoutErrors(totals.design.entries, published);
  return ofContributions(totals.design, contributions, published);
}

/** Sheets that contribute nothing are left out, and their entries keep a place without an error. */
function ofContributions(
  design: SheetDesign,
  contributions: SheetContributions,
  published: Float64Array,
): ScoreEstimate {
  const values = contributions();
  const kept = Int32Array.from(values.keys()).filter((sheet) => !Number.isNaN(values[sheet]));
  return estimateOfContributions(
    {
      ...design,
      entryOf: kept.map((sheet) => design.entryOf[sheet]!),
      judgeOf: kept.map((sheet) => design.judgeOf[sheet]!),
      totals: Float64Array.from(kept, (sheet) => values[sheet]!),
    },
    { scores: published },
  );
}
