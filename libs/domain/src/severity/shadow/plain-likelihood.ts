import { type PlainMatrix, plainPositiveInverse } from './plain-positive-inverse.js';

/** Standardised totals, and the level of each sheet in each of: entries, judges, sheets. */
export interface PlainModel {
  readonly y: readonly number[];
  readonly groupings: readonly { readonly levels: number; readonly of: ArrayLike<number> }[];
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
  const v = y.map((_, i) =>
    y.map((__, j) => groupings.reduce((sum, { of }, part) => (of[i] === of[j] ? sum + theta[part]! : sum), 0)),
  );
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
    const byLevel = Array.from({ length: levels }, () => 0);
    for (let sheet = 0; sheet < y.length; sheet += 1) byLevel[of[sheet]!]! += projected[sheet]!;
    return byLevel;
  });
  const blocks = groupings.map((left) =>
    groupings.map((right) => {
      const block = Array.from({ length: left.levels }, () => Array.from({ length: right.levels }, () => 0));
      for (let i = 0; i < y.length; i += 1) {
        const row = block[left.of[i]!]!;
        for (let j = 0; j < y.length; j += 1) {
          row[right.of[j]!]! += inverse[i]![j]! - (weights[i]! * weights[j]!) / precision;
        }
      }
      return block;
    }),
  );
  const gradient = sums.map(
    (byLevel, i) => blocks[i]![i]!.reduce((sum, row, level) => sum + row[level]!, 0) - plainProduct(byLevel, byLevel),
  );
  const fisher = blocks.map((row) =>
    row.map((block) => block.reduce((sum, line) => sum + plainProduct(line, line), 0)),
  );
  const hessian = fisher.map((row, i) =>
    row.map((expected, j) => {
      const images = blocks[i]![j]!.map((line) => plainProduct(line, sums[j]!));
      return 2 * plainProduct(sums[i]!, images) - expected;
    }),
  );
  return { gradient, hessian, fisher };
}

export function plainProduct(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < left.length; i += 1) sum += left[i]! * right[i]!;
  return sum;
}
