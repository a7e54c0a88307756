import { modelFigures, tableFigures } from '../method-figures.js';
import { partsWarning } from '../score-whole-table.js';
import { ColumnarScores, scoreFlags } from './columnar-scores.js';
import type { ColumnarTable } from './columnar-table.js';
import { columnarTotals, type ColumnarTotals } from './columnar-totals.js';

/** Scores of a method that sees all sheets' totals at once. */
export function scoreTogether(table: ColumnarTable): ColumnarScores {
  const { settings, sheets } = table;
  const size = sheets.columns.entries.length;
  const scores = new ColumnarScores(size, settings.rounding.total);
  const totals = columnarTotals(table);
  for (const entry of totals.design.entryOf) scores.sheets[totals.entryIndexes[entry]!]! += 1;
  const { figureOf, model, contributions, warnings } = figuresOf(totals, table);
  totals.entryIndexes.forEach((index, entry) => {
    const { exact = null, tieBreak, standardError = null } = figureOf(entry);
    scores.set(index, { exact, standardError, fallback: null });
    if (tieBreak) scores.tieBreaks.set(index, tieBreak);
  });
  if (figureOf(-1).refusal) scores.flags.fill(scoreFlags.refused);
  scores.warnings = warnings;
  scores.design = totals.design;
  scores.contributions = contributions;
  if (model === null) return scores;
  scores.model = model;
  scores.parts = model.parts;
  if (model.parts !== null) scores.warnings = [...warnings, partsWarning(model.parts)];
  scores.modelScores = new Float64Array(size).fill(NaN);
  for (const [entry, index] of totals.entryIndexes.entries()) scores.modelScores[index] = model.scores[entry]!;
  return scores;
}

function figuresOf({ design, table: exactTable }: ColumnarTotals, { settings }: ColumnarTable) {
  const { method, options } = settings;
  switch (method.kind) {
    case 'table':
      return tableFigures(method.score(exactTable(), options));
    case 'model':
      return modelFigures(design.entries.length > 0 ? method.fit(design, options) : null);
    case 'exact':
    case 'pairwise':
      throw new TypeError(`a ${method.kind} method does not score a table of sheets`);
  }
}
