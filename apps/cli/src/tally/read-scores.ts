import { type CsvRow, fieldText } from './csv/csv-row.js';
import { readCsv } from './csv/read-csv.js';
import { InputRefused, WrongUsage } from './refusals.js';
import { type FileScores, ScoreBuilder } from './score-builder.js';
import { scoreFields } from './score-fields.js';
import type { TypedOptions } from './tally-options.js';

/**
 * Streams a long-form CSV file into columns.
 *
 * @param weights criterion → weight, or null
 * @throws InputRefused with line and column; WrongUsage when a named column is not there.
 */
export async function readScores(
  file: string,
  typed: TypedOptions,
  weights: ReadonlyMap<string, string> | null,
): Promise<FileScores> {
  let builder: ScoreBuilder | undefined;
  await readCsv(file, (row) => {
    if (builder) builder.add(row);
    else builder = builderFor(file, row, typed, weights);
  });
  if (!builder) throw new InputRefused({ file }, 'the file is empty');
  if (builder.isEmpty) throw new InputRefused({ file }, 'the file has a header and no scores');
  return builder.finish();
}

function builderFor(
  file: string,
  row: CsvRow,
  typed: TypedOptions,
  weights: ReadonlyMap<string, string> | null,
): ScoreBuilder {
  const header = Array.from({ length: row.count }, (_, field) => fieldText(row, field));
  const fields = scoreFields(header, file, typed);
  for (const option of ['weights', 'maxima'] as const) {
    if (fields.criterion === null && typed[option] !== undefined) {
      throw new WrongUsage(`--${option}: ${file} has no criterion column; each of its scores is a whole sheet`);
    }
  }
  return new ScoreBuilder(file, fields, weights);
}
