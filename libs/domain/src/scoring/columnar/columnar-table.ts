import { compareCodePoints } from '../../identifier/compare-code-points.js';
import { withMissingPolicy } from '../missing-scores.js';
import type { TableEntry } from '../score-table.js';
import type { TallyWarning } from '../tally-result.js';
import type { TallySettings } from '../tally-settings.js';
import { notApplicableWarnings } from '../tally-warnings.js';
import type { ArrangedSheets } from './arrange-sheets.js';
import { sheetCriteria } from './sheet-criteria.js';
import { tableEntryOf } from './table-entry-of.js';
import { unitSettings, type UnitSettings } from './unit-settings.js';

/** Arranged sheets under the settings of a tally. */
export interface ColumnarTable {
  readonly sheets: ArrangedSheets;
  readonly settings: TallySettings;
  readonly applicableTo: (entry: number) => Int32Array;
  /** Null where doubles do not hold these scores and weights exactly. */
  readonly units: UnitSettings | null;
  /** Entries of which some sheet lacks a score, as the missing policy leaves them. */
  readonly incomplete: ReadonlyMap<number, TableEntry>;
  /** 1 for a sheet that the missing policy leaves out; null where none is. */
  readonly isExcluded: Uint8Array | null;
  /** An entry's sheets as fractions, as the missing policy leaves them. */
  readonly rowOf: (entry: number) => TableEntry;
  readonly warnings: readonly TallyWarning[];
}

/** @throws DomainError `scores-missing` where the method has no policy for missing scores */
export function columnarTable(sheets: ArrangedSheets, settings: TallySettings): ColumnarTable {
  const { entries } = sheets.columns;
  const { applicableTo, isIncomplete } = sheetCriteria(sheets);
  const indexes: number[] = [];
  const lacking: { entry: string; applicable: readonly number[] }[] = [];
  for (let entry = 0; entry < entries.length; entry += 1) {
    if (isIncomplete[entry] === 1) indexes.push(entry);
    if (settings.criteria.length === 1) continue;
    const applicable = applicableTo(entry);
    if (applicable.length > 0 && applicable.length < settings.criteria.length) {
      lacking.push({ entry: entries[entry] ?? '', applicable: Array.from(applicable) });
    }
  }
  const byName = (left: { entry: string }, right: { entry: string }) => compareCodePoints(left.entry, right.entry);
  const rows = indexes.map((index) => ({ index, ...tableEntryOf(sheets, index, applicableTo(index)) })).sort(byName);
  const { table, warnings } = withMissingPolicy({ criteria: settings.criteria, entries: rows }, settings.missing);
  const incomplete = new Map(rows.map(({ index }, at) => [index, table.entries[at] as TableEntry]));
  return {
    sheets,
    settings,
    applicableTo,
    units: unitSettings(sheets, settings),
    incomplete,
    isExcluded: settings.missing === 'exclude-sheet' ? excludedSheets(sheets, indexes, applicableTo) : null,
    rowOf: (entry) => incomplete.get(entry) ?? tableEntryOf(sheets, entry, applicableTo(entry)),
    warnings: [...notApplicableWarnings({ criteria: settings.criteria, entries: lacking.sort(byName) }), ...warnings],
  };
}

function excludedSheets(
  { entryStarts, sheetStarts, judgeOf }: ArrangedSheets,
  incomplete: readonly number[],
  applicableTo: (entry: number) => Int32Array,
): Uint8Array | null {
  if (incomplete.length === 0) return null;
  const isExcluded = new Uint8Array(judgeOf.length);
  for (const entry of incomplete) {
    const needed = applicableTo(entry).length;
    for (let sheet = entryStarts[entry]!; sheet < entryStarts[entry + 1]!; sheet += 1) {
      if (sheetStarts[sheet + 1]! - sheetStarts[sheet]! < needed) isExcluded[sheet] = 1;
    }
  }
  return isExcluded;
}
