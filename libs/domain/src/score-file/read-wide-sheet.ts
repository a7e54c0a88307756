import { isDecimalString } from '../decimal/parse-decimal.js';
import type { TallySheet } from '../scoring/tally-input.js';
import { decimalText, isAbsent, rankText } from './cell-text.js';
import { headerText } from './column-role.js';
import type { CellReading, FileColumn, FileEntry, ScoreGrid } from './score-file.js';
import type { ScoreFileProblem, ScoreFileProblemCode } from './score-file-problem.js';

interface WideColumns {
  readonly entry: FileColumn;
  readonly judges: readonly FileColumn[];
  readonly publishedScore: FileColumn | undefined;
  readonly publishedRank: FileColumn | undefined;
}

/** What an office writes in place of an entry below its table. */
const summaryRow = /^(平均|合计|总计|备注|average|mean|total)/i;

/**
 * Reads an office's sheet whose rows are entries and whose columns are judges, one total a cell. A row without any
 * score, published figure or entry is a note, and is listed as ignored.
 *
 * @param header index of the header's row in the grid
 * @param columns with at least an entry and a judge column
 */
export function readWideSheet(grid: ScoreGrid, header: number, columns: readonly FileColumn[]): CellReading {
  const problems: ScoreFileProblem[] = [];
  const wide = wideColumns(columns, header, problems);
  if (wide === null) return { file: null, problems };
  const entries: FileEntry[] = [];
  const ignoredRows: number[] = [];
  const rowByEntry = new Map<string, number>();
  grid.slice(header + 1).forEach((cells, offset) => {
    const row = header + 2 + offset;
    if (cells.every((cell) => cell.trim() === '')) return;
    const read = readRow(cells, row, wide);
    if (read === null) {
      ignoredRows.push(row);
      return;
    }
    problems.push(...read.problems);
    const before = rowByEntry.get(read.entry.entry);
    if (before !== undefined) problems.push(problem('entry-duplicated', row, wide.entry.column, read.entry.entry));
    rowByEntry.set(read.entry.entry, row);
    entries.push(read.entry);
  });
  if (entries.length === 0 && problems.length === 0) problems.push(problem('file-empty', null, null, ''));
  if (problems.length > 0) return { file: null, problems };
  const judges = wide.judges.map((column) => headerText(column.header));
  const file = { layout: 'wide', headerRow: header + 1, columns, judges, criteria: [''], ignoredRows } as const;
  return { file: { ...file, entries, sheets: sheetsOf(entries, judges) }, problems: [] };
}

function wideColumns(columns: readonly FileColumn[], header: number, problems: ScoreFileProblem[]): WideColumns | null {
  const entry = columns.find(({ role }) => role === 'entry');
  const judges = columns.filter(({ role }) => role === 'judge');
  if (entry === undefined) problems.push(problem('entry-column-missing', header + 1, null, ''));
  if (judges.length === 0) problems.push(problem('judge-columns-missing', header + 1, null, ''));
  const names = judges.map((column) => headerText(column.header));
  judges.forEach(({ column }, index) => {
    const name = names[index] ?? '';
    if (names.indexOf(name) < index) problems.push(problem('judge-duplicated', header + 1, column, name));
  });
  if (entry === undefined || problems.length > 0) return null;
  return {
    entry,
    judges,
    publishedScore: columns.find(({ role }) => role === 'published-score'),
    publishedRank: columns.find(({ role }) => role === 'published-rank'),
  };
}

function readRow(
  cells: readonly string[],
  row: number,
  wide: WideColumns,
): { entry: FileEntry; problems: ScoreFileProblem[] } | null {
  const textOf = (column: FileColumn | undefined) => (column ? (cells[column.column - 1] ?? '').trim() : '');
  const entry = textOf(wide.entry);
  const texts = wide.judges.map((column) => textOf(column));
  const published = { score: textOf(wide.publishedScore), rank: textOf(wide.publishedRank) };
  const hasText = texts.some((text) => !isAbsent(text));
  const hasScores = texts.some((text) => isDecimalString(decimalText(text)));
  // Signatures and averages stand below the entries; a ranked entry without scores is none of them.
  if (summaryRow.test(entry) || (entry === '' && (!hasScores || isSummary(cells, wide)))) return null;
  if (!hasText && published.rank === '') return null;
  const problems: ScoreFileProblem[] = [];
  if (entry === '') problems.push(problem('entry-missing', row, wide.entry.column, ''));
  const scores = texts.map((text, index) => {
    if (isAbsent(text)) return null;
    const score = decimalText(text);
    if (!isDecimalString(score)) {
      problems.push(problem('score-not-a-decimal', row, wide.judges[index]?.column ?? null, text));
    }
    return score;
  });
  const readPublished = (text: string, column: FileColumn | undefined, code: ScoreFileProblemCode, value: string) => {
    if (isAbsent(text)) return null;
    if (!isDecimalString(value)) problems.push(problem(code, row, column?.column ?? null, text));
    return value;
  };
  const { publishedScore, publishedRank } = wide;
  return {
    entry: {
      entry,
      row,
      scores,
      publishedScore: readPublished(
        published.score,
        publishedScore,
        'published-score-not-a-decimal',
        decimalText(published.score),
      ),
      publishedRank: readPublished(
        published.rank,
        publishedRank,
        'published-rank-not-a-decimal',
        rankText(published.rank),
      ),
    },
    problems,
  };
}

/** A row of averages may say so left of the entry's empty cell, in the column of running numbers. */
function isSummary(cells: readonly string[], { judges }: WideColumns): boolean {
  return cells.slice(0, (judges[0]?.column ?? 1) - 1).some((cell) => summaryRow.test(cell.trim()));
}

function sheetsOf(entries: readonly FileEntry[], judges: readonly string[]): TallySheet[] {
  return entries.flatMap(({ entry, scores }) =>
    scores.flatMap((score, index) =>
      score === null ? [] : [{ entry, judge: judges[index] ?? '', scores: [{ criterion: '', score }] }],
    ),
  );
}

function problem(
  code: ScoreFileProblemCode,
  row: number | null,
  column: number | null,
  text: string,
): ScoreFileProblem {
  return { code, row, column, text: text.slice(0, 60) };
}
