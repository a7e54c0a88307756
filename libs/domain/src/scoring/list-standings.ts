import { valueOrder } from '../statistics/value-order.js';
import { sheetsByJudge, type TotalTable } from './total-table.js';

/** Where each sheet stands in its judge's list of entries; arrays follow the table's sheets. */
export interface ListStandings {
  /** Entries of the judge with a lower total. */
  readonly below: Int32Array;
  /** Other entries of the judge with the same total. */
  readonly tied: Int32Array;
  /** Entries of each judge, by index of the judge. */
  readonly lengths: Int32Array;
}

/** Each judge's own order of entries, by exact totals; n log n in the sheets. */
export function listStandings(table: TotalTable): ListStandings {
  const order = valueOrder(table.totals);
  const { starts, sheets } = sheetsByJudge(table);
  const below = new Int32Array(sheets.length);
  const tied = new Int32Array(sheets.length);
  const lengths = Int32Array.from(table.judges, (_, judge) => (starts[judge + 1] ?? 0) - (starts[judge] ?? 0));
  lengths.forEach((length, judge) => {
    const list = sheets.subarray(starts[judge], starts[judge + 1]);
    // Order and position in one number: a typed array sorts those without a comparator.
    const keys = Float64Array.from(list, (sheet, at) => (order[sheet] ?? 0) * length + at).sort();
    const orderAt = (place: number) => Math.floor((keys[place] ?? 0) / length);
    for (let start = 0; start < length;) {
      let end = start + 1;
      while (end < length && orderAt(end) === orderAt(start)) end += 1;
      for (let place = start; place < end; place += 1) {
        const sheet = list[(keys[place] ?? 0) % length] ?? 0;
        below[sheet] = start;
        tied[sheet] = end - start - 1;
      }
      start = end;
    }
  });
  return { below, tied, lengths };
}
