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
  const parents = new Map<string, string>();
  for (const { entry, judge } of sheets) {
    // A prefix keeps an entry and a judge of the same name apart.
    parents.set(rootOf(parents, `e${entry}`), rootOf(parents, `j${judge}`));
  }
  const members = new Map<string, { entries: Set<string>; judges: Set<string> }>();
  for (const { entry, judge } of sheets) {
    const root = rootOf(parents, `e${entry}`);
    const component = members.get(root) ?? { entries: new Set<string>(), judges: new Set<string>() };
    component.entries.add(entry);
    component.judges.add(judge);
    members.set(root, component);
  }
  return [...members.values()]
    .map(({ entries, judges }) => ({
      entries: [...entries].sort(compareCodePoints),
      judges: [...judges].sort(compareCodePoints),
    }))
    .sort((left, right) => compareCodePoints(left.entries[0] ?? '', right.entries[0] ?? ''));
}

/** Halves the path as it climbs, so that later climbs are short. */
function rootOf(parents: Map<string, string>, node: string): string {
  let at = node;
  for (;;) {
    const parent = parents.get(at) ?? at;
    if (parent === at) return at;
    parents.set(at, parents.get(parent) ?? parent);
    at = parent;
  }
}
