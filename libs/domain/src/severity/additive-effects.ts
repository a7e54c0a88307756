import type { SheetDesign } from './sheet-design.js';

/** Totals that are sums of an entry's and a judge's value. */
export interface AdditiveEffects {
  readonly entries: Float64Array;
  readonly judges: Float64Array;
}

/**
 * Values of entries and judges whose sums are the totals, found along the sheets from each part's first entry, which gets
 * its mean; null when some sheet contradicts them by more than rounding. Unique but for a shift between the entries and
 * the judges of each part.
 */
export function additiveEffects(
  { entryOf, judgeOf, totals, entries: { length: entries }, judges: { length: judges } }: SheetDesign,
  component: { readonly count: number; readonly entryComponent: Int32Array },
): AdditiveEffects | null {
  const values = new Float64Array(entries + judges).fill(Number.NaN);
  const neighbours = sheetsByNode(entryOf, judgeOf, entries, judges);
  let last = -1;
  for (let entry = 0; entry < entries; entry += 1) {
    if (component.entryComponent[entry]! <= last) continue;
    last = component.entryComponent[entry]!;
    values[entry] = 0;
    const queue = [entry];
    for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
      for (let at = neighbours.starts[node]!; at < neighbours.starts[node + 1]!; at += 1) {
        const sheet = neighbours.sheets[at]!;
        const other = node < entries ? entries + judgeOf[sheet]! : entryOf[sheet]!;
        if (!Number.isNaN(values[other]!)) continue;
        values[other] = totals[sheet]! - values[node]!;
        queue.push(other);
      }
    }
  }
  const size = totals.reduce((most, total) => Math.max(most, Math.abs(total)), 0);
  const isAdditive = totals.every(
    (total, sheet) =>
      Math.abs(total - values[entryOf[sheet]!]! - values[entries + judgeOf[sheet]!]!) <= 256 * Number.EPSILON * size,
  );
  return isAdditive ? { entries: values.slice(0, entries), judges: values.slice(entries) } : null;
}

/** The sheets of each entry, then of each judge. */
function sheetsByNode(entryOf: Int32Array, judgeOf: Int32Array, entries: number, judges: number) {
  const starts = new Int32Array(entries + judges + 1);
  for (let sheet = 0; sheet < entryOf.length; sheet += 1) {
    starts[entryOf[sheet]! + 1]! += 1;
    starts[entries + judgeOf[sheet]! + 1]! += 1;
  }
  for (let node = 0; node < entries + judges; node += 1) starts[node + 1]! += starts[node]!;
  const next = starts.slice();
  const sheets = new Int32Array(2 * entryOf.length);
  for (let sheet = 0; sheet < entryOf.length; sheet += 1) {
    for (const node of [entryOf[sheet]!, entries + judgeOf[sheet]!]) {
      sheets[next[node]!] = sheet;
      next[node]! += 1;
    }
  }
  return { starts, sheets };
}
