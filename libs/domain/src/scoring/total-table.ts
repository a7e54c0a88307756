import type { Rational } from '../decimal/rational.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import type { SheetDesign } from '../severity/sheet-design.js';

/** Counted sheets' exact totals: one position a sheet, in order of entry, then judge, both by code point. */
export interface TotalTable {
  /** Entries with at least one total. */
  readonly entries: readonly string[];
  /** Judges with at least one total. */
  readonly judges: readonly string[];
  /** Index into `entries` of each sheet. */
  readonly entryOf: Int32Array;
  /** Index into `judges` of each sheet. */
  readonly judgeOf: Int32Array;
  readonly totals: readonly Rational[];
}

/**
 * Puts totals into a table; sheets without a total are left out.
 *
 * @param rows in code point order of the entry, then of the judge
 */
export function totalTable(
  rows: readonly { readonly entry: string; readonly judge: string; readonly total: Rational | null }[],
): TotalTable {
  const judges = [...new Set(rows.filter(({ total }) => total !== null).map(({ judge }) => judge))];
  judges.sort(compareCodePoints);
  const judgeIndex = new Map(judges.map((judge, index) => [judge, index]));
  const entries: string[] = [];
  const totals: Rational[] = [];
  const entryOf = new Int32Array(rows.length);
  const judgeOf = new Int32Array(rows.length);
  for (const { entry, judge, total } of rows) {
    if (total === null) continue;
    if (entries.at(-1) !== entry) entries.push(entry);
    entryOf[totals.length] = entries.length - 1;
    judgeOf[totals.length] = judgeIndex.get(judge) ?? 0;
    totals.push(total);
  }
  const count = totals.length;
  return { entries, judges, entryOf: entryOf.slice(0, count), judgeOf: judgeOf.slice(0, count), totals };
}

/** The same in doubles, for a model. */
export function designOf(table: TotalTable): SheetDesign {
  return { ...table, totals: Float64Array.from(table.totals, (total) => total.toNumber()) };
}

/** Sheets of each judge, in order of the entry: those of judge j are `sheets[starts[j]]` to before `sheets[starts[j + 1]]`. */
export interface SheetsByJudge {
  readonly starts: Int32Array;
  readonly sheets: Int32Array;
}

export function sheetsByJudge({
  judges,
  judgeOf,
}: Pick<TotalTable, 'judgeOf'> & { readonly judges: readonly unknown[] }): SheetsByJudge {
  const starts = new Int32Array(judges.length + 1);
  for (const judge of judgeOf) starts[judge + 1] = (starts[judge + 1] ?? 0) + 1;
  for (let judge = 0; judge < judges.length; judge += 1) {
    starts[judge + 1] = (starts[judge + 1] ?? 0) + (starts[judge] ?? 0);
  }
  const next = starts.slice();
  const sheets = new Int32Array(judgeOf.length);
  judgeOf.forEach((judge, sheet) => {
    const at = next[judge] ?? 0;
    sheets[at] = sheet;
    next[judge] = at + 1;
  });
  return { starts, sheets };
}
