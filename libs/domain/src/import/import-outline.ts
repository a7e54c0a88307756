import type { BilingualText } from '../contest/stage-rules.js';
import type { BadCell } from './import-target.js';

export const importOutcomes = ['new', 'changed', 'unchanged'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

export interface CellChange {
  /** Of an `ImportTarget`. */
  readonly target: string;
  readonly from: BilingualText;
  readonly to: BilingualText;
}

/** What a row would do. */
export interface ImportLine {
  /** From 1, as a spreadsheet shows it. */
  readonly row: number;
  readonly outcome: ImportOutcome;
  /** What the row calls itself: its external key, number or address. */
  readonly key: string;
  readonly title: string;
  /** Of changed rows alone. */
  readonly changes: readonly CellChange[];
}

/** What a whole file would do. */
export interface ImportOutline {
  readonly lines: readonly ImportLine[];
  /** Where there are any, nothing is taken over. */
  readonly badCells: readonly BadCell[];
  /** Things that are here and not in the file: they stay as they are. */
  readonly absent: number;
  /** Rows that leave open what their form requires; the office asks for it in the eligibility check. */
  readonly incomplete: number;
}

/** Cells of which `target` differs, in both languages. */
export function cellChanges(
  before: Readonly<Record<'zh' | 'en', ReadonlyMap<string, string>>>,
  after: Readonly<Record<'zh' | 'en', ReadonlyMap<string, string>>>,
): CellChange[] {
  const targets = new Set([...before.zh.keys(), ...after.zh.keys()]);
  const both = (cells: typeof before, target: string) => ({
    zh: cells.zh.get(target) ?? '',
    en: cells.en.get(target) ?? '',
  });
  return [...targets].flatMap((target) => {
    const [from, to] = [both(before, target), both(after, target)];
    return from.zh === to.zh && from.en === to.en ? [] : [{ target, from, to }];
  });
}
