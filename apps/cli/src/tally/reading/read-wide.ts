import type { FileColumn, ScoreFile, ScoreFileProblem, ScoreFileOptions } from '#domain';
import { columnRolesOf } from '#domain/score-file/column-role';
import { readScoreFile } from '#domain/score-file/read-score-file';
import { scoreFileProblemTexts } from '#domain/score-file/score-file-problem';
import { InputRefused, WrongUsage } from '../refusals.js';
import type { TypedOptions } from '../tally-options.js';
import { rowOfTexts } from './csv/csv-row.js';
import { assertPlainCells, type Grid } from './grid.js';
import { type FileScores, ScoreBuilder } from './score-builder.js';

/** Rows in which a header that is named in an option is looked for. */
const headerSearch = 20;
const fields = { entry: 0, judge: 1, score: 2, criterion: null, deduction: null, count: 3 } as const;

/**
 * Scores of an office's own sheet: rows are entries, columns judges.
 *
 * @throws InputRefused with row and column of the first cell that is wrong; WrongUsage where a named column is not there.
 */
export function readWide(file: string, grid: Grid, typed: TypedOptions): FileScores {
  const { columns, entries, judges, headerRow } = understood(file, grid, namedColumns(file, grid, typed));
  const entryColumn = columnsOf(columns, 'entry')[0] ?? 1;
  const judgeColumns = columnsOf(columns, 'judge');
  assertPlainCells(
    file,
    grid,
    [entryColumn, ...judgeColumns].map((column) => column - 1),
  );
  let place = { line: 0, column: 0 };
  const builder = new ScoreBuilder(file, fields, null, (_row, field) => ({
    file,
    line: field === fields.judge ? headerRow : place.line,
    column: field === fields.entry ? entryColumn : place.column,
  }));
  for (const { entry, row, scores } of entries) {
    place = { line: row, column: entryColumn };
    builder.nameEntry(rowOfTexts([entry, '', ''], row));
    scores.forEach((score, index) => {
      if (score === null) return;
      place = { line: row, column: judgeColumns[index] ?? 0 };
      builder.add(rowOfTexts([entry, judges[index] ?? '', score], row));
    });
  }
  if (builder.isEmpty) throw new InputRefused({ file }, 'the sheet has no scores');
  return builder.finish();
}

function columnsOf(columns: readonly FileColumn[], role: FileColumn['role']): number[] {
  return columns.filter((column) => column.role === role).map(({ column }) => column);
}

function understood(file: string, { rows }: Grid, options: ScoreFileOptions): ScoreFile {
  let { file: read, problems } = readScoreFile(rows, options);
  const published = problems.filter(({ code }) => code.startsWith('published-'));
  if (read === null && published.length === problems.length) {
    // What the office published is no matter of the scores.
    const roles = new Map(options.roles);
    for (const { column } of published) roles.set(column ?? 0, 'other');
    ({ file: read, problems } = readScoreFile(rows, { ...options, roles }));
  }
  if (read !== null) return read;
  const [first] = problems.filter(({ code }) => !code.startsWith('published-'));
  throw refusal(file, first ?? (problems[0] as ScoreFileProblem), problems.length);
}

function refusal(file: string, { code, row, column, text }: ScoreFileProblem, count: number): InputRefused {
  const sentence = scoreFileProblemTexts[code].en.replace('{text}', text).replace(/\.$/, '');
  const more = count > 1 ? ` (the first of ${count} problems)` : '';
  return new InputRefused(
    { file, line: row ?? undefined, column: column ?? undefined },
    `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}${more}`,
  );
}

/** The row and the roles that the options name. */
function namedColumns(file: string, { rows }: Grid, { entryColumn, judgeColumn }: TypedOptions): ScoreFileOptions {
  const judges = judgeColumn?.split(',').map((name) => name.trim());
  const named = [...(entryColumn === undefined ? [] : [entryColumn]), ...(judges ?? [])];
  if (named.length === 0) return { layout: 'wide' };
  const texts = rows.slice(0, headerSearch).map((row) => row.map((cell) => cell.trim()));
  const header = texts.findIndex((row) => named.every((name) => row.includes(name)));
  const headers = texts[header];
  if (headers === undefined) {
    const option =
      entryColumn === undefined ? '--judge-column' : judges ? '--entry-column, --judge-column' : '--entry-column';
    throw new WrongUsage(
      `${option}: no row of ${file} has the header${named.length > 1 ? 's' : ''} ${named.map((name) => `"${name}"`).join(', ')}`,
    );
  }
  const recognised = columnRolesOf(headers, 'wide');
  const roles = new Map<number, FileColumn['role']>();
  headers.forEach((text, index) => {
    const isEntry = entryColumn === undefined ? recognised[index] === 'entry' : text === entryColumn;
    if (isEntry) roles.set(index + 1, 'entry');
    // Where judges are named, no other column is one.
    else if (judges) roles.set(index + 1, judges.includes(text) ? 'judge' : 'other');
  });
  return { layout: 'wide', headerRow: header + 1, roles };
}
