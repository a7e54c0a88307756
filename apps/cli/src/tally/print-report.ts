import type { Rounding, TallyEntry } from '#domain';
import { jsonParts } from './json-parts.js';
import { printTable } from './print-table.js';
import { printable } from './printable.js';
import type { TallyReport } from './tally-report.js';
import type { OutputFormat } from './tally-request.js';

/** Characters that are written at once. */
const pieceLength = 1 << 16;

/** The report in pieces: a large one is never in memory as a whole, but for a table, whose columns have to line up. */
export function* printReport(report: TallyReport, format: OutputFormat): Generator<string> {
  let piece = '';
  for (const part of parts(report, format)) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function parts(report: TallyReport, format: OutputFormat): Iterable<string> {
  switch (format) {
    case 'json':
      return jsonParts(jsonReport(report));
    case 'csv':
      return csvLines(report);
    case 'table':
      return [printTable([...rows(report)].map((row) => row.map(printable)))];
  }
}

function jsonReport({ entries, components, ...report }: TallyReport): Record<string, unknown> {
  const { method, options, ...rest } = report;
  return {
    method,
    options,
    components: components(),
    entries: jsonEntries({ ...report, entries, components }),
    ...rest,
  };
}

function* jsonEntries(report: TallyReport): Generator<Record<string, unknown>> {
  for (let place = 0; place < report.entries.count; place += 1) yield jsonEntry(report.entries.rowAt(place), report);
}

function jsonEntry(row: TallyEntry, { options }: TallyReport): Record<string, unknown> {
  const { entry, sheets, score, standardError, rank, tieBreak, criteria } = row;
  const isWholeSheet = Object.keys(criteria).every((name) => name === '');
  return {
    entry,
    sheets,
    score: row.modelScore === undefined ? score : modelScore(row, options.rounding),
    ...(standardError === null ? {} : { standardError }),
    rank,
    ...(tieBreak === undefined ? {} : { tieBreak }),
    ...(isWholeSheet ? {} : { criteria }),
  };
}

/** A number; the published one where rounding is declared. */
function modelScore({ score, modelScore: double }: TallyEntry, { total }: Rounding): number | null {
  if (total === undefined) return double ?? null;
  return score === null ? null : Number(score);
}

function* csvLines(report: TallyReport): Generator<string> {
  for (const row of rows(report)) yield `${row.map(csvField).join(',')}\n`;
}

/** Header and one row an entry; an empty field where there is nothing to say. */
function* rows({ entries }: TallyReport): Generator<string[]> {
  const names = entries.criteria.filter((name) => name !== '');
  yield ['rank', 'entry', 'sheets', 'score', 'standardError', ...names.map((name) => `criterion:${name}`)];
  for (let place = 0; place < entries.count; place += 1) {
    const { rank, entry, sheets, score, standardError, criteria } = entries.rowAt(place);
    yield [
      rank?.toString() ?? '',
      entry,
      sheets.toString(),
      score ?? '',
      standardError?.toString() ?? '',
      ...names.map((name) => (Object.hasOwn(criteria, name) ? (criteria[name] ?? '') : '')),
    ];
  }
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
