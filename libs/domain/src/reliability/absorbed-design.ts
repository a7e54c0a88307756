import type { SheetDesign } from '../severity/sheet-design.js';

/**
 * A design with its larger factor absorbed: `kept` numbers the smaller one (entries or judges), over which systems are
 * solved, `absorbed` the larger one, whose effects follow from them.
 */
export interface AbsorbedDesign {
  readonly keptCount: number;
  readonly absorbedCount: number;
  /** Of each sheet of the design. */
  readonly keptOf: Int32Array;
  readonly absorbedOf: Int32Array;
  /** Sheets of absorbed node a: `sheetsByAbsorbed` from `absorbedStart[a]` to `absorbedStart[a + 1] − 1`. */
  readonly absorbedStart: Int32Array;
  readonly sheetsByAbsorbed: Int32Array;
  /** Component of each kept node, numbered from 0, and how many kept nodes each has. */
  readonly componentOf: Int32Array;
  readonly componentSizes: Int32Array;
}

export function absorbedDesign({ entries, judges, entryOf, judgeOf }: SheetDesign): AbsorbedDesign {
  const keepsJudges = judges.length <= entries.length;
  const [keptOf, absorbedOf] = keepsJudges ? [judgeOf, entryOf] : [entryOf, judgeOf];
  const keptCount = Math.min(judges.length, entries.length);
  const absorbedCount = Math.max(judges.length, entries.length);
  const absorbedStart = new Int32Array(absorbedCount + 1);
  for (const node of absorbedOf) absorbedStart[node + 1]! += 1;
  for (let node = 0; node < absorbedCount; node += 1) absorbedStart[node + 1]! += absorbedStart[node]!;
  const next = absorbedStart.slice();
  const sheetsByAbsorbed = new Int32Array(absorbedOf.length);
  absorbedOf.forEach((node, sheet) => {
    sheetsByAbsorbed[next[node]!] = sheet;
    next[node]! += 1;
  });
  const index = { keptCount, absorbedCount, keptOf, absorbedOf, absorbedStart, sheetsByAbsorbed };
  return { ...index, ...components(index) };
}

/** Kept nodes are one component where an absorbed node has sheets of both, over any chain. */
function components(
  index: Omit<AbsorbedDesign, 'componentOf' | 'componentSizes'>,
): Pick<AbsorbedDesign, 'componentOf' | 'componentSizes'> {
  const { keptCount, absorbedCount, keptOf, absorbedStart, sheetsByAbsorbed } = index;
  const parents = Int32Array.from({ length: keptCount }, (_, node) => node);
  const rootOf = (node: number): number => {
    let at = node;
    for (; parents[at] !== at; at = parents[at]!) parents[at] = parents[parents[at]!]!;
    return at;
  };
  for (let node = 0; node < absorbedCount; node += 1) {
    const first = rootOf(keptOf[sheetsByAbsorbed[absorbedStart[node]!]!]!);
    for (let at = absorbedStart[node]! + 1; at < absorbedStart[node + 1]!; at += 1) {
      parents[rootOf(keptOf[sheetsByAbsorbed[at]!]!)] = first;
    }
  }
  const numbers = new Map<number, number>();
  const componentOf = new Int32Array(keptCount);
  for (let node = 0; node < keptCount; node += 1) {
    const root = rootOf(node);
    componentOf[node] = numbers.get(root) ?? numbers.size;
    numbers.set(root, componentOf[node]!);
  }
  const componentSizes = new Int32Array(numbers.size);
  for (const component of componentOf) componentSizes[component]! += 1;
  return { componentOf, componentSizes };
}
