import type { AssignmentFinding } from './assignment-finding.js';
import { barred } from './pair-table.js';
import type { TableSolution } from './solve-table.js';

interface Group {
  readonly entries: number[];
  readonly judges: number[];
}

/**
 * Entries that together want more than the judges open to them may take (a set that breaks Hall's condition), read off
 * the prices: the places of such judges cost as much as breaking their limit. Named in parts that share no judge.
 *
 * @param limit 'most' for the judges' own limits, 'even' for the even loads
 */
export function shortGroups(solved: TableSolution, limit: 'most' | 'even'): AssignmentFinding[] {
  const { model, prices, pricing } = solved;
  const { table, penalties } = model;
  const threshold = (limit === 'most' ? penalties.limit : penalties.uneven) / 2;
  const isScarce = (judge: number) => (prices.judges[judge] ?? 0) <= -threshold;
  const all = demandOf(solved, (entry) =>
    (pricing.entries[entry] ?? 0) >= threshold ? (table.wanted[entry] ?? 0) : 0,
  );
  const ofKinds = table.kinds.map((_, kind) =>
    demandOf(solved, (entry) =>
      model.rulesOf(entry).reduce((sum, rule) => {
        const side = model.sideRules[rule];
        const isDear = (prices.rules[rule] ?? 0) >= threshold && side !== undefined;
        return sum + (isDear && 'kind' in side && side.kind === kind ? side.atLeast : 0);
      }, 0),
    ),
  );
  return [
    ...groupFindings(solved, limit, null, all, isScarce),
    ...ofKinds.flatMap((demand, kind) =>
      groupFindings(solved, limit, kind, demand, (judge) => isScarce(judge) && table.kindOf[judge] === kind),
    ),
  ];
}

function demandOf({ model }: TableSolution, wantedOf: (entry: number) => number): Map<number, number> {
  const entries = model.table.entryIds.map((_, entry) => [entry, wantedOf(entry)] as const);
  return new Map(entries.filter(([, wanted]) => wanted > 0));
}

function groupFindings(
  { model }: TableSolution,
  limit: 'most' | 'even',
  kind: number | null,
  demand: ReadonlyMap<number, number>,
  isScarce: (judge: number) => boolean,
): AssignmentFinding[] {
  const { table, bands } = model;
  const elsewhere = new Map<number, number>();
  const groups = groupsOf(model.table, kind, demand, isScarce, elsewhere);
  return groups.flatMap((group): AssignmentFinding[] => {
    const wanted = total(group.entries, (entry) => demand.get(entry) ?? 0);
    const capacity = total(group.judges, (judge) => {
      const most = (limit === 'most' ? table.most[judge] : bands.highest[judge]) ?? 0;
      return Math.max(0, most - (table.fixedLoads[judge] ?? 0));
    });
    const outside = total(group.entries, (entry) => Math.min(elsewhere.get(entry) ?? 0, demand.get(entry) ?? 0));
    const short = wanted - capacity - outside;
    if (short <= 0) return [];
    return [
      {
        code: limit === 'most' ? 'group-short' : 'group-uneven',
        kind: kind === null ? null : (table.kinds[kind] ?? null),
        entries: group.entries.map((entry) => table.entryIds[entry] ?? ''),
        judges: group.judges.map((judge) => table.judgeIds[judge] ?? ''),
        ...{ wanted, capacity, elsewhere: outside, short },
      },
    ];
  });
}

/** Parts of the graph of these entries and scarce judges; counts the eligible judges who are not scarce. */
function groupsOf(
  table: TableSolution['model']['table'],
  kind: number | null,
  demand: ReadonlyMap<number, number>,
  isScarce: (judge: number) => boolean,
  elsewhere: Map<number, number>,
): Group[] {
  const row = new Int32Array(table.judgeIds.length);
  const groupOfJudge = new Map<number, Group>();
  const groups = new Set<Group>();
  for (const entry of demand.keys()) {
    table.fillRow(entry, row);
    let group: Group = { entries: [entry], judges: [] };
    for (let judge = 0; judge < row.length; judge += 1) {
      if (row[judge] === barred || (kind !== null && table.kindOf[judge] !== kind)) continue;
      if (!isScarce(judge)) {
        elsewhere.set(entry, (elsewhere.get(entry) ?? 0) + 1);
        continue;
      }
      const other = groupOfJudge.get(judge);
      if (other === undefined) {
        group.judges.push(judge);
        groupOfJudge.set(judge, group);
      } else if (other !== group) {
        other.entries.push(...group.entries);
        other.judges.push(...group.judges);
        for (const moved of group.judges) groupOfJudge.set(moved, other);
        groups.delete(group);
        group = other;
      }
    }
    groups.add(group);
  }
  const ascending = (left: number, right: number) => left - right;
  for (const group of groups) {
    group.entries.sort(ascending);
    group.judges.sort(ascending);
  }
  return [...groups];
}

function total(items: readonly number[], amountOf: (item: number) => number): number {
  return items.reduce((sum, item) => sum + amountOf(item), 0);
}
