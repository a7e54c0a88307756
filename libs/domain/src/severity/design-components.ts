import type { SheetDesign } from './sheet-design.js';

/** Which part of the judge × entry graph each entry and judge belongs to; parts are numbered by their first entry. */
export interface DesignComponents {
  readonly count: number;
  readonly entryComponent: Int32Array;
  readonly judgeComponent: Int32Array;
}

/** Parts of the judge × entry graph that no sheet connects, by union-find. */
export function designComponents({ entries, judges, entryOf, judgeOf }: SheetDesign): DesignComponents {
  const parents = Int32Array.from({ length: entries.length + judges.length }, (_, node) => node);
  for (let sheet = 0; sheet < entryOf.length; sheet += 1) {
    const left = rootOf(parents, entryOf[sheet]!);
    const right = rootOf(parents, entries.length + judgeOf[sheet]!);
    // The smaller index becomes the root, so that a part's root is its first entry.
    if (left < right) parents[right] = left;
    else parents[left] = right;
  }
  const entryComponent = new Int32Array(entries.length);
  const judgeComponent = new Int32Array(judges.length);
  let count = 0;
  for (let entry = 0; entry < entries.length; entry += 1) {
    const root = rootOf(parents, entry);
    if (root === entry) count += 1;
    entryComponent[entry] = root === entry ? count - 1 : entryComponent[root]!;
  }
  for (let judge = 0; judge < judges.length; judge += 1) {
    judgeComponent[judge] = entryComponent[rootOf(parents, entries.length + judge)]!;
  }
  return { count, entryComponent, judgeComponent };
}

/** Halves the path as it climbs, so that later climbs are short. */
function rootOf(parents: Int32Array, node: number): number {
  let at = node;
  while (parents[at] !== at) {
    const above = parents[parents[at]!]!;
    parents[at] = above;
    at = above;
  }
  return at;
}
