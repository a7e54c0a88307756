import type { FactorIncidence } from './factor-incidence.js';

/** One sheet of the judge × entry graph, by index. */
export interface GraphEdge {
  readonly entry: number;
  readonly judge: number;
}

/**
 * The sheets on which alone the comparison of two groups of entries rests: edges whose removal splits their component,
 * with another judge left on the entry's side and another entry on the judge's. A pair scored repeatedly is no bridge,
 * nor is the only sheet of a judge (who compares nothing) or of an entry (which is compared, on that one sheet).
 * Tarjan, Information Processing Letters 2 (1974) 160–161, without recursion; time proportional to cells.
 *
 * @param byEntry rows entries, columns judges
 * @param byJudge the same sheets, rows judges, columns entries
 * @returns in order of entry, then judge
 */
export function bridgeSheets(byEntry: FactorIncidence, byJudge: FactorIncidence): GraphEdge[] {
  const entries = byEntry.rows;
  const nodes = entries + byJudge.rows;
  const firstCell = (node: number) => (node < entries ? byEntry.starts[node]! : byJudge.starts[node - entries]!);
  const discovered = new Int32Array(nodes);
  const lowest = new Int32Array(nodes);
  const parents = new Int32Array(nodes).fill(-1);
  const cursors = Int32Array.from({ length: nodes }, (_, node) => firstCell(node));
  const bridges: GraphEdge[] = [];
  let clock = 0;
  for (let root = 0; root < entries; root += 1) {
    if (discovered[root] !== 0) continue;
    clock += 1;
    discovered[root] = lowest[root] = clock;
    let node = root;
    while (node >= 0) {
      const isEntry = node < entries;
      const side = isEntry ? byEntry : byJudge;
      const row = isEntry ? node : node - entries;
      const cell = cursors[node]!;
      const parent = parents[node]!;
      if (cell < side.starts[row + 1]!) {
        cursors[node] = cell + 1;
        const neighbour = side.columnOf[cell]! + (isEntry ? entries : 0);
        if (discovered[neighbour] === 0) {
          clock += 1;
          discovered[neighbour] = lowest[neighbour] = clock;
          parents[neighbour] = node;
          node = neighbour;
        } else if (neighbour !== parent) {
          lowest[node] = Math.min(lowest[node]!, discovered[neighbour]!);
        }
        continue;
      }
      if (parent >= 0) {
        lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
        if (lowest[node]! > discovered[parent]!) {
          bridges.push(isEntry ? { entry: node, judge: parent - entries } : { entry: parent, judge: row });
        }
      }
      node = parent;
    }
  }
  return bridges
    .filter(({ entry, judge }) => isBridge(byEntry, byJudge, entry, judge))
    .sort((left, right) => left.entry - right.entry || left.judge - right.judge);
}

/** Of an edge whose removal splits the simple graph: scored once, and both ends met somebody else. */
function isBridge(byEntry: FactorIncidence, byJudge: FactorIncidence, entry: number, judge: number): boolean {
  const start = byEntry.starts[entry]!;
  const end = byEntry.starts[entry + 1]!;
  if (end - start < 2 || byJudge.starts[judge + 1]! - byJudge.starts[judge]! < 2) return false;
  return byEntry.counts[byEntry.columnOf.indexOf(judge, start)] === 1;
}
