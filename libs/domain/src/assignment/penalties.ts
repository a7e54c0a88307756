import type { PairTable } from './pair-table.js';
import { barred } from './pair-table.js';

/**
 * What breaking a wish or a rule costs, each dearer than all that could be gained by it. One place moved from judge to
 * judge changes the plan along a chain that meets each judge once at most: with up to 255 judges no chain gains what
 * `uneven` costs, with more a chain of 256 moves would each have to gain the utmost.
 */
export interface Penalties {
  /** A place outside the even loads; the steps of `unevenSteps` multiply it. */
  readonly uneven: number;
  /** A place outside a judge's own limits. */
  readonly limit: number;
  /** A judge of a wanted kind missing, or a colleague too many. */
  readonly rule: number;
  /** A judge missing. */
  readonly missing: number;
}

/** Width and price of the steps outside the even loads: rising, so that what can't be even is shared. */
export const unevenSteps = [
  { width: 1, factor: 1 },
  { width: 1, factor: 2 },
  { width: 1, factor: 3 },
  { width: 1, factor: 4 },
  { width: 2, factor: 5 },
  { width: 2, factor: 6 },
  { width: 4, factor: 7 },
  { width: Number.POSITIVE_INFINITY, factor: 8 },
] as const;

export function penaltiesOf(table: PairTable): Penalties {
  const row = new Int32Array(table.judgeIds.length);
  let [lowest, highest] = [0, 0];
  for (let entry = 0; entry < table.entryIds.length; entry += 1) {
    table.fillRow(entry, row);
    for (const value of row) {
      if (value === barred) continue;
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
  }
  const uneven = (Math.min(table.judgeIds.length, 255) + 1) * (highest - lowest + 1);
  return { uneven, limit: 32 * uneven, rule: 64 * uneven, missing: 256 * uneven };
}
