import { DomainError } from '../errors/domain-error.js';
import type { MissingPolicy } from './method-options.js';
import type { ScoreTable, TableEntry, TableSheet } from './score-table.js';
import type { TallyWarning } from './tally-result.js';

/** Cells named in a refusal; the count beside them is complete. */
const cellsShown = 20;

export function isComplete(sheet: TableSheet, applicable: readonly number[]): boolean {
  return applicable.every((index) => sheet.scores[index] !== undefined);
}

/**
 * Applies the policy for missing scores and says so.
 *
 * @param policy null: the method has no default and none was stated
 * @throws DomainError `scores-missing` with up to 20 cells when there is no policy.
 */
export function withMissingPolicy(
  table: ScoreTable,
  policy: MissingPolicy | null,
): { table: ScoreTable; warnings: TallyWarning[] } {
  const incomplete = table.entries.filter((entry) =>
    entry.sheets.some((sheet) => !isComplete(sheet, entry.applicable)),
  );
  if (incomplete.length === 0) return { table, warnings: [] };
  if (policy === null) throw new DomainError('scores-missing', missingCells(table, incomplete));
  const sheets = incomplete.reduce((count, entry) => count + incompleteSheets(entry).length, 0);
  const entries = incomplete.map(({ entry }) => entry);
  if (policy !== 'exclude-sheet') {
    return { table, warnings: [{ code: 'scores-missing', entries, details: { policy, sheets } }] };
  }
  const kept = table.entries.map((entry) => ({
    ...entry,
    sheets: entry.sheets.filter((sheet) => isComplete(sheet, entry.applicable)),
  }));
  return {
    table: { ...table, entries: kept },
    warnings: [{ code: 'sheets-excluded', entries, details: { sheets } }],
  };
}

function incompleteSheets(entry: TableEntry): TableSheet[] {
  return entry.sheets.filter((sheet) => !isComplete(sheet, entry.applicable));
}

function missingCells(table: ScoreTable, incomplete: readonly TableEntry[]): Record<string, unknown> {
  const cells = incomplete.flatMap((entry) =>
    incompleteSheets(entry).flatMap(({ judge, scores }) =>
      entry.applicable
        .filter((index) => scores[index] === undefined)
        .map((index) => ({ entry: entry.entry, judge, criterion: table.criteria[index]?.key })),
    ),
  );
  return { cells: cells.slice(0, cellsShown), count: cells.length };
}
