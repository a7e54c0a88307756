import type { ScoreGrid } from '#domain/score-file/score-file';

/** What a file may be at most: a list of a whole country's contest is a tenth of it. Unpacked as `leitai tally` has it. */
export const fileLimits = { megabytes: 20, unpackedMegabytes: 100, rows: 20_000 } as const;

export type TextEncoding = 'utf-8' | 'utf-16' | 'gb18030';

export interface SpreadsheetSheet {
  readonly name: string;
  readonly grid: ScoreGrid;
}

/** A file of an office, its cells as text. */
export interface Spreadsheet {
  readonly name: string;
  /** Null for workbooks, which say so themselves. */
  readonly encoding: TextEncoding | null;
  /** At least one. */
  readonly sheets: readonly SpreadsheetSheet[];
}

export const fileFaults = [
  'empty',
  'too-large',
  'sheet-too-large',
  'old-workbook',
  'encrypted',
  'web-page',
  'not-a-spreadsheet',
  'encoding-unknown',
  'damaged',
] as const;
/** Why a file cannot be read at all. */
export type FileFault = (typeof fileFaults)[number];

export type SpreadsheetReading = { readonly spreadsheet: Spreadsheet } | { readonly fault: FileFault };
