import { InputRefused, WrongUsage } from '../refusals.js';
import type { TypedOptions } from '../tally-options.js';
import { type CsvRow, fieldText, rowOfTexts } from './csv/csv-row.js';
import { readCsv } from './csv/read-csv.js';
import { assertPlainCells, type Grid } from './grid.js';
import { readWide } from './read-wide.js';
import { readWorkbook } from './read-workbook.js';
import { type FileScores, ScoreBuilder } from './score-builder.js';
import { type ScoreFields, scoreFields } from './score-fields.js';

/**
 * Reads a file of scores, long or wide, CSV or XLSX, into columns. Long CSV is streamed.
 *
 * @param weights criterion → weight, or null
 * @throws InputRefused with line and column; WrongUsage when a named column or sheet is not there.
 */
export async function readScores(
  file: string,
  typed: TypedOptions,
  weights: ReadonlyMap<string, string> | null,
): Promise<FileScores> {
  const isWorkbook = /\.xlsx$/i.test(file);
  if (/\.xls$/i.test(file)) throw new InputRefused({ file }, 'an .xls file of old; save it as .xlsx or CSV');
  if (!isWorkbook && typed.sheet !== undefined) throw new WrongUsage(`--sheet: ${file} is no workbook (.xlsx)`);
  if (typed.layout === 'wide') {
    return readWide(file, isWorkbook ? await readWorkbook(file, typed.sheet ?? null) : await csvGrid(file), typed);
  }
  const reader = new LongReader(file, typed, weights);
  if (isWorkbook) reader.takeGrid(await readWorkbook(file, typed.sheet ?? null));
  else await readCsv(file, (row) => reader.take(row));
  return reader.finish();
}

/** Rows of which the first is the header, and each other one a score. */
class LongReader {
  private fields: ScoreFields | undefined;
  private builder: ScoreBuilder | undefined;

  constructor(
    private readonly file: string,
    private readonly typed: TypedOptions,
    private readonly weights: ReadonlyMap<string, string> | null,
  ) {}

  take(row: CsvRow): void {
    if (this.builder) this.builder.add(row);
    else {
      this.begin(
        Array.from({ length: row.count }, (_, field) => fieldText(row, field)),
        row.line,
      );
    }
  }

  takeGrid(grid: Grid): void {
    const isBlank = (cells: readonly string[]) => cells.every((cell) => cell === '');
    const header = grid.rows.findIndex((cells) => !isBlank(cells));
    if (header < 0) return;
    // Cells beyond the header are nobody's.
    const headers = grid.rows[header] ?? [];
    const width = headers.findLastIndex((cell) => cell !== '') + 1;
    this.begin(headers.slice(0, width), header + 1);
    assertPlainCells(this.file, grid, usedFields(this.fields));
    grid.rows.slice(header + 1).forEach((cells, at) => {
      if (isBlank(cells)) return;
      this.take(
        rowOfTexts(
          Array.from({ length: width }, (_, field) => cells[field] ?? ''),
          header + 2 + at,
        ),
      );
    });
  }

  finish(): FileScores {
    const { file, builder } = this;
    if (!builder) throw new InputRefused({ file }, 'the file is empty');
    if (builder.isEmpty) throw new InputRefused({ file }, 'the file has a header and no scores');
    return builder.finish();
  }

  private begin(header: readonly string[], line: number): void {
    const { file, typed, weights } = this;
    const fields = scoreFields(header, { file, line }, typed);
    for (const option of ['weights', 'maxima'] as const) {
      if (fields.criterion === null && typed[option] !== undefined) {
        throw new WrongUsage(`--${option}: ${file} has no criterion column; each of its scores is a whole sheet`);
      }
    }
    this.fields = fields;
    this.builder = new ScoreBuilder(file, fields, weights);
  }
}

function usedFields(fields: ScoreFields | undefined): number[] {
  if (!fields) return [];
  const { entry, judge, criterion, score, deduction } = fields;
  return [entry, judge, criterion, score, deduction].filter((field) => field !== null);
}

async function csvGrid(file: string): Promise<Grid> {
  const rows: string[][] = [];
  await readCsv(file, (row) => {
    // Blank lines are passed over, and a row may take several lines: each stands at its own number.
    while (rows.length < row.line - 1) rows.push([]);
    rows.push(Array.from({ length: row.count }, (_, field) => fieldText(row, field)));
  });
  return { rows, oddCells: new Map() };
}
