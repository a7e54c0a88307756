import { isDecimalString, parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import type { TallyScore } from '../scoring/tally-input.js';
import { decimalText, isAbsent } from './cell-text.js';
import type { ColumnRole } from './column-role.js';
import type { CellReading, FileColumn, ScoreGrid } from './score-file.js';
import type { ScoreFileProblem, ScoreFileProblemCode } from './score-file-problem.js';

interface LongSheet {
  readonly entry: string;
  readonly judge: string;
  readonly scores: TallyScore[];
  readonly rows: number[];
}

/**
 * Reads a sheet of one score a row: entry, judge, criterion (may be absent: whole sheets), score.
 *
 * @param header index of the header's row in the grid
 * @param columns with at least an entry, a judge and a score column
 */
export function readLongSheet(grid: ScoreGrid, header: number, columns: readonly FileColumn[]): CellReading {
  const problems: ScoreFileProblem[] = [];
  const columnOf = (role: ColumnRole) => columns.find((column) => column.role === role)?.column;
  for (const [role, code] of [
    ['entry', 'entry-column-missing'],
    ['judge', 'judge-columns-missing'],
    ['score', 'score-column-missing'],
  ] as const) {
    if (columnOf(role) === undefined) problems.push(problem(code, header + 1, null, ''));
  }
  if (problems.length > 0) return { file: null, problems };
  const sheets = new Map<string, Map<string, LongSheet>>();
  const firstRows = new Map<string, number>();
  const ignoredRows: number[] = [];
  grid.slice(header + 1).forEach((cells, offset) => {
    const row = header + 2 + offset;
    const textOf = (role: ColumnRole) => (cells[(columnOf(role) ?? 0) - 1] ?? '').trim();
    if (cells.every((cell) => cell.trim() === '')) return;
    const [entry, judge, score] = [textOf('entry'), textOf('judge'), decimalText(textOf('score'))];
    if (isAbsent(score) && (entry === '' || judge === '')) {
      ignoredRows.push(row);
      return;
    }
    if (entry === '') problems.push(problem('entry-missing', row, columnOf('entry') ?? null, ''));
    if (judge === '') problems.push(problem('judge-missing', row, columnOf('judge') ?? null, ''));
    if (!firstRows.has(entry)) firstRows.set(entry, row);
    if (isAbsent(score)) return;
    if (!isDecimalString(score)) {
      problems.push(problem('score-not-a-decimal', row, columnOf('score') ?? null, textOf('score')));
    }
    const criterion = columnOf('criterion') === undefined ? '' : textOf('criterion');
    const before = addScore(sheets, { entry, judge }, { criterion, score }, row);
    if (before !== null) problems.push(problem('score-duplicated', row, columnOf('score') ?? null, String(before)));
  });
  const all = [...sheets.values()].flatMap((byJudge) => [...byJudge.values()]);
  if (all.length === 0 && problems.length === 0) problems.push(problem('file-empty', null, null, ''));
  if (problems.length > 0) return { file: null, problems };
  const judges = [...new Set(all.map(({ judge }) => judge))];
  const criteria = [...new Set(all.flatMap(({ scores }) => scores.map(({ criterion }) => criterion)))];
  return {
    file: {
      layout: 'long',
      headerRow: header + 1,
      columns,
      judges,
      criteria,
      entries: [...firstRows].map(([entry, row]) => ({
        entry,
        row,
        scores: judges.map((judge) => sheetSum(sheets.get(entry)?.get(judge), criteria.length)),
        publishedScore: null,
        publishedRank: null,
      })),
      sheets: all.map(({ entry, judge, scores }) => ({ entry, judge, scores })),
      ignoredRows,
    },
    problems: [],
  };
}

/** The judge's total, each criterion counted once; null where one has no score. */
function sheetSum(sheet: LongSheet | undefined, criteria: number): string | null {
  if (sheet === undefined || sheet.scores.length < criteria) return null;
  return toDecimalString(sheet.scores.reduce((sum, { score }) => sum.plus(parseDecimal(score)), Rational.zero));
}

/** @returns the row in which the same score stands already, or null */
function addScore(
  sheets: Map<string, Map<string, LongSheet>>,
  { entry, judge }: Pick<LongSheet, 'entry' | 'judge'>,
  score: TallyScore,
  row: number,
): number | null {
  const byJudge = sheets.get(entry) ?? new Map<string, LongSheet>();
  sheets.set(entry, byJudge);
  const sheet = byJudge.get(judge) ?? { entry, judge, scores: [], rows: [] };
  byJudge.set(judge, sheet);
  const at = sheet.scores.findIndex(({ criterion }) => criterion === score.criterion);
  if (at >= 0) return sheet.rows[at] ?? null;
  sheet.scores.push(score);
  sheet.rows.push(row);
  return null;
}

function problem(
  code: ScoreFileProblemCode,
  row: number | null,
  column: number | null,
  text: string,
): ScoreFileProblem {
  return { code, row, column, text: text.slice(0, 60) };
}
