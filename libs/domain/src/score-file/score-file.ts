import type { TallySheet } from '../scoring/tally-input.js';
import type { ColumnRole } from './column-role.js';
import type { ScoreFileProblem } from './score-file-problem.js';

/** The cells of a sheet as text, row by row; rows may be of different length. */
export type ScoreGrid = readonly (readonly string[])[];

export interface FileColumn {
  /** From 1. */
  readonly column: number;
  readonly header: string;
  readonly role: ColumnRole;
}

export interface FileEntry {
  readonly entry: string;
  /** From 1: the row of a wide sheet, the entry's first row of a long one. */
  readonly row: number;
  /**
   * By index of the judge; null where that judge gave no (complete) score. Of a long sheet, the sum of its criteria,
   * or nothing where one of them is missing.
   */
  readonly scores: readonly (string | null)[];
  /** Decimal strings as the office published them; null where the sheet has none. */
  readonly publishedScore: string | null;
  readonly publishedRank: string | null;
}

/** What was understood of a sheet before its cells: it also stands where the cells are refused. */
export interface ScoreFileHead {
  readonly layout: 'wide' | 'long';
  /** Row of the header, from 1; of a header of two rows, the lower one. */
  readonly headerRow: number;
  readonly columns: readonly FileColumn[];
}

export interface ScoreFile extends ScoreFileHead {
  readonly judges: readonly string[];
  /** One key '' where each score is a whole sheet. */
  readonly criteria: readonly string[];
  /** In order of the file. */
  readonly entries: readonly FileEntry[];
  readonly sheets: readonly TallySheet[];
  /** Rows below the header that hold no scores: signatures, averages, notes. From 1. */
  readonly ignoredRows: readonly number[];
}

/** A file that was understood, or all that keeps it from being (up to a hundred problems), with its head if found. */
export type ScoreFileReading =
  | { readonly file: ScoreFile; readonly head: ScoreFileHead; readonly problems: readonly [] }
  | { readonly file: null; readonly head: ScoreFileHead | null; readonly problems: readonly ScoreFileProblem[] };

/** The cells below a head, read or refused. */
export type CellReading =
  | { readonly file: ScoreFile; readonly problems: readonly [] }
  | { readonly file: null; readonly problems: readonly ScoreFileProblem[] };
