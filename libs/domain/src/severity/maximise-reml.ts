import type { RemlPoint } from './mixed-model-equations.js';

/** A step below this, relative in the variances, ends the search along with the gradient. */
const stepLimit = 1e-9;
const longestStep = 3;

export interface RemlSearch {
  readonly point: RemlPoint;
  readonly iterations: number;
  readonly converged: boolean;
  /** Largest component of the gradient in the logarithms of all variances, the residual's too. */
  readonly gradient: number;
  /** What the point ran into: a factor without variance (by index), or a residual without any. */
  readonly boundary: 'none' | 'residual' | number;
}

export interface RemlSearchLimits {
  readonly tolerance: number;
  readonly maxIterations: number;
  /** By factor, log ratios: at or below the lowest, with the criterion still falling, a variance counts as zero. */
  readonly lowest: readonly number[];
  /** At the highest, with the criterion still falling, the residual variance counts as zero. */
  readonly highest: number;
}

/**
 * Minimises −2 log REML by Newton steps, with exact curvature where it is known and positive and with average information
 * else; steps are halved until the criterion falls (where it is known).
 *
 * @param evaluate null where the equations are singular
 * @param start where they are not
 */
export function maximiseReml(
  evaluate: (logRatios: readonly number[]) => RemlPoint | null,
  start: RemlPoint,
  limits: RemlSearchLimits,
): RemlSearch {
  let point = start;
  let iterations = 1;
  let last = Number.POSITIVE_INFINITY;
  for (;;) {
    const gradient = largestGradient(point.gradient);
    const ended = (boundary: RemlSearch['boundary'], converged: boolean): RemlSearch => ({
      point,
      iterations,
      converged,
      gradient,
      boundary,
    });
    const { logRatios } = point;
    const zero = logRatios.findIndex((value, i) => value <= limits.lowest[i]! && point.gradient[i]! > -1e-9);
    if (zero >= 0) return ended(zero, gradient <= limits.tolerance);
    const isCapped = logRatios.map((value, i) => value >= limits.highest && point.gradient[i]! <= 0);
    const step = newtonStep(point, isCapped);
    const longest = Math.max(...step.map(Math.abs));
    const isShort = longest <= stepLimit;
    const isFlat = gradient <= limits.tolerance;
    if (isCapped.includes(true) && isShort) return ended('residual', isFlat);
    // At the limits of rounding the gradient stops falling before the step is short; towards a boundary it falls slowly.
    if (isFlat && (isShort || (gradient > last / 4 && longest < 1e-3))) return ended('none', true);
    if (iterations >= limits.maxIterations) return ended('none', isFlat);
    const next = search(evaluate, point, step, limits);
    if (next === null) return ended('none', isFlat);
    last = gradient;
    point = next;
    iterations += 1;
  }
}

/** In the logarithms of the variances: adding to all ratios is taking from the residual variance. */
export function largestGradient(gradient: readonly number[]): number {
  const sum = gradient.reduce((total, value) => total + value, 0);
  return Math.max(Math.abs(sum), ...gradient.map(Math.abs));
}

/** Of the components that are not capped; never longer than `longestStep` in any. */
function newtonStep({ gradient, hessian, information }: RemlPoint, isCapped: readonly boolean[]): number[] {
  const free = isCapped.flatMap((capped, i) => (capped ? [] : [i]));
  const steps = gradient.map(() => 0);
  const direction = (hessian && descent(hessian, gradient, free)) ?? descent(information, gradient, free);
  free.forEach((i, at) => {
    steps[i] = direction?.[at] ?? -Math.sign(gradient[i]!);
  });
  const longest = Math.max(...steps.map(Math.abs));
  return longest > longestStep ? steps.map((step) => (step * longestStep) / longest) : steps;
}

/** −H⁻¹ g of one or two components; null when H is not positive definite to working precision. */
function descent(
  matrix: readonly (readonly number[])[],
  gradient: readonly number[],
  free: readonly number[],
): number[] | null {
  const [first, second] = free;
  if (first === undefined) return [];
  const a = matrix[first]![first]!;
  if (!(a > 0)) return null;
  if (second === undefined) return [-gradient[first]! / a];
  const b = matrix[first]![second]!;
  const c = matrix[second]![second]!;
  const determinant = a * c - b * b;
  if (!(determinant > 1e-12 * a * c)) return null;
  const [g, h] = [gradient[first]!, gradient[second]!];
  return [(b * h - c * g) / determinant, (b * g - a * h) / determinant];
}

/** The first of the halved steps at which the criterion falls by a share of what the slope promises. */
function search(
  evaluate: (logRatios: readonly number[]) => RemlPoint | null,
  from: RemlPoint,
  step: readonly number[],
  limits: RemlSearchLimits,
): RemlPoint | null {
  for (let share = 1; share > 1e-6; share /= 2) {
    const at = from.logRatios.map((value, i) => Math.min(value + share * step[i]!, limits.highest));
    const next = evaluate(at);
    if (next === null) continue;
    if (from.criterion === null || next.criterion === null) return next;
    const slope = from.gradient.reduce((sum, value, i) => sum + value * (at[i]! - from.logRatios[i]!), 0);
    const change = next.criterion - from.criterion;
    if (change <= 1e-4 * slope) return next;
    // Below what rounding leaves of the criterion, the gradient decides.
    const condition = 1e4 + Math.exp(Math.max(...at));
    const noise = Number.EPSILON * condition * (Math.abs(from.criterion) + from.sheets);
    if (change <= noise && largestGradient(next.gradient) < largestGradient(from.gradient)) return next;
  }
  return null;
}
