import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import type { Components } from './absorbed-laplacian.js';
import { judgeAnchor } from './entry-covariance.js';
import type { FactorIncidence, FactorPair } from './factor-incidence.js';
import type { LaplacianSolver } from './laplacian-solver.js';
import { rowMean } from './row-means.js';
import { solveTwoFactors } from './solve-two-factors.js';
import type { UnitCovariance } from './unit-covariance.js';

const probes = 64;

/** What the fits to noise need; rows are the absorbed factor. */
export interface ProbedDesign {
  readonly pair: FactorPair;
  readonly incidence: FactorIncidence;
  readonly solve: LaplacianSolver;
  readonly entries: Components;
  readonly judges: Components;
  readonly keepsJudges: boolean;
}

/**
 * Uncertainty where L⁺ is too large to form: 64 seeded fits to standard normal noise in place of the totals. Their effects
 * have exactly the covariance that is sought, so their mean squares estimate it, each within √(2/64) = 18 % (one standard
 * deviation). Where entries were absorbed only the judges' part of a score's variance, about 1/n_j of it, is estimated.
 *
 * @param seed of the noise
 */
export function probedCovariance(design: ProbedDesign, seed: number): UnitCovariance {
  const { pair, incidence, solve, entries, judges, keepsJudges } = design;
  const normal = standardNormal(seededRandom(seed));
  const noise = new Float64Array(pair.rowOf.length);
  const shared = new Float32Array(entries.of.length * probes);
  const judgeVariances = new Float64Array(judges.of.length);
  const sharedVariances = new Float64Array(entries.of.length);
  const anchor = keepsJudges ? null : judgeAnchor(incidence, judges, entries);
  for (let probe = 0; probe < probes; probe += 1) {
    for (let sheet = 0; sheet < noise.length; sheet += 1) noise[sheet] = normal();
    const { rowEffects, columnEffects } = solveTwoFactors(pair, incidence, noise, solve);
    const effects = keepsJudges ? columnEffects : rowEffects;
    const means = componentMeans(effects, judges);
    effects.forEach((effect, judge) => {
      judgeVariances[judge]! += (effect - means[judges.of[judge]!]!) ** 2 / probes;
    });
    const shifts = anchor === null ? null : anchorShifts(anchor.meanRow, columnEffects, entries);
    for (let entry = 0; entry < entries.of.length; entry += 1) {
      const error =
        shifts === null
          ? -rowMean(incidence, entry, columnEffects)
          : columnEffects[entry]! - shifts[entries.of[entry]!]!;
      shared[entry * probes + probe] = error;
      sharedVariances[entry]! += error ** 2 / probes;
    }
  }
  const own = (entry: number) => (keepsJudges ? 1 / incidence.rowTotals[entry]! : 0);
  const common = (entry: number) => anchor?.meanVariances[entries.of[entry]!] ?? 0;
  return {
    entryVariances: sharedVariances.map((value, entry) => own(entry) + common(entry) + value),
    judgeVariances,
    differenceVariance: (i, j) => own(i) + own(j) + meanSquaredDifference(shared, i, j),
    draw: null,
  };
}

function componentMeans(values: Float64Array, components: Components): Float64Array {
  const sums = new Float64Array(components.count);
  const sizes = new Float64Array(components.count);
  values.forEach((value, at) => {
    sums[components.of[at]!]! += value;
    sizes[components.of[at]!]! += 1;
  });
  return sums.map((sum, component) => sum / sizes[component]!);
}

function anchorShifts(meanRow: Float64Array, effects: Float64Array, entries: Components): Float64Array {
  const shifts = new Float64Array(entries.count);
  effects.forEach((effect, entry) => {
    shifts[entries.of[entry]!]! += meanRow[entry]! * effect;
  });
  return shifts;
}

function meanSquaredDifference(values: Float32Array, i: number, j: number): number {
  let sum = 0;
  for (let probe = 0; probe < probes; probe += 1) {
    sum += (values[i * probes + probe]! - values[j * probes + probe]!) ** 2;
  }
  return sum / probes;
}
