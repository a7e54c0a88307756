/** A place of the plan: numbers of entry and judge, and whether it may move. */
export interface Place {
  readonly entry: number;
  readonly judge: number;
  readonly isFixed: boolean;
}

export interface PlanParts {
  /** Part of each entry and judge; −1 for one without a place. */
  readonly ofEntry: Int32Array;
  readonly ofJudge: Int32Array;
  /** Places of each part. */
  readonly sizes: readonly number[];
}

/** Parts of the graph of entries and judges that no place connects. */
export function planParts(places: readonly Place[], entries: number, judges: number): PlanParts {
  const neighbours = adjacency(places, entries, judges);
  const partOf = new Int32Array(entries + judges).fill(-1);
  const sizes: number[] = [];
  for (let first = 0; first < entries; first += 1) {
    if (partOf[first] !== -1 || (neighbours[first]?.length ?? 0) === 0) continue;
    const part = sizes.length;
    let degrees = 0;
    const stack = [first];
    partOf[first] = part;
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      for (const { to } of neighbours[node] ?? []) {
        degrees += 1;
        if (partOf[to] !== -1) continue;
        partOf[to] = part;
        stack.push(to);
      }
    }
    sizes.push(degrees / 2);
  }
  return { ofEntry: partOf.slice(0, entries), ofJudge: partOf.slice(entries), sizes };
}

/**
 * Places whose loss would part the graph (bridges, by Tarjan's low links: A note on finding the bridges of a graph,
 * Inf. Process. Lett. 2, 1974), by index.
 */
export function bridges(places: readonly Place[], entries: number, judges: number): Set<number> {
  const neighbours = adjacency(places, entries, judges);
  const order = new Int32Array(entries + judges);
  const low = new Int32Array(entries + judges);
  const found = new Set<number>();
  let counter = 0;
  for (let first = 0; first < entries; first += 1) {
    if (order[first] !== 0) continue;
    const stack = [{ node: first, by: -1, next: 0 }];
    order[first] = low[first] = counter += 1;
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = neighbours[top.node]?.[top.next];
      top.next += 1;
      if (edge === undefined) {
        stack.pop();
        const parent = stack.at(-1);
        if (parent === undefined) break;
        low[parent.node] = Math.min(low[parent.node] ?? 0, low[top.node] ?? 0);
        if ((low[top.node] ?? 0) > (order[parent.node] ?? 0)) found.add(top.by);
      } else if (edge.place !== top.by) {
        if (order[edge.to] === 0) {
          order[edge.to] = low[edge.to] = counter += 1;
          stack.push({ node: edge.to, by: edge.place, next: 0 });
        } else low[top.node] = Math.min(low[top.node] ?? 0, order[edge.to] ?? 0);
      }
    }
  }
  return found;
}

function adjacency(places: readonly Place[], entries: number, judges: number) {
  const neighbours: { to: number; place: number }[][] = Array.from({ length: entries + judges }, () => []);
  places.forEach(({ entry, judge }, place) => {
    neighbours[entry]?.push({ to: entries + judge, place });
    neighbours[entries + judge]?.push({ to: entry, place });
  });
  return neighbours;
}
