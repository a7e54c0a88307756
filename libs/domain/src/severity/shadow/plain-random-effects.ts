import {
  plainDerivatives,
  type PlainDerivatives,
  plainLikelihood,
  type PlainLikelihood,
  type PlainModel,
  plainProduct,
} from './plain-likelihood.js';
import { plainPositiveInverse } from './plain-positive-inverse.js';

/** Sheets as rows: which entry, which judge, what total. */
export interface PlainSheets {
  readonly entries: number;
  readonly judges: number;
  readonly entryOf: ArrayLike<number>;
  readonly judgeOf: ArrayLike<number>;
  readonly totals: ArrayLike<number>;
}

export interface PlainRandomEffects {
  readonly variance: { readonly entry: number; readonly judge: number; readonly residual: number };
  readonly intercept: number;
  readonly scores: number[];
  readonly judgeEffects: number[];
  readonly judgeErrors: number[];
  /** Covariances of the scores' prediction errors. */
  readonly scoreErrors: number[][];
  /** −2 log REML */
  readonly criterion: number;
  /** Largest slope in the logarithm of a variance; of one at zero, in the variance itself and only where it falls. */
  readonly gradient: number;
}

type Point = PlainLikelihood & PlainDerivatives;

/**
 * The crossed mixed model by REML as its textbook writes it: the whole covariance matrix V = σ²I + σ²_e ZZ' + σ²_j JJ' is
 * formed and inverted, time n³ and more. For few sheets: it shares nothing with the fast way and checks it. Newton steps
 * in the variances themselves, with expected information where the curvature is not positive, kept at or above zero;
 * started from the best points of a grid in the inside and on each side (Harville, J. Amer. Statist. Assoc. 72 (1977)
 * 320–338).
 *
 * @param sheets a design whose variances can be told apart, totals not explained without residual
 * @param factors false leaves the variance of a factor at zero
 */
export function plainRandomEffects(
  sheets: PlainSheets,
  factors: { readonly entry: boolean; readonly judge: boolean } = { entry: true, judge: true },
): PlainRandomEffects {
  const n = sheets.totals.length;
  const totals = Array.from(sheets.totals);
  const centre = totals.reduce((sum, total) => sum + total, 0) / n;
  const spread = Math.sqrt(totals.reduce((sum, total) => sum + (total - centre) ** 2, 0) / (n - 1));
  const y = totals.map((total) => (total - centre) / spread);
  const groupings = [
    { levels: sheets.entries, of: Array.from(sheets.entryOf) },
    { levels: sheets.judges, of: Array.from(sheets.judgeOf) },
    { levels: n, of: y.map((_, sheet) => sheet) },
  ];
  const model = { y, groupings };
  const isFree = [factors.entry, factors.judge, true];
  const ends = starts(model, isFree).map((theta) => descend(model, theta, isFree));
  const best = ends.reduce((lowest, end) => (end.criterion < lowest.criterion ? end : lowest));
  return predictions(sheets, best, { y, centre, spread });
}

/** The lowest points of a grid: with each share of the residual, for positive and for zero variances of the factors. */
function starts(model: PlainModel, isFree: readonly boolean[]): number[][] {
  const freedom = model.y.length - 1;
  const lowest = new Map<string, { theta: number[]; height: number }>();
  for (const residual of [0.003, 0.03, 0.15, 0.4, 0.7, 0.95, 1]) {
    for (const entry of [0, 0.03, 0.15, 0.4, 0.6, 0.85, 0.97, 1]) {
      const shares = [(1 - residual) * entry, (1 - residual) * (1 - entry), residual];
      if (shares.some((share, i) => share > 0 && !isFree[i])) continue;
      const at = plainLikelihood(model, shares);
      if (at === null) continue;
      // The best common scale of all variances is known.
      const scale = plainProduct(at.projected, model.y) / freedom;
      const height = at.criterion + freedom * (Math.log(scale) - scale + 1);
      // Small designs may have two optima, one of much residual and one of little.
      const side = [shares[0]! > 0, shares[1]! > 0, residual > 0.2, residual === 1].join();
      if (height < (lowest.get(side)?.height ?? Infinity)) {
        lowest.set(side, { theta: shares.map((share) => share * scale), height });
      }
    }
  }
  return [...lowest.values()].map(({ theta }) => theta);
}

function descend(model: PlainModel, start: readonly number[], isFree: readonly boolean[]): Point {
  let at = pointAt(model, start)!;
  for (let iteration = 0; iteration < 300; iteration += 1) {
    const { theta, gradient } = at;
    const moving = theta.flatMap((value, i) => (isFree[i] && (value > 0 || gradient[i]! < 0) ? [i] : []));
    const next = shortened(model, at, newtonStep(at, moving));
    if (next === null) break;
    const change = Math.max(...theta.map((value, i) => Math.abs(next.theta[i]! - value) / (value + 1e-3)));
    at = next;
    if (change < 1e-14) break;
  }
  return at;
}

function pointAt(model: PlainModel, theta: readonly number[]): Point | null {
  const at = plainLikelihood(model, theta);
  return at && { ...at, ...plainDerivatives(model, at) };
}

function newtonStep({ theta, gradient, hessian, fisher }: Point, moving: readonly number[]): number[] {
  const part = (matrix: readonly (readonly number[])[]) => moving.map((i) => moving.map((j) => matrix[i]![j]!));
  const inverse = (plainPositiveInverse(part(hessian)) ?? plainPositiveInverse(part(fisher)))?.inverse;
  const step = theta.map(() => 0);
  moving.forEach((i, row) => {
    const newton = inverse?.[row]!.reduce((sum, value, column) => sum - value * gradient[moving[column]!]!, 0);
    step[i] = newton ?? -Math.sign(gradient[i]!) * theta[i]! * 0.1;
  });
  return step;
}

/** Halved until the criterion falls; where it can fall no more, until the gradient does. */
function shortened(model: PlainModel, from: Point, step: readonly number[]): Point | null {
  for (let share = 1; share > 1e-9; share /= 2) {
    const theta = from.theta.map((value, i) => Math.max(0, value + share * step[i]!));
    const likelihood = plainLikelihood(model, theta);
    if (likelihood === null || likelihood.criterion - from.criterion >= 1e-11) continue;
    const next = { ...likelihood, ...plainDerivatives(model, likelihood) };
    if (next.criterion - from.criterion < -1e-11 || steepness(next) < steepness(from)) return next;
  }
  return null;
}

function steepness({ theta, gradient }: Point): number {
  return Math.max(...gradient.map((value, i) => (theta[i]! > 0 ? Math.abs(value * theta[i]!) : Math.max(0, -value))));
}

/**
 * The best linear unbiased predictor of μ + u is μ̂ + c'V⁻¹(y − μ̂), c the covariances of u with the sheets; its errors have
 * covariance Cov(u, u') − c'V⁻¹c' + (1 − 1'V⁻¹c)(1 − 1'V⁻¹c') / 1'V⁻¹1.
 */
function predictions(
  { entries, judges, entryOf, judgeOf }: PlainSheets,
  at: Point,
  { y, centre, spread }: { readonly y: readonly number[]; readonly centre: number; readonly spread: number },
): PlainRandomEffects {
  const { theta, inverse, projected, weights, precision, criterion } = at;
  const covariances = (levels: number, of: ArrayLike<number>, variance: number) =>
    Array.from({ length: levels }, (_, level) => y.map((__, i) => (of[i] === level ? variance : 0)));
  const ofEntries = covariances(entries, entryOf, theta[0]!);
  const ofJudges = covariances(judges, judgeOf, theta[1]!);
  const times = (c: readonly number[]) => inverse.map((row) => plainProduct(row, c));
  const intercept = plainProduct(weights, y) / precision;
  const square = spread * spread;
  const solved = ofEntries.map(times);
  const rests = ofEntries.map((c) => 1 - plainProduct(weights, c));
  return {
    variance: { entry: theta[0]! * square, judge: theta[1]! * square, residual: theta[2]! * square },
    intercept: centre + spread * intercept,
    scores: ofEntries.map((c) => centre + spread * (intercept + plainProduct(c, projected))),
    judgeEffects: ofJudges.map((c) => spread * plainProduct(c, projected)),
    judgeErrors: ofJudges.map((c) => {
      const explained = plainProduct(c, times(c)) - plainProduct(weights, c) ** 2 / precision;
      return spread * Math.sqrt(Math.max(0, theta[1]! - explained));
    }),
    scoreErrors: ofEntries.map((c, i) =>
      ofEntries.map(
        (_, j) =>
          square * ((i === j ? theta[0]! : 0) - plainProduct(c, solved[j]!) + (rests[i]! * rests[j]!) / precision),
      ),
    ),
    criterion: criterion + 2 * (y.length - 1) * Math.log(spread),
    gradient: steepness(at),
  };
}
