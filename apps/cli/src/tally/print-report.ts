import type { TallyEntry } from '#domain';
import { printTable } from './print-table.js';
import type { TallyReport } from './tally-report.js';
import type { OutputFormat } from './tally-request.js';

export function printReport(report: TallyReport, format: OutputFormat): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ ...report, entries: report.entries.map(jsonEntry) }, null, 2)}\n`;
    case 'csv':
      return rows(report)
        .map((row) => `${row.map(csvField).join(',')}\n`)
        .join('');
    case 'table':
      return printTable(rows(report));
  }
}

function jsonEntry({ entry, sheets, score, standardError, rank, criteria }: TallyEntry): Record<string, unknown> {
  const isWholeSheet = Object.keys(criteria).every((name) => name === '');
  return {
    entry,
    sheets,
    score,
    ...(standardError === null ? {} : { standardError }),
    rank,
    ...(isWholeSheet ? {} : { criteria }),
  };
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
