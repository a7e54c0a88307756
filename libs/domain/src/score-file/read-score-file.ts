import { isDecimalString } from '../decimal/parse-decimal.js';
import { decimalText, isAbsent } from './cell-text.js';
import { type ColumnRole, columnRolesOf, headerLikeness, mayNameJudge } from './column-role.js';
import { readLongSheet } from './read-long-sheet.js';
import { readWideSheet } from './read-wide-sheet.js';
import type { FileColumn, ScoreFileHead, ScoreFileReading, ScoreGrid } from './score-file.js';
import type { ScoreFileProblem } from './score-file-problem.js';

/** Rows looked at for a header: titles and dates of an office stand above it. */
const headerSearch = 20;
const shownProblems = 100;

export interface ScoreFileOptions {
  /** Absent: long where there is one judge and one score column and rows repeat an entry, else wide. */
  readonly layout?: 'wide' | 'long';
  /** Row of the header, from 1, where it is known; else the row whose cells look most like headers. */
  readonly headerRow?: number;
  /** Column → role, from 1, for a person's own choice; others are recognised by their headers. */
  readonly roles?: ReadonlyMap<number, ColumnRole>;
}

/**
 * Reads an office's own sheet of scores: finds the header, recognises its columns in Chinese or English, and checks
 * every cell. Nothing is guessed of a number: a cell that is no plain decimal is a problem.
 *
 * @param grid cells as text, the first row and column of the sheet at index 0
 */
export function readScoreFile(grid: ScoreGrid, options: ScoreFileOptions = {}): ScoreFileReading {
  if (grid.every((row) => row.every((cell) => cell.trim() === ''))) return refused([fileProblem('file-empty')]);
  const header = options.headerRow === undefined ? headerIndex(grid) : options.headerRow - 1;
  if (header === null) return refused([fileProblem('header-not-found')]);
  const headers = headersOf(grid, header);
  const layout = options.layout ?? recognisedLayout(headers);
  const recognised = withNamedJudges(columnRolesOf(headers, layout), headers, grid.slice(header + 1), layout);
  const columns = columnsOf(headers, recognised, layout, options.roles);
  const head = { layout, headerRow: header + 1, columns };
  const reading = layout === 'wide' ? readWideSheet(grid, header, columns) : readLongSheet(grid, header, columns);
  return reading.file === null ? refused(reading.problems, head) : { ...reading, head };
}

/**
 * Where 评委打分 spans its judges, the header has two rows: what stands in the upper one alone, as a cell merged
 * downwards does, is the header of its column. A title, alone in its row, is none.
 */
function headersOf(grid: ScoreGrid, header: number): string[] {
  const lower = grid[header] ?? [];
  const upper = grid[header - 1] ?? [];
  if (upper.filter((cell) => cell.trim() !== '').length < 2 || headerLikeness(upper) === 0) return [...lower];
  const width = Math.max(lower.length, upper.length);
  return Array.from({ length: width }, (_, index) => {
    const own = lower[index] ?? '';
    return own.trim() === '' ? (upper[index] ?? '') : own;
  });
}

/** The row with most cells that look like headers; a title above the table stands alone in its row. */
function headerIndex(grid: ScoreGrid): number | null {
  let best: { index: number; likeness: number } | null = null;
  grid.slice(0, headerSearch).forEach((row, index) => {
    const likeness = headerLikeness(headersOf(grid, index));
    if (likeness >= 1 && row.filter((cell) => cell.trim() !== '').length >= 2 && likeness > (best?.likeness ?? 0)) {
      best = { index, likeness };
    }
  });
  return (best as { index: number } | null)?.index ?? null;
}

/** Long sheets name the judge in one column and have a score column beside it. */
function recognisedLayout(headers: readonly string[]): 'wide' | 'long' {
  const long = columnRolesOf(headers, 'long');
  const wide = columnRolesOf(headers, 'wide');
  const judges = wide.filter((role) => role === 'judge').length;
  return judges <= 1 && long.includes('judge') && long.includes('score') ? 'long' : 'wide';
}

/** Where no header says 评委 or judge, the judges stand by name: columns of nothing but numbers are theirs. */
function withNamedJudges(
  roles: readonly ColumnRole[],
  headers: readonly string[],
  below: ScoreGrid,
  layout: 'wide' | 'long',
): readonly ColumnRole[] {
  if (layout === 'long' || roles.includes('judge')) return roles;
  return roles.map((role, index) => {
    if (role !== 'other' || !mayNameJudge(headers[index] ?? '')) return role;
    const cells = below.map((row) => row[index] ?? '').filter((cell) => !isAbsent(cell));
    return cells.length > 0 && cells.every((cell) => isDecimalString(decimalText(cell))) ? 'judge' : role;
  });
}

function columnsOf(
  headers: readonly string[],
  recognised: readonly ColumnRole[],
  layout: 'wide' | 'long',
  chosen: ReadonlyMap<number, ColumnRole> | undefined,
): FileColumn[] {
  const single = new Set([...(chosen?.values() ?? [])].filter((role) => role !== 'judge' || layout === 'long'));
  return headers.map((header, index) => {
    const own = chosen?.get(index + 1);
    const role = recognised[index] ?? 'other';
    // A role that a person gave to another column is taken from the one that was recognised.
    return { column: index + 1, header, role: own ?? (single.has(role) ? 'other' : role) };
  });
}

function fileProblem(code: ScoreFileProblem['code']): ScoreFileProblem {
  return { code, row: null, column: null, text: '' };
}

function refused(problems: readonly ScoreFileProblem[], head: ScoreFileHead | null = null): ScoreFileReading {
  return { file: null, head, problems: problems.slice(0, shownProblems) };
}
