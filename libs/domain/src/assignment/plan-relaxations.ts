import type { Relaxation } from './assignment-finding.js';
import type { TableSolution } from './solve-table.js';

/** Rules that the solution breaks at its least price: what an organiser may relax. */
export function planRelaxations({ model, solution, chosen }: TableSolution): Relaxation[] {
  const { table } = model;
  const entries = table.entryIds.length;
  const loads = Int32Array.from(table.fixedLoads);
  for (const pair of chosen) loads[model.pairJudges[pair] ?? 0] = (loads[model.pairJudges[pair] ?? 0] ?? 0) + 1;
  const amounts = model.baseSlacks.map((slack, column) => ({ ...slack, amount: amountOf(solution.values[column]) }));
  const firstSide = model.firstPair + model.pairEntries.length;
  const ofBase = amounts.flatMap(({ row, meaning, amount }): Relaxation[] => {
    if (amount === 0) return [];
    const judge = row - entries;
    const entry = { entry: table.entryIds[row] ?? '', fixed: table.fixed[row]?.length ?? 0 };
    if (meaning === 'missing') {
      const from = (table.wanted[row] ?? 0) + entry.fixed;
      return [{ code: 'fewer-judges', entry: entry.entry, from, to: from - amount }];
    }
    const named = { judge: table.judgeIds[judge] ?? '', to: loads[judge] ?? 0 };
    if (meaning === 'over-most') return [{ code: 'raise-most', ...named, from: table.most[judge] ?? 0 }];
    return meaning === 'under-least' ? [{ code: 'lower-least', ...named, from: table.least[judge] ?? 0 }] : [];
  });
  const ofRules = model.sideRules.flatMap((side, index): Relaxation[] => {
    const amount = amountOf(solution.values[firstSide + index]);
    if (amount === 0) return [];
    const entry = table.entryIds[side.entry] ?? '';
    const fixed = table.fixed[side.entry] ?? [];
    if ('kind' in side) {
      const from = side.atLeast + fixed.filter((judge) => table.kindOf[judge] === side.kind).length;
      return [{ code: 'fewer-of-kind', entry, kind: table.kinds[side.kind] ?? '', from, to: from - amount }];
    }
    const from = side.atMost + fixed.filter((judge) => table.employerOf[judge] === side.employer).length;
    return [
      { code: 'more-of-employer', entry, employer: table.employers[side.employer] ?? '', from, to: from + amount },
    ];
  });
  return [...ofBase, ...ofRules];
}

/** Places by which loads leave the even band, within own limits. */
export function unevenPlaces({ model, solution }: TableSolution): number {
  return model.baseSlacks.reduce((sum, { meaning }, column) => {
    const isUneven = meaning === 'uneven-over' || meaning === 'uneven-under';
    return sum + (isUneven ? amountOf(solution.values[column]) : 0);
  }, 0);
}

const amountOf = (value: number | undefined) => Math.round(value ?? 0);
