import { type PlainMatrix, plainPositiveInverse } from './plain-positive-inverse.js';

/** Standardised totals, and the level of each sheet in each of: entries, judges, sheets. */
export interface PlainModel {
  readonly y: readonly number[];
  readonly groupings: readonly { readonly levels: number; readonly of: readonly number[] }[];
}

/** −2 log REML at variances (entry, judge, residual). */
export interface PlainLikelihood {
  readonly theta: readonly number[];
  readonly criterion: number;
  /** V⁻¹ */
  readonly inverse: PlainMatrix;
  /** V⁻¹1 and 1'V⁻¹1 */
  readonly weights: readonly number[];
  readonly precision: number;
  /** Py = V⁻¹(y − μ̂) */
  readonly projected: readonly number[];
}

export interface PlainDerivatives {
  readonly gradient: number[];
  readonly hessian: number[][];
  /** Expected curvature. */
  readonly fisher: number[][];
}

/**
 * (n − 1) log 2π + log |V| + log 1'V⁻¹1 + y'Py with V = Σ θ_i Z_i Z_i' written out; null where V is not positive definite.
 */
export function plainLikelihood({ y, groupings }: PlainModel, theta: readonly number[]): PlainLikelihood | null {
  const v = y.map((_, i) => {
    const row = new Array<number>(y.length).fill(0);
    groupings.forEach(({ of }, part) => {
      const [level, variance] = [of[i], theta[part]!];
      for (let j = 0; j < row.length; j += 1) if (of[j] === level) row[j]! += variance;
    });
    return row;
  });
  const inverted = plainPositiveInverse(v);
  if (inverted === null) return null;
  const { inverse, logDeterminant } = inverted;
  const weights = inverse.map((row) => row.reduce((sum, value) => sum + value, 0));
  const precision = weights.reduce((sum, value) => sum + value, 0);
  const mean = plainProduct(weights, y) / precision;
  const rest = y.map((value) => value - mean);
  const projected = inverse.map((row) => plainProduct(row, rest));
  const square = plainProduct(projected, y);
  const criterion = (y.length - 1) * Math.log(2 * Math.PI) + logDeterminant + Math.log(precision) + square;
  return { theta, criterion, inverse, weights, precision, projected };
}

/** tr(PV_i) − y'PV_iPy and 2y'PV_iPV_jPy − tr(PV_iPV_j), V_i = Z_iZ_i', from the blocks Z_i'PZ_j. */
export function plainDerivatives({ y, groupings }: PlainModel, at: PlainLikelihood): PlainDerivatives {
  const { inverse, weights, precision, projected } = at;
  const sums = groupings.map(({ levels, of }) => {
    const byLevel = new Array<number>(levels).fill(0);
    for (let sheet = 0; sheet < y.length; sheet += 1) byLevel[of[sheet]!]! += projected[sheet]!;
    return byLevel;
  });
  const p = inverse.map((row, i) => row.map((value, j) => value - (weights[i]! * weights[j]!) / precision));
  const [gradient, fisher, hessian] = [sums.map(() => 0), square(sums.length), square(sums.length)];
  for (const [i, left] of groupings.entries()) {
    for (const [j, right] of groupings.entries()) {
      if (j < i) continue;
      const block = blockSums(p, left, right);
      const expected = block.reduce((sum, line) => sum + plainProduct(line, line), 0);
      const images = block.map((line) => plainProduct(line, sums[j]!));
      const observed = 2 * plainProduct(sums[i]!, images) - expected;
      fisher[i]![j] = fisher[j]![i] = expected;
      hessian[i]![j] = hessian[j]![i] = observed;
      if (i !== j) continue;
      gradient[i] = block.reduce((sum, line, level) => sum + line[level]!, 0) - plainProduct(sums[i]!, sums[i]!);
    }
  }
  return { gradient, hessian, fisher };
}

function square(size: number): PlainMatrix {
  return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}

type Grouping = PlainModel['groupings'][number];

/** Z'PZ of two groupings. */
function blockSums(p: PlainMatrix, left: Grouping, right: Grouping): PlainMatrix {
  const block = new Array<null>(left.levels).fill(null).map(() => new Array<number>(right.levels).fill(0));
  const columns = right.of;
  for (let i = 0; i < p.length; i += 1) {
    const row = block[left.of[i]!]!;
    const line = p[i]!;
    for (let j = 0; j < line.length; j += 1) row[columns[j]!]! += line[j]!;
  }
  return block;
}

export function plainProduct(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < left.length; i += 1) sum += left[i]! * right[i]!;
  return sum;
}
