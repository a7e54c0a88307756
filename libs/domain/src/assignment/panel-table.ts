import type { AssignmentPanel, AssignmentProblem } from './assignment-problem.js';
import { judgeTable } from './judge-table.js';
import { barred, type PairTable } from './pair-table.js';

/**
 * Panels as if each were one judge: an entry goes to one panel whole. A panel may take an entry where every member may
 * and its members are of the kinds that the entry must have; it is worth the mean of its members, rounded down. Its
 * limits are the narrowest of its members'.
 *
 * @param home panel of the entries whose panel is fixed
 */
export function panelTable(
  problem: AssignmentProblem,
  panels: readonly AssignmentPanel[],
  home: ReadonlyMap<string, string>,
): PairTable {
  const judges = judgeTable({ ...problem, existing: problem.existing.map((pair) => ({ ...pair, isFixed: false })) });
  const at = new Map(judges.judgeIds.map((id, index) => [id, index]));
  const members = panels.map((panel) => panel.judges.map((judge) => at.get(judge) ?? -1));
  const panelAt = new Map(panels.map(({ id }, index) => [id, index]));
  const fixed = judges.entryIds.map((id) => {
    const panel = panelAt.get(home.get(id) ?? '');
    return panel === undefined ? [] : [panel];
  });
  const fixedLoads = new Int32Array(panels.length);
  for (const [panel] of fixed) if (panel !== undefined) fixedLoads[panel] = (fixedLoads[panel] ?? 0) + 1;
  const narrowest = (limits: Int32Array, pick: (...values: number[]) => number) =>
    Int32Array.from(members, (numbers) => pick(...numbers.map((judge) => limits[judge] ?? 0)));
  const most = narrowest(judges.most, Math.min).map((limit, panel) => Math.max(limit, fixedLoads[panel] ?? 0));
  return {
    ...{ entryIds: judges.entryIds, judgeIds: panels.map(({ id }) => id), fixed, fixedLoads, most },
    wanted: Int32Array.from(fixed, ({ length }) => 1 - length),
    least: narrowest(judges.least, Math.max),
    ...{ kinds: [], kindOf: new Int32Array(panels.length).fill(-1), kindRules: () => [] },
    ...{ employers: [], employerOf: new Int32Array(panels.length).fill(-1), employerRoom: null },
    fillRow: panelRows(judges, members, fixed),
  };
}

function panelRows(
  judges: PairTable,
  members: readonly (readonly number[])[],
  fixed: readonly (readonly number[])[],
): PairTable['fillRow'] {
  const row = new Int32Array(judges.judgeIds.length);
  return (entry, values) => {
    judges.fillRow(entry, row);
    const rules = judges.kindRules(entry);
    members.forEach((numbers, panel) => {
      const hasKinds = rules.every(
        ({ kind, atLeast }) => numbers.filter((judge) => judges.kindOf[judge] === kind).length >= atLeast,
      );
      const isBarred = !hasKinds || numbers.some((judge) => row[judge] === barred) || fixed[entry]?.includes(panel);
      const sum = numbers.reduce((total, judge) => total + (row[judge] ?? 0), 0);
      values[panel] = isBarred ? barred : Math.floor(sum / numbers.length);
    });
  };
}
