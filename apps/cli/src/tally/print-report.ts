import type { ColumnarRow, Rounding } from '#domain';
import { jsonParts } from './json-parts.js';
import { nineDecimalText } from './nine-decimals.js';
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
      return [printTable([...rows(report, printable)]), ...report.lineTexts.map((text) => `${printable(text)}\n`)];
  }
}

function jsonReport(report: TallyReport): Record<string, unknown> {
  const { method, options, variance, intercept, remlCriterion } = report;
  return {
    ...{ method, options },
    components: report.components(),
    entries: jsonEntries(report),
    judges: report.judges?.(),
    ...{ variance, intercept, remlCriterion },
    lines: report.lines ?? undefined,
    warnings: report.warnings,
  };
}

function* jsonEntries(report: TallyReport): Generator<Record<string, unknown>> {
  for (let place = 0; place < report.rows.count; place += 1) yield jsonEntry(place, report);
}

function jsonEntry(place: number, { options, rows, criteria, uncertaintyOf }: TallyReport): Record<string, unknown> {
  const row = rows.rowAt(place);
  const { entry, sheets, score, standardError, rank, tieBreak } = row;
  return {
    entry,
    sheets,
    score: row.modelScore === undefined ? score : modelScore(row, options.rounding),
    ...(standardError === null ? {} : { standardError }),
    rank,
    ...uncertaintyOf?.(entry),
    ...(tieBreak === undefined ? {} : { tieBreak }),
    ...(criteria.length === 0 ? {} : { criteria: rows.criteriaAt(place) }),
  };
}

/** A number; the published one where rounding is declared. */
function modelScore({ score, modelScore: double }: ColumnarRow, { total }: Rounding): number | null {
  if (total === undefined) return double ?? null;
  return score === null ? null : Number(score);
}

function* csvLines(report: TallyReport): Generator<string> {
  for (const row of rows(report, csvField)) yield `${row.join(',')}\n`;
}

/** Header and one row an entry; an empty field where there is nothing to say. */
function* rows(report: TallyReport, field: (name: string) => string): Generator<string[]> {
  const { criteria, uncertaintyOf } = report;
  const hasMedians = uncertaintyOf !== null && report.method === 'median';
  yield [
    ...['rank', 'entry', 'sheets', 'score', 'standardError'],
    ...(uncertaintyOf ? ['expectedRank', 'rankLowest', 'rankHighest'] : []),
    ...(hasMedians ? ['scoreLowest', 'scoreHighest'] : []),
    ...criteria.map((name) => field(`criterion:${name}`)),
  ];
  for (let place = 0; place < report.rows.count; place += 1) {
    const { rank, entry, sheets, score, standardError } = report.rows.rowAt(place);
    const row = [rank === null ? '' : String(rank), field(entry), String(sheets), score ?? '', text(standardError)];
    if (uncertaintyOf) {
      const { expectedRank, rankInterval, scoreInterval } = uncertaintyOf(entry);
      row.push(text(expectedRank), text(rankInterval?.[0]), text(rankInterval?.[1]));
      if (hasMedians) row.push(text(scoreInterval?.[0]), text(scoreInterval?.[1]));
    }
    if (criteria.length > 0) {
      const panels = report.rows.criteriaAt(place);
      for (const name of criteria) row.push(Object.hasOwn(panels, name) ? (panels[name] ?? '') : '');
    }
    yield row;
  }
}

function text(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : nineDecimalText(value);
}

function csvField(name: string): string {
  return /[",\r\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
