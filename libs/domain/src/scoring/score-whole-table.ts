import type { Rational } from '../decimal/rational.js';
import { type EntryScore, panelMeans } from './entry-score.js';
import { type Figures, modelFigures, tableFigures } from './method-figures.js';
import type { TableEntry } from './score-table.js';
import type { ModelScores } from './scoring-method.js';
import type { TallyComponent, TallyWarning } from './tally-result.js';
import type { TallySettings } from './tally-settings.js';
import { designOf, totalTable, type TotalTable } from './total-table.js';

export interface TotalledEntry {
  readonly row: TableEntry;
  /** Of its sheets, in their order. */
  readonly totals: readonly (Rational | null)[];
}

/** A model that was fitted, beside the table to whose indexes its judges belong. */
export interface FittedModel extends ModelScores {
  readonly table: TotalTable;
}

export interface WholeTableScores {
  /** In the order of the rows. */
  readonly scores: readonly (EntryScore & { readonly standardError: number | null })[];
  readonly model: FittedModel | null;
  /** The parts between which scores may not be compared; null where all may. */
  readonly parts: readonly TallyComponent[] | null;
  readonly warnings: readonly TallyWarning[];
}

/** Scores of a method that sees all sheets' totals at once. */
export function scoreWholeTable(rows: readonly TotalledEntry[], settings: TallySettings): WholeTableScores {
  const table = totalTable(
    rows.flatMap(({ row, totals }) =>
      row.sheets.map(({ judge }, index) => ({ entry: row.entry, judge, total: totals[index] ?? null })),
    ),
  );
  const indexOf = new Map(table.entries.map((entry, index) => [entry, index]));
  const { figureOf, model, warnings } = figures(table, settings);
  const parts = model?.parts ?? null;
  return {
    scores: rows.map(({ row }) => ({
      exact: null,
      fallback: null,
      standardError: null,
      ...figureOf(indexOf.get(row.entry) ?? -1),
      panelScores: panelMeans(row, settings),
    })),
    model: model && { ...model, table },
    parts,
    warnings: parts ? [...warnings, partsWarning(parts)] : warnings,
  };
}

function figures(table: TotalTable, { method, options }: TallySettings): Figures {
  switch (method.kind) {
    case 'table':
      return tableFigures(method.score(table, options));
    case 'model':
      return modelFigures(table.entries.length > 0 ? method.fit(designOf(table), options) : null);
    case 'exact':
    case 'pairwise':
      throw new TypeError(`a ${method.kind} method does not score a table of sheets`);
  }
}

/** Names one entry of each part; the parts themselves are components of the result. */
export function partsWarning(parts: readonly TallyComponent[]): TallyWarning {
  return {
    code: 'components-not-comparable',
    entries: parts.flatMap(({ entries }) => entries.slice(0, 1)),
    details: { components: parts.length },
  };
}
