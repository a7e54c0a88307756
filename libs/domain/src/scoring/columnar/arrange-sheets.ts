import type { ScaledDecimals, ScoreColumns } from './score-columns.js';

/** Two positions of the columns that contradict one another; `second` came later. */
export interface ScoreClash {
  readonly first: number;
  readonly second: number;
}

/**
 * Columns grouped into sheets: in order of entry by index, the sheets of one entry in any order, the scores of one sheet
 * in order of criterion by index.
 */
export interface ArrangedSheets {
  readonly columns: ScoreColumns;
  /** Sheets of entry e are `entryStarts[e]` to before `entryStarts[e + 1]`. */
  readonly entryStarts: Int32Array;
  /** Index of the judge of each sheet. */
  readonly judgeOf: Int32Array;
  /** Scores of sheet s are `sheetStarts[s]` to before `sheetStarts[s + 1]` of the two arrays below. */
  readonly sheetStarts: Int32Array;
  readonly criterionOf: Int32Array | null;
  readonly units: ScaledDecimals['units'];
  /** Of each sheet, 0 where none is given; null where no sheet has any. */
  readonly deductions: ScaledDecimals['units'] | null;
  /** The first score of an entry, judge and criterion that have one already. */
  readonly repeated: ScoreClash | null;
  /** The first deduction that differs from another of its sheet. */
  readonly contradicted: ScoreClash | null;
}

/** Groups scores by counting, in time and memory of their number. */
export function arrangeSheets(columns: ScoreColumns): ArrangedSheets {
  return columns.criterionOf === null ? arrangeWholeSheets(columns) : arrangeByCriterion(columns);
}

/** Where each score is a sheet, grouping by entry is enough. */
function arrangeWholeSheets(columns: ScoreColumns): ArrangedSheets {
  const { entryOf, judgeOf, scores } = columns;
  const order = isAscending(entryOf) ? null : sortedBy(entryOf, columns.entries.length, null);
  const sheetStarts = new Int32Array(entryOf.length + 1);
  for (let sheet = 1; sheet < sheetStarts.length; sheet += 1) sheetStarts[sheet] = sheet;
  return {
    columns,
    entryStarts: groupStarts(entryOf, columns.entries.length),
    judgeOf: order === null ? judgeOf : inOrder(judgeOf, order),
    sheetStarts,
    criterionOf: null,
    units: order === null ? scores.units : inOrder(scores.units, order),
    repeated: repeatedSheet(columns, order),
    ...sheetDeductions(columns.deductions, order, sheetStarts),
  };
}

function repeatedSheet({ entryOf, judgeOf, judges }: ScoreColumns, order: Int32Array | null): ScoreClash | null {
  const lastOf = new Int32Array(judges.length).fill(-1);
  let repeated: ScoreClash | null = null;
  for (let at = 0; at < entryOf.length; at += 1) {
    const position = order === null ? at : order[at]!;
    const judge = judgeOf[position]!;
    const last = lastOf[judge]!;
    lastOf[judge] = position;
    if (last < 0 || entryOf[last] !== entryOf[position]) continue;
    if (repeated === null || position < repeated.second) repeated = { first: last, second: position };
  }
  return repeated;
}

function arrangeByCriterion(columns: ScoreColumns): ArrangedSheets {
  const order = isArranged(columns) ? null : arrangedOrder(columns);
  const { entryOf, judgeOf, criterionOf } = columns;
  const count = entryOf.length;
  const entryStarts = new Int32Array(columns.entries.length + 1);
  const sheetStarts = new Int32Array(count + 1);
  const judges = new Int32Array(count);
  let sheets = 0;
  let before = -1;
  let repeated: ScoreClash | null = null;
  for (let at = 0; at < count; at += 1) {
    const position = order === null ? at : order[at]!;
    const isNew = before < 0 || entryOf[position] !== entryOf[before] || judgeOf[position] !== judgeOf[before];
    if (isNew) {
      sheetStarts[sheets] = at;
      judges[sheets] = judgeOf[position]!;
      entryStarts[entryOf[position]! + 1]! += 1;
      sheets += 1;
    } else if (
      (criterionOf === null || criterionOf[position] === criterionOf[before]) &&
      (repeated === null || position < repeated.second)
    ) {
      repeated = { first: before, second: position };
    }
    before = position;
  }
  sheetStarts[sheets] = count;
  for (let entry = 0; entry < columns.entries.length; entry += 1) entryStarts[entry + 1]! += entryStarts[entry]!;
  const starts = sheetStarts.subarray(0, sheets + 1);
  return {
    columns,
    entryStarts,
    judgeOf: judges.subarray(0, sheets),
    sheetStarts: starts,
    criterionOf: criterionOf === null || order === null ? criterionOf : inOrder(criterionOf, order),
    units: order === null ? columns.scores.units : inOrder(columns.scores.units, order),
    repeated,
    ...sheetDeductions(columns.deductions, order, starts),
  };
}

function isAscending(keys: Int32Array): boolean {
  for (let at = 1; at < keys.length; at += 1) if (keys[at]! < keys[at - 1]!) return false;
  return true;
}

/** Where each key's positions begin in order of the keys, and at last where they end. */
function groupStarts(keys: Int32Array, buckets: number): Int32Array {
  const starts = new Int32Array(buckets + 1);
  for (let at = 0; at < keys.length; at += 1) starts[keys[at]! + 1]! += 1;
  for (let key = 0; key < buckets; key += 1) starts[key + 1]! += starts[key]!;
  return starts;
}

/** Files are often in order already: then nothing has to be moved. */
function isArranged({ entryOf, judgeOf, criterionOf }: ScoreColumns): boolean {
  for (let at = 1; at < entryOf.length; at += 1) {
    const step =
      entryOf[at]! - entryOf[at - 1]! ||
      judgeOf[at]! - judgeOf[at - 1]! ||
      (criterionOf === null ? 0 : criterionOf[at]! - criterionOf[at - 1]!);
    if (step < 0) return false;
  }
  return true;
}

/** Positions in order of entry, judge and criterion; equal ones in order of input. */
function arrangedOrder({ entries, judges, criteria, entryOf, judgeOf, criterionOf }: ScoreColumns): Int32Array {
  let order: Int32Array | null = null;
  if (criterionOf !== null) order = sortedBy(criterionOf, criteria.length, order);
  order = sortedBy(judgeOf, judges.length, order);
  return sortedBy(entryOf, entries.length, order);
}

/** @param order positions as they stand; null for the order of input */
function sortedBy(keys: Int32Array, buckets: number, order: Int32Array | null): Int32Array {
  const starts = groupStarts(keys, buckets);
  const sorted = new Int32Array(keys.length);
  for (let at = 0; at < keys.length; at += 1) {
    const position = order === null ? at : order[at]!;
    const key = keys[position]!;
    sorted[starts[key]!] = position;
    starts[key]! += 1;
  }
  return sorted;
}

function inOrder<T extends ScaledDecimals['units']>(values: T, order: Int32Array): T;
function inOrder(values: ScaledDecimals['units'], order: Int32Array): ScaledDecimals['units'] {
  if (!ArrayBuffer.isView(values)) return Array.from(order, (position) => values[position]!);
  const arranged = values.slice();
  for (let at = 0; at < order.length; at += 1) arranged[at] = values[order[at]!]!;
  return arranged;
}

function sheetDeductions(
  deductions: ScaledDecimals | null,
  order: Int32Array | null,
  sheetStarts: Int32Array,
): Pick<ArrangedSheets, 'deductions' | 'contradicted'> {
  if (deductions === null) return { deductions: null, contradicted: null };
  const { units } = deductions;
  const isBig = !ArrayBuffer.isView(units);
  const own = new Array<number | bigint>(sheetStarts.length - 1).fill(isBig ? 0n : 0);
  let contradicted: ScoreClash | null = null;
  for (let sheet = 0; sheet < own.length; sheet += 1) {
    let first = -1;
    for (let at = sheetStarts[sheet]!; at < sheetStarts[sheet + 1]!; at += 1) {
      const position = order === null ? at : order[at]!;
      if (units[position]! < 0) continue;
      if (first < 0) {
        first = position;
        own[sheet] = units[position]!;
      } else if (units[position] !== units[first]) {
        const clash = { first: Math.min(first, position), second: Math.max(first, position) };
        if (contradicted === null || clash.second < contradicted.second) contradicted = clash;
      }
    }
  }
  return { deductions: isBig ? (own as bigint[]) : Float64Array.from(own as number[]), contradicted };
}
