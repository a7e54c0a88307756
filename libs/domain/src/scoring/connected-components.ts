import { compareCodePoints } from '../identifier/compare-code-points.js';
import type { TallyComponent } from './tally-result.js';

/**
 * The parts of the judge × entry graph that no sheet connects, by their first entry; ids in code point order.
 *
 * @param sheets in any order
 */
export function connectedComponents(
  sheets: readonly { readonly entry: string; readonly judge: string }[],
): TallyComponent[] {
  const entryNodes = new Map<string, number>();
  const judgeNodes = new Map<string, number>();
  const parents: number[] = [];
  const nodeOf = (nodes: Map<string, number>, id: string): number => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    nodes.set(id, parents.length);
    return parents.push(parents.length) - 1;
  };
  for (const { entry, judge } of sheets) {
    const root = rootOf(parents, nodeOf(entryNodes, entry));
    parents[root] = rootOf(parents, nodeOf(judgeNodes, judge));
  }
  const components = new Map<number, { entries: string[]; judges: string[] }>();
  const componentOf = (node: number) => {
    const root = rootOf(parents, node);
    const component = components.get(root) ?? { entries: [], judges: [] };
    components.set(root, component);
    return component;
  };
  for (const [entry, node] of entryNodes) componentOf(node).entries.push(entry);
  for (const [judge, node] of judgeNodes) componentOf(node).judges.push(judge);
  return [...components.values()]
    .map(({ entries, judges }) => ({
      entries: entries.sort(compareCodePoints),
      judges: judges.sort(compareCodePoints),
    }))
    .sort((left, right) => compareCodePoints(left.entries[0] ?? '', right.entries[0] ?? ''));
}

/** Halves the path as it climbs, so that later climbs are short. */
function rootOf(parents: number[], node: number): number {
  let at = node;
  for (;;) {
    const parent = parents[at] ?? at;
    if (parent === at) return at;
    parents[at] = parents[parent] ?? parent;
    at = parent;
  }
}
