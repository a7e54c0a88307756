import { Rational } from '../../decimal/rational.js';
import { compareCodePoints } from '../../identifier/compare-code-points.js';
import type { SheetDesign } from '../../severity/sheet-design.js';
import { sheetTotals } from '../sheet-totals.js';
import { winsorisedSheets } from '../standard-error.js';
import { entryFactors } from '../tally-settings.js';
import type { TotalTable } from '../total-table.js';
import type { ArrangedSheets } from './arrange-sheets.js';
import type { ColumnarTable } from './columnar-table.js';
import { sortNumbers } from './sort-numbers.js';
import { UnitTotals } from './unit-totals.js';

/** Sheets' totals in the order of a `SheetDesign`. */
export interface ColumnarTotals {
  readonly design: SheetDesign;
  /** Index in the columns of each entry of the design. */
  readonly entryIndexes: Int32Array;
  /** The same with exact totals. */
  readonly table: () => TotalTable;
}

interface Ordering {
  /** By index of the judge in the columns: its place by code point. */
  readonly judgeRank: Int32Array;
  readonly trimOf: (count: number) => number;
}

/** Totals, each a fraction in two doubles, or a `Rational` where those do not hold it. */
interface TotalColumns {
  readonly numerators: Float64Array;
  readonly denominators: Float64Array;
  readonly others: Map<number, Rational>;
  readonly entryOf: Int32Array;
  readonly judgeOf: Int32Array;
  count: number;
}

/**
 * Totals of all counted sheets, in code point order of entry and judge, whatever the order of input.
 *
 * @param trimOf values of each criterion that are winsorised at each end first, for an entry of so many sheets
 */
export function columnarTotals(table: ColumnarTable, trimOf = (_count: number) => 0): ColumnarTotals {
  const { columns, judgeOf } = table.sheets;
  const judgeOrder = codePointOrder(columns.judges);
  const judgeRank = new Int32Array(judgeOrder.length);
  judgeOrder.forEach((judge, rank) => (judgeRank[judge] = rank));
  const totals: TotalColumns = {
    numerators: new Float64Array(judgeOf.length),
    denominators: new Float64Array(judgeOf.length),
    others: new Map(),
    entryOf: new Int32Array(judgeOf.length),
    judgeOf: new Int32Array(judgeOf.length),
    count: 0,
  };
  const unitTotals = table.units === null ? null : new UnitTotals(table.sheets, table.settings, table.units);
  const entryIndexes: number[] = [];
  for (const entry of codePointOrder(columns.entries)) {
    const before = totals.count;
    if (unitTotals === null || table.incomplete.has(entry)) addFractions(totals, table, { judgeRank, trimOf }, entry);
    else {
      addUnitTotals(
        totals,
        table.sheets,
        { unitTotals, judgeRank, trimOf, applicable: table.applicableTo(entry) },
        entry,
      );
    }
    if (totals.count === before) continue;
    totals.entryOf.fill(entryIndexes.length, before, totals.count);
    entryIndexes.push(entry);
  }
  return namedTotals(totals, table, entryIndexes, judgeOrder);
}

function codePointOrder(names: readonly string[]): Int32Array {
  return Int32Array.from(names.keys()).sort((left, right) => compareCodePoints(names[left]!, names[right]!));
}

function addUnitTotals(
  totals: TotalColumns,
  { entryStarts, judgeOf }: ArrangedSheets,
  own: Ordering & { readonly unitTotals: UnitTotals; readonly applicable: Int32Array },
  entry: number,
): void {
  const first = entryStarts[entry]!;
  const count = own.unitTotals.countOf(entry);
  const denominator = own.unitTotals.fillTotals(entry, own.applicable, own.trimOf(count));
  // Rank and position in one number: a typed array sorts those without a comparator.
  const keys = new Float64Array(count);
  for (let sheet = 0; sheet < count; sheet += 1) keys[sheet] = own.judgeRank[judgeOf[first + sheet]!]! * count + sheet;
  sortNumbers(keys, count);
  for (let at = 0; at < count; at += 1) {
    totals.judgeOf[totals.count] = Math.floor(keys[at]! / count);
    totals.numerators[totals.count] = own.unitTotals.totals[keys[at]! % count]!;
    totals.denominators[totals.count] = denominator;
    totals.count += 1;
  }
}

function addFractions(totals: TotalColumns, table: ColumnarTable, ordering: Ordering, entry: number): void {
  const { columns, entryStarts, judgeOf } = table.sheets;
  const row = table.rowOf(entry);
  const rankOf = new Map<string, number>();
  for (const judge of judgeOf.subarray(entryStarts[entry], entryStarts[entry + 1])) {
    rankOf.set(columns.judges[judge]!, ordering.judgeRank[judge]!);
  }
  const factors = entryFactors(row, table.settings);
  const own = sheetTotals(row, factors, table.settings);
  const trim = own.includes(null) || own.length === 0 ? 0 : ordering.trimOf(own.length);
  (trim > 0 ? winsorisedSheets(row, factors, trim) : own).forEach((total, sheet) => {
    if (total === null) return;
    totals.judgeOf[totals.count] = rankOf.get(row.sheets[sheet]!.judge)!;
    totals.others.set(totals.count, total);
    totals.count += 1;
  });
}

function namedTotals(
  totals: TotalColumns,
  { sheets: { columns } }: ColumnarTable,
  entryIndexes: readonly number[],
  judgeOrder: Int32Array,
): ColumnarTotals {
  const { numerators, denominators, others, count } = totals;
  const [entryOf, ranks] = [totals.entryOf.subarray(0, count), totals.judgeOf.subarray(0, count)];
  // Judges all of whose sheets were left out are not of the design.
  const isJudge = new Uint8Array(judgeOrder.length);
  for (const rank of ranks) isJudge[rank] = 1;
  const positions = new Int32Array(judgeOrder.length);
  const judges: string[] = [];
  judgeOrder.forEach((judge, rank) => {
    if (isJudge[rank] === 1) positions[rank] = judges.push(columns.judges[judge]!) - 1;
  });
  const judgeOf = ranks.map((rank) => positions[rank]!);
  const entries = entryIndexes.map((entry) => columns.entries[entry]!);
  const exact = (sheet: number) => others.get(sheet) ?? Rational.of(numerators[sheet]!, denominators[sheet]);
  const doubles = new Float64Array(count);
  for (let sheet = 0; sheet < count; sheet += 1) {
    const other = others.get(sheet);
    doubles[sheet] = other ? other.toNumber() : numerators[sheet]! / denominators[sheet]!;
  }
  return {
    entryIndexes: Int32Array.from(entryIndexes),
    design: { entries, judges, entryOf, judgeOf, totals: doubles },
    table: () => ({
      entries,
      judges,
      entryOf,
      judgeOf,
      totals: Array.from({ length: count }, (_, sheet) => exact(sheet)),
    }),
  };
}
