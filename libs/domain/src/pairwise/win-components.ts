import type { PairwiseTable } from './pairwise-table.js';

/**
 * The groups of entries within which everybody beat everybody, directly or through others: strongly connected components
 * of the win graph (Tarjan, SIAM J. Comput. 1 (1972) 146–160, without recursion), in time proportional to rows.
 *
 * @returns component of each entry, numbered by their first entry, and their number
 */
export function winComponents({ entries, winnerOf, loserOf }: PairwiseTable): { of: Int32Array; count: number } {
  const size = entries.length;
  const starts = rowStarts(winnerOf, size);
  const found = new Int32Array(size);
  const lowest = new Int32Array(size);
  const cursors = starts.slice(0, size);
  const rootOf = new Int32Array(size).fill(-1);
  const parents = new Int32Array(size).fill(-1);
  const open: number[] = [];
  let clock = 0;
  const enter = (node: number) => {
    clock += 1;
    found[node] = lowest[node] = clock;
    open.push(node);
  };
  for (let start = 0; start < size; start += 1) {
    if (found[start] !== 0) continue;
    enter(start);
    let node = start;
    while (node >= 0) {
      const row = cursors[node]!;
      if (row < starts[node + 1]!) {
        cursors[node] = row + 1;
        const next = loserOf[row]!;
        if (found[next] === 0) {
          parents[next] = node;
          enter(next);
          node = next;
        } else if (rootOf[next] === -1) {
          lowest[node] = Math.min(lowest[node]!, found[next]!);
        }
        continue;
      }
      if (lowest[node] === found[node]) {
        while (rootOf[node] === -1) rootOf[open.pop()!] = node;
      }
      const parent = parents[node]!;
      if (parent >= 0) lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
      node = parent;
    }
  }
  return numberedByFirst(rootOf);
}

function rowStarts(winnerOf: Int32Array, size: number): Int32Array {
  const starts = new Int32Array(size + 1);
  for (const winner of winnerOf) starts[winner + 1]! += 1;
  for (let node = 0; node < size; node += 1) starts[node + 1]! += starts[node]!;
  return starts;
}

function numberedByFirst(rootOf: Int32Array): { of: Int32Array; count: number } {
  const numbers = new Map<number, number>();
  const of = rootOf.map((root) => {
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
  return { of, count: numbers.size };
}
