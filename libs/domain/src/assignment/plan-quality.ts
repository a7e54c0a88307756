import type { AssignmentFinding } from './assignment-finding.js';
import type { Connection } from './connect-plan.js';
import { lotsPerPoint } from './lottery.js';
import { unevenPlaces } from './plan-relaxations.js';
import { shortGroups } from './short-groups.js';
import { type TableSolution, worthOf } from './solve-table.js';

/** How good a plan is, against all plans that keep the rules. */
export interface PlanQuality {
  /** Worth of its pairs, in points; fixed ones are worth nothing here. */
  readonly points: number;
  /** Points by which a better plan could exceed it at most: proven by the prices, every pair looked at. */
  readonly possibleGain: number;
  /** The same as a share of its points. */
  readonly gap: number;
  /** Places by which loads leave the even band because no plan within it exists; 0: loads differ by one at most. */
  readonly unevenPlaces: number;
  /** Parts of the graph of entries and judges that no assignment connects; 1 is wanted. */
  readonly parts: number;
  /** Exchanges made to connect them, and what they cost, in points. */
  readonly swaps: number;
  readonly swapCost: number;
  /** Work: models solved, and pairs in the last one. */
  readonly rounds: number;
  readonly pairsTried: number;
}

export function planQuality(
  solved: TableSolution,
  { parts, swaps, cost }: Pick<Connection, 'parts' | 'swaps' | 'cost'>,
): { quality: PlanQuality; findings: AssignmentFinding[] } {
  const worth = worthOf(solved.model, solved.solution) - cost;
  const gain = solved.cost - solved.bound + cost;
  const uneven = unevenPlaces(solved);
  return {
    findings: uneven > 0 ? shortGroups(solved, 'even') : [],
    quality: {
      ...{ points: worth / lotsPerPoint, possibleGain: gain / lotsPerPoint, gap: gain / Math.max(1, Math.abs(worth)) },
      ...{ unevenPlaces: uneven, parts, swaps, swapCost: cost / lotsPerPoint },
      ...{ rounds: solved.rounds, pairsTried: solved.model.pairEntries.length },
    },
  };
}
