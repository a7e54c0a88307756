import type { BilingualText } from '../contest/stage-rules.js';
import type { FieldProblem } from '../errors/field-problem.js';

/** What an office brings in from a file. */
export const importKinds = ['entries', 'teams', 'organisations', 'judges', 'problems'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What a column of a file can be. */
export interface ImportTarget {
  /** Such as `title`, or `form.revenue` of a form's own field. */
  readonly key: string;
  readonly label: BilingualText;
  /** Other headers under which offices write it. */
  readonly names?: readonly string[];
  /** By which a row finds what it was the last time: one of these columns has to be there. */
  readonly identifies?: true;
  readonly help?: BilingualText;
}

/** Cells as text, row by row as the sheet has them. */
export type ImportGrid = readonly (readonly string[])[];

/** Where in a sheet the columns of an import stand. */
export interface ImportColumns {
  /** Of the file's sheets, from 0. */
  readonly sheet: number;
  /** From 1: the row that names the columns; what is below it is read. */
  readonly headerRow: number;
  /** For each column of the sheet what it is; null where it is left out. */
  readonly targets: readonly (string | null)[];
}

/** A cell that keeps the whole file out. */
export interface BadCell {
  /** From 1, as a spreadsheet shows it. */
  readonly row: number;
  /** From 1; null where the file has no such column. */
  readonly column: number | null;
  readonly value: string;
  readonly problem: FieldProblem;
}

/** One row of the file, by target; a cell that its row is too short for is empty. */
export interface ImportRow {
  readonly row: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** Column of each mapped target, from 1. */
export function columnsOfTargets({ targets }: ImportColumns): ReadonlyMap<string, number> {
  return new Map(targets.flatMap((target, index) => (target === null ? [] : [[target, index + 1] as const])));
}

/** Rows below the header that hold anything in a mapped column. */
export function importRows(grid: ImportGrid, columns: ImportColumns): ImportRow[] {
  const places = [...columnsOfTargets(columns)];
  return grid.slice(columns.headerRow).flatMap((cells, index) => {
    const own = new Map(places.map(([target, column]) => [target, cleanCell(cells[column - 1] ?? '')]));
    const isBlank = [...own.values()].every((text) => text === '');
    return isBlank ? [] : [{ row: columns.headerRow + index + 1, cells: own }];
  });
}

// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu;

/** Without control characters and blanks at its ends, in one form, and with one way to end a line. */
export function cleanCell(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unseen, '')
    .replace(/^[\s\uFEFF\u200B]+|[\s\uFEFF\u200B]+$/gu, '')
    .normalize('NFC');
}
