import type { Factor } from './mixed-model.js';
import { sumsByLevel } from './mixed-model.js';
import type { RandomEffectsLimitation } from './random-effects-fit.js';
import type { SheetDesign } from './sheet-design.js';

/** Relative to the squares of their norms, the determinant at which covariance patterns count as dependent. */
const dependence = 1e-12;

export interface SeparableFactors {
  /** Those whose variance can be estimated beside the residual one; null when the variances cannot be told apart. */
  readonly factors: readonly Factor[] | null;
  readonly limitation: RandomEffectsLimitation | null;
}

/**
 * A variance can be estimated when its pattern of covariance between the sheets, less the general mean, is independent of
 * the others': the Gram matrix of K Z Z'K, K J J'K and K is regular, K = I − 11'/n (Rao and Kleffe, Estimation of
 * Variance Components and Applications, 1988, ch. 4).
 */
export function separableFactors({ entries, judges, entryOf, judgeOf }: SheetDesign): SeparableFactors {
  const n = entryOf.length;
  const factors: Factor[] = [];
  let limitation: RandomEffectsLimitation | null = null;
  if (entries.length > 1) factors.push('entry');
  else limitation = 'one-entry';
  if (judges.length === 1) limitation ??= 'one-judge';
  else if (judges.length === n) limitation ??= 'judges-not-separable';
  else factors.push('judge');
  const gram = gramMatrix([
    ...factors.map((factor) =>
      factor === 'entry' ? { of: entryOf, levels: entries.length } : { of: judgeOf, levels: judges.length },
    ),
    { of: Int32Array.from(entryOf, (_, sheet) => sheet), levels: n },
  ]);
  return isRegular(gram) ? { factors, limitation } : { factors: null, limitation: 'variances-not-separable' };
}

interface Pattern {
  readonly of: Int32Array;
  readonly levels: number;
}

/** tr(K A K B) = tr(AB) − 2·1'AB1/n + 1'A1·1'B1/n², A and B the patterns ZZ' of two groupings. */
function gramMatrix(patterns: readonly Pattern[]): number[][] {
  const n = patterns[0]!.of.length;
  const ones = new Float64Array(n).fill(1);
  const totals = patterns.map(({ of, levels }) => sumsByLevel(ones, of, levels));
  const squares = totals.map((counts) => counts.reduce((sum, count) => sum + count * count, 0));
  return patterns.map((left, i) =>
    patterns.map((right, j) => {
      let cross = 0;
      for (let sheet = 0; sheet < n; sheet += 1) cross += totals[i]![left.of[sheet]!]! * totals[j]![right.of[sheet]!]!;
      const shared = i === j ? squares[i]! : sharedPairs(left, right);
      return shared - (2 * cross) / n + (squares[i]! * squares[j]!) / n ** 2;
    }),
  );
}

/** Σ of squared numbers of sheets over the pairs of levels; the design's order puts equal pairs side by side. */
function sharedPairs(left: Pattern, right: Pattern): number {
  let sum = 0;
  let run = 0;
  for (let sheet = 0; sheet < left.of.length; sheet += 1) {
    const isRepeated = sheet > 0 && left.of[sheet] === left.of[sheet - 1] && right.of[sheet] === right.of[sheet - 1];
    run = isRepeated ? run + 1 : 1;
    sum += 2 * run - 1;
  }
  return sum;
}

/** By elimination of the matrix scaled to a unit diagonal. */
function isRegular(gram: readonly (readonly number[])[]): boolean {
  const scales = gram.map((row, i) => 1 / Math.sqrt(row[i]!));
  const rest = gram.map((row, i) => row.map((value, j) => value * scales[i]! * scales[j]!));
  for (let pivot = 0; pivot < rest.length; pivot += 1) {
    const top = rest[pivot]!;
    if (!(top[pivot]! > dependence)) return false;
    for (let i = pivot + 1; i < rest.length; i += 1) {
      const share = rest[i]![pivot]! / top[pivot]!;
      for (let j = pivot; j < rest.length; j += 1) rest[i]![j]! -= share * top[j]!;
    }
  }
  return true;
}
