import type { AdditiveEffects } from './additive-effects.js';
import type { DesignComponents } from './design-components.js';

/** Where exact sums of entries and judges are split between the two, by component; variances and errors with it. */
export interface ComponentShifts {
  readonly entryVariance: number;
  readonly judgeVariance: number;
  readonly intercept: number;
  /** −2 log REML when no sheet is redundant. */
  readonly criterion: number;
  /** Added to a component's entries, taken from its judges. */
  readonly shift: Float64Array;
  /** Of the shifts' prediction errors. */
  readonly covariance: (c: number, d: number) => number;
  readonly draw: (normal: () => number) => Float64Array;
}

/** What the variances of entries (s) and judges (t) are estimated from. */
interface Parts {
  readonly entries: Float64Array;
  readonly judges: Float64Array;
  readonly entryMeans: Float64Array;
  readonly judgeMeans: Float64Array;
  readonly entrySquares: number;
  readonly judgeSquares: number;
}

/**
 * REML of totals without residual. Within a component the entries' values differ exactly as observed, and so do the
 * judges'; between components their means m_c = ā_c + b̄_c are normal with variance k_c = s/E_c + t/J_c:
 * (n − 1) log 2π + (E − C) log s + (J − C) log t + A/s + B/t + Σ (log E_c J_c k_c + (m_c − μ̂)²/k_c) + log Σ 1/k_c, A and B
 * the sums of squares within components. One component: s = A/(E − 1), t = B/(J − 1).
 */
export function componentShifts(effects: AdditiveEffects, components: DesignComponents): ComponentShifts {
  const parts = partsOf(effects, components);
  const [s, t] = variancesOf(parts);
  const { entries, judges, entryMeans, judgeMeans } = parts;
  const { intercept, precision } = meanOf(parts, s, t);
  const weights = entries.map((count, c) => count / s / (count / s + judges[c]! / t));
  const own = entries.map((count, c) => 1 / (count / s + judges[c]! / t));
  const n = effects.entries.length + effects.judges.length - components.count;
  return {
    entryVariance: s,
    judgeVariance: t,
    intercept,
    criterion: (n - 1) * Math.log(2 * Math.PI) + criterionOf(parts, s, t),
    shift: weights.map((weight, c) => (1 - weight) * judgeMeans[c]! - weight * (entryMeans[c]! - intercept)),
    covariance: (c, d) => (c === d ? own[c]! : 0) + (weights[c]! * weights[d]!) / precision,
    draw: (normal) => {
      const common = normal() / Math.sqrt(precision);
      return weights.map((weight, c) => weight * common + Math.sqrt(own[c]!) * normal());
    },
  };
}

function partsOf(effects: AdditiveEffects, { count, entryComponent, judgeComponent }: DesignComponents): Parts {
  const [entries, entryMeans, entrySquares] = within(effects.entries, entryComponent, count);
  const [judges, judgeMeans, judgeSquares] = within(effects.judges, judgeComponent, count);
  return { entries, judges, entryMeans, judgeMeans, entrySquares, judgeSquares };
}

/** Levels, mean and sum of squares about it, of each component; the squares added up. */
function within(values: Float64Array, of: Int32Array, count: number): [Float64Array, Float64Array, number] {
  const sizes = new Float64Array(count);
  const means = new Float64Array(count);
  for (const component of of) sizes[component]! += 1;
  for (let level = 0; level < of.length; level += 1) means[of[level]!]! += values[level]! / sizes[of[level]!]!;
  const squares = values.reduce((sum, value, level) => sum + (value - means[of[level]!]!) ** 2, 0);
  return [sizes, means, squares];
}

function meanOf({ entries, judges, entryMeans, judgeMeans }: Parts, s: number, t: number) {
  let precision = 0;
  let sum = 0;
  for (let c = 0; c < entries.length; c += 1) {
    const weight = 1 / (s / entries[c]! + t / judges[c]!);
    precision += weight;
    sum += weight * (entryMeans[c]! + judgeMeans[c]!);
  }
  return { intercept: sum / precision, precision };
}

function criterionOf(parts: Parts, s: number, t: number): number {
  const { entries, judges, entryMeans, judgeMeans, entrySquares, judgeSquares } = parts;
  const { intercept, precision } = meanOf(parts, s, t);
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  let sum = Math.log(precision) + entrySquares / s + judgeSquares / t;
  sum += (total(entries) - entries.length) * Math.log(s) + (total(judges) - judges.length) * Math.log(t);
  for (let c = 0; c < entries.length; c += 1) {
    const k = s / entries[c]! + t / judges[c]!;
    sum += Math.log(entries[c]! * judges[c]! * k) + (entryMeans[c]! + judgeMeans[c]! - intercept) ** 2 / k;
  }
  return sum;
}

/** By Newton steps in log s and log t on the slopes, halved until the criterion falls; from the best point of a grid. */
function variancesOf(parts: Parts): [number, number] {
  const { entries, judges, entrySquares, judgeSquares } = parts;
  const freedom = (sizes: Float64Array) => sizes.reduce((sum, size) => sum + size - 1, 0);
  const start: [number, number] = [entrySquares / freedom(entries), judgeSquares / freedom(judges)];
  if (entries.length === 1) return start;
  const height = (at: readonly [number, number]) => criterionOf(parts, Math.exp(at[0]), Math.exp(at[1]));
  const [a, b] = [Math.log(start[0]), Math.log(start[1])];
  const shifts = [0, 0.7, 1.5, 3, -0.7];
  const grid = shifts.flatMap((up) => shifts.map((right): [number, number] => [a + up, b + right]));
  let at = grid.reduce((best, next) => (height(next) < height(best) ? next : best));
  for (let iteration = 0; iteration < 100; iteration += 1) {
    const step = newtonStep(parts, at);
    let share = 1;
    const moved = (): [number, number] => [at[0] + share * step[0], at[1] + share * step[1]];
    while (share > 1e-6 && height(moved()) > height(at) + 1e-12) share /= 2;
    at = moved();
    if (Math.abs(step[0]) + Math.abs(step[1]) < 1e-12) break;
  }
  return [Math.exp(at[0]), Math.exp(at[1])];
}

function newtonStep(parts: Parts, at: readonly [number, number]): [number, number] {
  const h = 1e-5;
  const [g0, g1] = slopes(parts, at);
  const column = (i: 0 | 1) => {
    const up = slopes(parts, i === 0 ? [at[0] + h, at[1]] : [at[0], at[1] + h]);
    const down = slopes(parts, i === 0 ? [at[0] - h, at[1]] : [at[0], at[1] - h]);
    return [(up[0] - down[0]) / (2 * h), (up[1] - down[1]) / (2 * h)] as const;
  };
  const [[a, b], [, c]] = [column(0), column(1)];
  const determinant = a * c - b * b;
  if (a > 0 && determinant > 0) return [(b * g1 - c * g0) / determinant, (b * g0 - a * g1) / determinant];
  const size = Math.hypot(g0, g1) || 1;
  return [-g0 / size, -g1 / size];
}

/** Of the criterion in log s and log t. */
function slopes(parts: Parts, at: readonly [number, number]): [number, number] {
  const { entries, judges, entryMeans, judgeMeans, entrySquares, judgeSquares } = parts;
  const [s, t] = [Math.exp(at[0]), Math.exp(at[1])];
  const { intercept, precision } = meanOf(parts, s, t);
  let first = -entrySquares / s;
  let second = -judgeSquares / t;
  for (let c = 0; c < entries.length; c += 1) {
    const [e, j] = [s / entries[c]!, t / judges[c]!];
    const k = e + j;
    const square = (entryMeans[c]! + judgeMeans[c]! - intercept) ** 2;
    const slope = 1 / k - square / k ** 2 - 1 / (k * k * precision);
    first += entries[c]! - 1 + slope * e;
    second += judges[c]! - 1 + slope * j;
  }
  return [first, second];
}
