import { compareCodePoints } from '../../identifier/compare-code-points.js';
import type { TallyComponent } from '../tally-result.js';
import type { ColumnarTable } from './columnar-table.js';

/** What `connectedComponents` says of the counted sheets. */
export function columnarComponents({ sheets, isExcluded }: ColumnarTable): TallyComponent[] {
  const { columns, entryStarts, judgeOf } = sheets;
  const size = columns.entries.length;
  const parents = Int32Array.from({ length: size + columns.judges.length }, (_, node) => node);
  const isSeen = new Uint8Array(parents.length);
  for (let entry = 0; entry < size; entry += 1) {
    for (let sheet = entryStarts[entry]!; sheet < entryStarts[entry + 1]!; sheet += 1) {
      if (isExcluded?.[sheet] === 1) continue;
      const judge = size + judgeOf[sheet]!;
      isSeen[entry] = 1;
      isSeen[judge] = 1;
      const root = rootOf(parents, entry);
      parents[root] = rootOf(parents, judge);
    }
  }
  const components = new Map<number, { entries: string[]; judges: string[] }>();
  for (let node = 0; node < parents.length; node += 1) {
    if (isSeen[node] === 0) continue;
    const root = rootOf(parents, node);
    const component = components.get(root) ?? { entries: [], judges: [] };
    components.set(root, component);
    if (node < size) component.entries.push(columns.entries[node]!);
    else component.judges.push(columns.judges[node - size]!);
  }
  for (const { entries, judges } of components.values()) {
    entries.sort(compareCodePoints);
    judges.sort(compareCodePoints);
  }
  return [...components.values()].sort((left, right) => compareCodePoints(left.entries[0]!, right.entries[0]!));
}

/** Halves the path as it climbs, so that later climbs are short. */
function rootOf(parents: Int32Array, node: number): number {
  let at = node;
  while (parents[at] !== at) {
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}
