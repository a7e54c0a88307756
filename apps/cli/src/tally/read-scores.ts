import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { InputRefused } from './refusals.js';
import { ScoreCollector } from './score-collector.js';
import { scoreColumns } from './score-columns.js';
import { longestRow, StrictUtf8 } from './strict-utf8.js';
import type { TypedOptions } from './tally-options.js';

/**
 * Streams a long-form CSV file into sheets.
 *
 * @param weights criterion → weight, or null
 * @throws InputRefused with line and column; WrongUsage when a named column is not there.
 */
export async function readScores(
  file: string,
  typed: TypedOptions,
  weights: ReadonlyMap<string, string> | null,
): Promise<ScoreCollector> {
  // Counting fields and empty lines is done below, where the line number is known at little cost.
  const parser = parse({
    bom: true,
    relax_column_count: true,
    max_record_size: longestRow,
    // All of them: a file joined from two offices' sheets ends its lines in two ways.
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  let collector: ScoreCollector | undefined;
  let line = 1;
  parser.on('data', (row: string[]) => {
    const start = line;
    line += 1 + lineBreaksWithin(row);
    if (row.length === 1 && row[0] === '') return;
    try {
      if (collector) collector.add(row, start);
      else collector = new ScoreCollector(file, scoreColumns(row, file, typed), weights);
    } catch (error) {
      parser.destroy(error as Error);
    }
  });
  try {
    await pipeline(createReadStream(file), new StrictUtf8(file), parser);
  } catch (error) {
    throw asRefusal(error, file);
  }
  if (!collector) throw new InputRefused({ file }, 'the file is empty');
  if (collector.entries.length === 0) throw new InputRefused({ file }, 'the file has a header and no scores');
  return collector;
}

/** A quoted field may run over several lines. */
function lineBreaksWithin(row: readonly string[]): number {
  let breaks = 0;
  for (const field of row) {
    for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) breaks += 1;
  }
  return breaks;
}

function asRefusal(error: unknown, file: string): unknown {
  if (error instanceof CsvError) {
    const { lines, column } = error as CsvError & { readonly lines?: number; readonly column?: number };
    return new InputRefused(
      { file, line: lines, column: typeof column === 'number' ? column + 1 : undefined },
      error.message,
    );
  }
  return isSystemError(error) ? new InputRefused({ file }, error.message) : error;
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
