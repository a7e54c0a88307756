import { type InputPlace, WrongUsage } from '../refusals.js';
import type { TypedOptions } from '../tally-options.js';
import type { TallyRequest } from '../tally-request.js';
import { fieldText } from './csv/csv-row.js';
import { readCsv } from './csv/read-csv.js';
import type { Grid } from './grid.js';
import { type FilePairs, PairBuilder } from './pair-builder.js';
import { pairFields } from './pair-fields.js';
import { isWorkbook, readTable } from './read-table.js';
import { readWorkbook } from './read-workbook.js';
import { type FileScores, ScoreBuilder } from './score-builder.js';
import { scoreFields } from './score-fields.js';

/**
 * Reads a file of scores, long or wide, or of comparisons; CSV or XLSX.
 *
 * @throws InputRefused with line and column; WrongUsage when a named column or sheet is not there.
 */
export async function readScores(
  file: string,
  typed: TypedOptions,
  request: Pick<TallyRequest, 'input' | 'weights'>,
): Promise<FileScores | FilePairs> {
  if (typed.layout === 'wide') {
    const isXlsx = isWorkbook(file, typed);
    const { readWide } = await import('./read-wide.js');
    return readWide(file, isXlsx ? await readWorkbook(file, typed.sheet ?? null) : await csvGrid(file), typed);
  }
  const taker = await readTable<ScoreBuilder | PairBuilder>(file, typed, (header, place) =>
    holdsPairs(header, request.input)
      ? new PairBuilder(file, pairFields(header, place, typed))
      : scoreBuilder(header, place, { file, typed, weights: request.weights }),
  );
  return taker.finish();
}

function holdsPairs(header: readonly string[], input: TallyRequest['input']): boolean {
  if (input !== 'either') return input === 'pairs';
  return header.includes('winner') && header.includes('loser') && !header.includes('score');
}

function scoreBuilder(
  header: readonly string[],
  place: InputPlace,
  { file, typed, weights }: { file: string; typed: TypedOptions; weights: TallyRequest['weights'] },
): ScoreBuilder {
  const fields = scoreFields(header, place, typed);
  for (const option of ['weights', 'maxima'] as const) {
    if (fields.criterion === null && typed[option] !== undefined) {
      throw new WrongUsage(`--${option}: ${file} has no criterion column; each of its scores is a whole sheet`);
    }
  }
  return new ScoreBuilder(file, fields, weights);
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
