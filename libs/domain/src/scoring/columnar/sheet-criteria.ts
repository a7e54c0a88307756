import type { ArrangedSheets } from './arrange-sheets.js';

/** Which criteria apply to each entry, and which entries lack a score of one. */
export interface SheetCriteria {
  /** Criteria that some judge scored for the entry, ascending. */
  readonly applicableTo: (entry: number) => Int32Array;
  /** 1 for an entry of which some sheet lacks a score that another one has. */
  readonly isIncomplete: Uint8Array;
}

const onlyOne = Int32Array.of(0);

export function sheetCriteria(sheets: ArrangedSheets): SheetCriteria {
  const { columns, entryStarts, sheetStarts, criterionOf } = sheets;
  const isIncomplete = new Uint8Array(columns.entries.length);
  if (criterionOf === null) {
    const none = new Int32Array(0);
    return { applicableTo: (entry) => (entryStarts[entry] === entryStarts[entry + 1] ? none : onlyOne), isIncomplete };
  }
  // All sheets have the criteria of the first: then that is what applies.
  for (let entry = 0; entry < isIncomplete.length; entry += 1) {
    const first = entryStarts[entry]!;
    const origin = sheetStarts[first]!;
    const length = (sheetStarts[first + 1] ?? origin) - origin;
    for (let sheet = first + 1; sheet < entryStarts[entry + 1]! && isIncomplete[entry] === 0; sheet += 1) {
      const start = sheetStarts[sheet]!;
      if (sheetStarts[sheet + 1]! - start !== length) isIncomplete[entry] = 1;
      for (let at = 0; at < length; at += 1) {
        if (criterionOf[start + at] !== criterionOf[origin + at]) isIncomplete[entry] = 1;
      }
    }
  }
  const scoresOf = (entry: number, end: number) =>
    criterionOf.subarray(sheetStarts[entryStarts[entry]!], sheetStarts[end]);
  return {
    applicableTo: (entry) => {
      const isEmpty = entryStarts[entry] === entryStarts[entry + 1];
      if (isEmpty || isIncomplete[entry] === 0) return scoresOf(entry, entryStarts[entry]! + (isEmpty ? 0 : 1));
      return Int32Array.from(new Set(scoresOf(entry, entryStarts[entry + 1]!))).sort();
    },
    isIncomplete,
  };
}
