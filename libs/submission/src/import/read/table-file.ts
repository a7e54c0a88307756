import type { ImportGrid } from '#domain';

/** What a file may be at most; the lists of both contests together are a third of it. */
export const tableLimits = { bytes: 20_000_000, unpackedBytes: 100_000_000, rows: 5000, columns: 200 } as const;

/** Why a file cannot be read, as the reader is told. */
export type TableFault =
  | 'sheet-empty'
  | 'sheet-too-large'
  | 'sheet-swells'
  | 'sheet-old'
  | 'sheet-encrypted'
  | 'sheet-unknown'
  | 'sheet-encoding'
  | 'sheet-damaged';

export interface TableSheet {
  /** Empty of a CSV file. */
  readonly name: string;
  readonly grid: ImportGrid;
}

export type TableReading = { readonly sheets: readonly TableSheet[] } | { readonly fault: TableFault };
