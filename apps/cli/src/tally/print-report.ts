import type { Rounding, TallyEntry } from '#domain';
import { printTable } from './print-table.js';
import type { TallyReport } from './tally-report.js';
import type { OutputFormat } from './tally-request.js';

export function printReport(report: TallyReport, format: OutputFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...report, entries: report.entries.map((row) => jsonEntry(row, report)) }, null, 2)}\n`;
    case 'csv':
      return rows(report)
        .map((row) => `${row.map(csvField).join(',')}\n`)
        .join('');
    case 'table':
      return printTable(rows(report));
  }
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

/** Header and one row an entry; an empty field where there is nothing to say. */
function rows({ entries }: TallyReport): string[][] {
  const names = [...new Set(entries.flatMap(({ criteria }) => Object.keys(criteria)))].filter((name) => name !== '');
  return [
    ['rank', 'entry', 'sheets', 'score', 'standardError', ...names.map((name) => `criterion:${name}`)],
    ...entries.map(({ rank, entry, sheets, score, standardError, criteria }) => [
      rank?.toString() ?? '',
      entry,
      sheets.toString(),
      score ?? '',
      standardError?.toString() ?? '',
      ...names.map((name) => (Object.hasOwn(criteria, name) ? (criteria[name] ?? '') : '')),
    ]),
  ];
}

function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
