import { barred, type PairTable } from './pair-table.js';
import { bridges, type Place, planParts } from './plan-graph.js';

export interface Connection {
  readonly places: readonly Place[];
  readonly parts: number;
  /** Exchanges made, and what they cost in 64ths of a point. */
  readonly swaps: number;
  readonly cost: number;
}

interface Swap {
  readonly loss: number;
  readonly mine: number;
  readonly theirs: number;
}

/** Swaps looked at for one connection: all of them where they are fewer, as in any contest of usual size. */
const swapLimit = 20_000_000;

/**
 * Connects a plan that falls apart: time and again the smallest part exchanges the judges of two places with another
 * part, by the swap that costs least. Loads and the number of judges stay as they are; no conflict, language, kind or
 * employer rule is broken, and fixed places stay. A swap of two places connects two parts unless each of them was its
 * part's only link, so that such pairs are left out.
 */
export function connectPlan(table: PairTable, given: readonly Place[]): Connection {
  const [entries, judges] = [table.entryIds.length, table.judgeIds.length];
  const places = [...given];
  let [swaps, cost] = [0, 0];
  for (;;) {
    const { ofEntry, sizes } = planParts(places, entries, judges);
    if (sizes.length <= 1) return { places, parts: sizes.length, swaps, cost };
    const bySize = sizes.map((size, part) => ({ size, part })).sort((left, right) => left.size - right.size);
    let swap: Swap | null = null;
    for (const { part } of bySize) {
      swap = cheapestSwap(table, places, ofEntry, part);
      if (swap !== null) break;
    }
    if (swap === null) return { places, parts: sizes.length, swaps, cost };
    const [mine, theirs] = [places[swap.mine], places[swap.theirs]];
    if (!mine || !theirs) throw new RangeError('a swap of places that are not there');
    places[swap.mine] = { ...mine, judge: theirs.judge };
    places[swap.theirs] = { ...theirs, judge: mine.judge };
    swaps += 1;
    cost += swap.loss;
  }
}

function cheapestSwap(table: PairTable, places: readonly Place[], partOfEntry: Int32Array, part: number): Swap | null {
  const [entries, judges] = [table.entryIds.length, table.judgeIds.length];
  const only = bridges(places, entries, judges);
  const movable = places.flatMap((place, index) => (place.isFixed ? [] : [{ ...place, index }]));
  const theirs = movable.filter(({ entry }) => partOfEntry[entry] !== part);
  const mine = movable
    .filter(({ entry }) => partOfEntry[entry] === part)
    .slice(0, Math.max(1, Math.floor(swapLimit / Math.max(1, theirs.length))));
  const rules = new EntryRules(table, places);
  const myRows = new Map<number, Int32Array>();
  for (const { entry } of mine) if (!myRows.has(entry)) myRows.set(entry, rowOf(table, entry));
  let best: Swap | null = null;
  let rowEntry = -1;
  let row: Int32Array = new Int32Array(judges);
  for (const their of theirs) {
    if (their.entry !== rowEntry) row = rowOf(table, their.entry);
    rowEntry = their.entry;
    for (const my of mine) {
      if (only.has(my.index) && only.has(their.index)) continue;
      const myRow = myRows.get(my.entry) ?? row;
      const [mineNew, theirNew] = [myRow[their.judge] ?? barred, row[my.judge] ?? barred];
      if (mineNew === barred || theirNew === barred) continue;
      const loss = (myRow[my.judge] ?? 0) + (row[their.judge] ?? 0) - mineNew - theirNew;
      if (best !== null && loss >= best.loss) continue;
      if (!rules.allow(my, their.judge) || !rules.allow(their, my.judge)) continue;
      best = { loss, mine: my.index, theirs: their.index };
    }
  }
  return best;
}

function rowOf(table: PairTable, entry: number): Int32Array {
  const row = new Int32Array(table.judgeIds.length);
  table.fillRow(entry, row);
  return row;
}

/** What kinds and employers ask of an entry when one of its judges is exchanged. */
class EntryRules {
  private readonly judgesOf = new Map<number, number[]>();

  constructor(
    private readonly table: PairTable,
    places: readonly Place[],
  ) {
    for (const { entry, judge, isFixed } of places) {
      if (isFixed) continue;
      const judges = this.judgesOf.get(entry) ?? [];
      this.judgesOf.set(entry, judges);
      judges.push(judge);
    }
  }

  allow(place: Place, judge: number): boolean {
    const { kindOf, employerOf, kindRules, employerRoom } = this.table;
    const after = (this.judgesOf.get(place.entry) ?? []).map((other) => (other === place.judge ? judge : other));
    const areKindsKept = kindRules(place.entry).every(
      ({ kind, atLeast }) => after.filter((other) => kindOf[other] === kind).length >= atLeast,
    );
    if (!areKindsKept || employerRoom === null) return areKindsKept;
    const employer = employerOf[judge] ?? -1;
    const colleagues = after.filter((other) => employerOf[other] === employer).length;
    return employer < 0 || colleagues <= employerRoom(place.entry, employer);
  }
}
