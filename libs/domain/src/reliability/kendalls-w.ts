import { rankEntries } from '../ranking/rank-entries.js';
import type { SheetDesign } from '../severity/sheet-design.js';
import { chiSquareUpperTail } from '../statistics/chi-square-upper-tail.js';
import { roundToNineDecimals } from '../statistics/round-to-nine-decimals.js';
import { isCrossed } from './two-way-mean-squares.js';

export interface Concordance {
  /** Kendall's W, from 0 (no agreement in order) to 1. */
  readonly w: number;
  /** Judges × (entries − 1) × W, near χ² with entries − 1 degrees of freedom where judges rank at random. */
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * Kendall's coefficient of concordance with tie correction, W = 12 S / (m²(n³ − n) − m Σ(t³ − t)) for m judges and n
 * entries, S the squared deviations of the entries' rank sums, t the size of each tie in a judge's list (Kendall and
 * Babington Smith, Ann. Math. Statist. 10 (1939) 275–287; Siegel, Nonparametric Statistics, 1956, 229–238). Totals are
 * equal when they agree to 9 decimals.
 *
 * @returns null where not every judge scored every entry, below two judges or entries, and where every judge ties all
 */
export function kendallsW(design: SheetDesign): Concordance | null {
  const [entries, judges] = [design.entries.length, design.judges.length];
  if (entries < 2 || judges < 2 || !isCrossed(design)) return null;
  const rankSums = new Float64Array(entries);
  let ties = 0;
  for (let judge = 0; judge < judges; judge += 1) {
    const list = design.entries
      .map((_, entry) => ({ entry, total: roundToNineDecimals(design.totals[entry * judges + judge]!) }))
      .sort((left, right) => right.total - left.total);
    const ranks = rankEntries(list, (left, right) => left.total === right.total, 'fractional');
    list.forEach(({ entry }, position) => (rankSums[entry]! += ranks[position]!));
    ties += tieTerm(list.map(({ total }) => total));
  }
  const meanSum = (judges * (entries + 1)) / 2;
  const deviations = rankSums.reduce((sum, ranks) => sum + (ranks - meanSum) ** 2, 0);
  const most = judges * judges * (entries ** 3 - entries) - judges * ties;
  if (most <= 0) return null;
  const w = (12 * deviations) / most;
  const degreesOfFreedom = entries - 1;
  const chiSquare = judges * degreesOfFreedom * w;
  return { w, chiSquare, degreesOfFreedom, pValue: chiSquareUpperTail(chiSquare, degreesOfFreedom) };
}

/** Σ(t³ − t) over the runs of equal values. */
function tieTerm(sorted: readonly number[]): number {
  let sum = 0;
  for (let start = 0; start < sorted.length;) {
    let end = start + 1;
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1;
    sum += (end - start) ** 3 - (end - start);
    start = end;
  }
  return sum;
}
