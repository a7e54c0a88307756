import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { type Components, laplacianFactor, pseudoInverseFromFactor } from './absorbed-laplacian.js';
import { designComponents } from './design-components.js';
import { entryCovariance } from './entry-covariance.js';
import { factorIncidence, type FactorPair } from './factor-incidence.js';
import { judgeCovariance } from './judge-covariance.js';
import { factorSolver, iterativeSolver } from './laplacian-solver.js';
import { type ProbedDesign, probedCovariance } from './probed-covariance.js';
import type { SeverityFit } from './severity-fit.js';
import type { SheetDesign } from './sheet-design.js';
import { solveTwoFactors } from './solve-two-factors.js';
import type { UnitCovariance } from './unit-covariance.js';

export interface FixedEffectsOptions {
  /**
   * Levels of the smaller factor up to which the equations are solved by a dense factor; above, by conjugate gradients.
   * 3,000 unless stated, 500 where no errors are wanted.
   */
  readonly denseLimit?: number;
  /**
   * false: none. Unless stated, exact ones up to `denseLimit` and none beyond. true: beyond it too, estimated there from
   * 64 seeded fits to noise (each error within about 9 %, much less for entries), without joint draws.
   */
  readonly errors?: boolean;
  /** Of the noise, 1 unless stated. */
  readonly seed?: number;
}

/**
 * Scores adjusted for severity by least squares: y = entry + judge + e. The plain sum of judge effects, each judge
 * counted once however many sheets, is zero within each component of the judge × entry graph, so a score is what the
 * component's average judge would have given; positive effects are lenient. Scores, effects and errors of different
 * components rest on different judges and are not comparable; their `differenceError` is NaN.
 *
 * The larger factor is absorbed: L = D_J − Nᵀ D_E⁻¹ N, L s = b, a_e = mean(y − s), and the same with the factors changed
 * over. σ² = RSS / (n − E − J + components); Var(s) = σ² L⁺, Var(a_e) = σ² (1/n_e + m_eᵀ L⁺ m_e),
 * Var(a_e − a_f) = σ² (1/n_e + 1/n_f + (m_e − m_f)ᵀ L⁺ (m_e − m_f)), m_e the row of N over n_e (Searle, Linear Models for
 * Unbalanced Data, 1987, ch. 4). Without a degree of freedom σ² and all errors are NaN and there are no draws.
 */
export function fitFixedEffects(design: SheetDesign, options: FixedEffectsOptions = {}): SeverityFit {
  const { count, entryComponent, judgeComponent } = designComponents(design);
  const keepsJudges = design.judges.length <= design.entries.length;
  const pair = keptPair(design, keepsJudges);
  const entries: Components = { of: entryComponent, count };
  const judges: Components = { of: judgeComponent, count };
  const kept = keepsJudges ? judges : entries;
  const incidence = factorIncidence(pair);
  const { denseLimit = options.errors === false ? 500 : 3000 } = options;
  const factor = pair.columns <= denseLimit ? laplacianFactor(incidence, kept) : null;
  const solve = factor === null ? iterativeSolver(incidence, kept) : factorSolver(factor, kept);
  const { rowEffects, columnEffects, residuals, convergence } = solveTwoFactors(pair, incidence, design.totals, solve);
  const judgeEffects = keepsJudges ? columnEffects : rowEffects;
  const scores = keepsJudges ? rowEffects : columnEffects;
  anchorOnJudges(judgeEffects, scores, judges, entries);
  const residualVariance = varianceOf(design, residuals, count);
  const wantsErrors = !Number.isNaN(residualVariance) && options.errors !== false;
  const covariance = !wantsErrors
    ? null
    : factor !== null
      ? exactCovariance({ pair, incidence, solve, entries, judges, keepsJudges }, factor)
      : options.errors === true
        ? probedCovariance({ pair, incidence, solve, entries, judges, keepsJudges }, options.seed ?? 1)
        : null;
  return {
    estimate: scoreEstimate(design.entries, scores, { residualVariance, covariance, entryComponent }),
    judgeEffects,
    judgeErrors: errorsOf(covariance?.judgeVariances, residualVariance, design.judges.length),
    residuals,
    residualVariance,
    entryComponent,
    judgeComponent,
    variance: null,
    intercept: null,
    remlCriterion: null,
    convergence,
  };
}

/** Rows are the larger factor, which is absorbed. */
function keptPair({ entries, judges, entryOf, judgeOf }: SheetDesign, keepsJudges: boolean): FactorPair {
  return keepsJudges
    ? { rowOf: entryOf, columnOf: judgeOf, rows: entries.length, columns: judges.length }
    : { rowOf: judgeOf, columnOf: entryOf, rows: judges.length, columns: entries.length };
}

/** Shifts each component so that its judge effects sum to zero; sums of effects and scores stay. */
function anchorOnJudges(effects: Float64Array, scores: Float64Array, judges: Components, entries: Components): void {
  const shifts = new Float64Array(judges.count);
  const sizes = new Float64Array(judges.count);
  for (let judge = 0; judge < effects.length; judge += 1) {
    shifts[judges.of[judge]!]! += effects[judge]!;
    sizes[judges.of[judge]!]! += 1;
  }
  for (let component = 0; component < judges.count; component += 1) shifts[component]! /= sizes[component]!;
  for (let judge = 0; judge < effects.length; judge += 1) effects[judge]! -= shifts[judges.of[judge]!]!;
  for (let entry = 0; entry < scores.length; entry += 1) scores[entry]! += shifts[entries.of[entry]!]!;
}

function varianceOf({ entries, judges, totals }: SheetDesign, residuals: Float64Array, components: number): number {
  const freedom = totals.length - entries.length - judges.length + components;
  if (freedom <= 0) return Number.NaN;
  const size = totals.reduce((most, total) => Math.max(most, Math.abs(total)), 0);
  const squares = residuals.reduce((sum, residual) => sum + residual * residual, 0);
  // Totals that fit exactly leave rounding only, of which no error should be made.
  return squares <= totals.length * (64 * Number.EPSILON * size) ** 2 ? 0 : squares / freedom;
}

/** Consumes the factor. */
function exactCovariance(
  { incidence, entries, judges, keepsJudges }: ProbedDesign,
  factor: Float64Array,
): UnitCovariance {
  const inverse = pseudoInverseFromFactor(factor, incidence, keepsJudges ? judges : entries);
  return keepsJudges
    ? judgeCovariance(incidence, judges, inverse)
    : entryCovariance(incidence, { judges, entries }, inverse);
}

function errorsOf(variances: Float64Array | undefined, residualVariance: number, length: number): Float64Array {
  if (variances === undefined) return new Float64Array(length).fill(Number.NaN);
  return variances.map((variance) => Math.sqrt(residualVariance * variance));
}

function scoreEstimate(
  entries: readonly string[],
  scores: Float64Array,
  known: {
    readonly residualVariance: number;
    readonly covariance: UnitCovariance | null;
    readonly entryComponent: Int32Array;
  },
): ScoreEstimate {
  const { residualVariance, covariance, entryComponent } = known;
  const draw = covariance?.draw ?? null;
  return {
    entries,
    scores,
    standardErrors: errorsOf(covariance?.entryVariances, residualVariance, entries.length),
    differenceError: (i, j) => {
      if (i === j) return 0;
      if (covariance === null || entryComponent[i] !== entryComponent[j]) return Number.NaN;
      return Math.sqrt(residualVariance * covariance.differenceVariance(i, j));
    },
    drawErrors:
      draw === null
        ? null
        : (normal, out) => {
            draw(normal, Math.sqrt(residualVariance), out);
          },
  };
}
