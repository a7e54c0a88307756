import type { SheetDesign } from '../severity/sheet-design.js';

/**
 * Where each entry's sheets start in the design: those of entry e are starts[e] … starts[e + 1] − 1.
 *
 * @throws RangeError for two sheets of the same entry and judge.
 */
export function rangesOfEntries({ entries, judges, entryOf, judgeOf }: SheetDesign): Int32Array {
  const starts = new Int32Array(entries.length + 1);
  for (let sheet = 0; sheet < entryOf.length; sheet += 1) {
    const entry = entryOf[sheet] as number;
    if (sheet > 0 && entryOf[sheet - 1] === entry && judgeOf[sheet - 1] === judgeOf[sheet]) {
      throw new RangeError(`two sheets of judge ${judges[judgeOf[sheet] as number]} for entry ${entries[entry]}`);
    }
    starts[entry + 1] = sheet + 1;
  }
  // An entry without sheets starts where the one before ends.
  for (let entry = 0; entry < entries.length; entry += 1) {
    starts[entry + 1] = Math.max(starts[entry] as number, starts[entry + 1] as number);
  }
  return starts;
}
