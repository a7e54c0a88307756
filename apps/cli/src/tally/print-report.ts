import type { ColumnarRow, Rounding } from '#domain';
import { jsonParts } from './json-parts.js';
import { printTable } from './print-table.js';
import { printable } from './printable.js';
import type { ReportEntries, TallyReport } from './tally-report.js';
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
      return [printTable([...rows(report, printable)])];
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
  for (let place = 0; place < report.entries.count; place += 1) yield jsonEntry(place, report);
}

function jsonEntry(place: number, { options, entries }: TallyReport): Record<string, unknown> {
  const row = entries.rowAt(place);
  const { entry, sheets, score, standardError, rank, tieBreak } = row;
  return {
    entry,
    sheets,
    score: row.modelScore === undefined ? score : modelScore(row, options.rounding),
    ...(standardError === null ? {} : { standardError }),
    rank,
    ...(tieBreak === undefined ? {} : { tieBreak }),
    ...(isWholeSheet(entries) ? {} : { criteria: entries.criteriaAt(place) }),
  };
}

function isWholeSheet({ criteria }: ReportEntries): boolean {
  return criteria.every((name) => name === '');
}

/** A number; the published one where rounding is declared. */
function modelScore({ score, modelScore: double }: ColumnarRow, { total }: Rounding): number | null {
  if (total === undefined) return double ?? null;
  return score === null ? null : Number(score);
}

function* csvLines(report: TallyReport): Generator<string> {
  for (const row of rows(report)) yield `${row.join(',')}\n`;
}

/** Header and one row an entry; an empty field where there is nothing to say. */
function* rows({ entries }: TallyReport, field: (name: string) => string = csvField): Generator<string[]> {
  const names = entries.criteria.filter((name) => name !== '');
  yield ['rank', 'entry', 'sheets', 'score', 'standardError', ...names.map((name) => field(`criterion:${name}`))];
  for (let place = 0; place < entries.count; place += 1) {
    const { rank, entry, sheets, score, standardError } = entries.rowAt(place);
    const row = [
      rank === null ? '' : String(rank),
      field(entry),
      String(sheets),
      score ?? '',
      standardError === null ? '' : String(standardError),
    ];
    if (names.length > 0) {
      const criteria = entries.criteriaAt(place);
      for (const name of names) row.push(Object.hasOwn(criteria, name) ? (criteria[name] ?? '') : '');
    }
    yield row;
  }
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
