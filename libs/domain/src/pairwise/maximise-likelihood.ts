import { solveCholesky } from '../linear-algebra/cholesky.js';
import { conjugateGradients } from '../linear-algebra/conjugate-gradients.js';
import type { Convergence } from '../severity/severity-fit.js';
import { liftedFactor } from './lifted-factor.js';
import type { WinLikelihood } from './win-likelihood.js';

const maximumSteps = 300;
/** Entries up to which a dense factor solves each step, which near-separated wins do not unsettle. */
const denseSteps = 200;

/**
 * Damped Newton steps from `abilities`, which it overwrites with the maximum that sums to zero. Of a step δ the share
 * ln(1 + d)/d is taken, d the largest change of a gap between entries that were compared (or of an ability, under a
 * prior): the third derivative of a logistic term is at most its second times the change of its gap, so the likelihood
 * never falls, and near the maximum the steps are whole (Sun and Tran-Dinh, Math. Program. 178 (2019) 145–213). It ends
 * when a step moves nothing by 1e-12 or small steps no longer shrink.
 *
 * @param comparisons by entry, the scale of the gradient: it has converged at 1e-10 of them and a last step below 1e-9
 */
export function maximiseLikelihood(
  likelihood: WinLikelihood,
  abilities: Float64Array,
  comparisons: Float64Array,
): Convergence {
  const size = abilities.length;
  const gradient = new Float64Array(size);
  const step = new Float64Array(size);
  let last = Number.POSITIVE_INFINITY;
  let iterations = 0;
  while (size > 0 && iterations < maximumSteps) {
    likelihood.gradient(abilities, gradient);
    centre(gradient);
    solveStep(likelihood, gradient, step);
    centre(step);
    const length = largest(step);
    if (!Number.isFinite(length) || length < 1e-12 || (length < 1e-6 && length > last / 2)) {
      last = length;
      break;
    }
    last = length;
    const change = Math.max(likelihood.largestGap(step), Number.MIN_VALUE);
    const share = Math.log1p(change) / change;
    for (let i = 0; i < size; i += 1) abilities[i]! += share * step[i]!;
    iterations += 1;
  }
  centre(abilities);
  likelihood.gradient(abilities, gradient);
  const isFlat = gradient.every((slope, i) => Math.abs(slope) <= 1e-10 * comparisons[i]!);
  return { converged: isFlat && (last < 1e-9 || size === 0), iterations, gradient: largest(gradient) };
}

function solveStep(likelihood: WinLikelihood, gradient: Float64Array, step: Float64Array): void {
  const size = gradient.length;
  const factor = size <= denseSteps ? (liftedFactor(likelihood.information(), size)?.factor ?? null) : null;
  if (factor !== null) {
    step.set(gradient);
    solveCholesky(factor, size, step);
    return;
  }
  const diagonal = new Float64Array(size);
  likelihood.diagonal(diagonal);
  step.fill(0);
  conjugateGradients(
    {
      apply: likelihood.applyInformation,
      precondition: (v, out) => {
        for (let i = 0; i < size; i += 1) out[i] = v[i]! / diagonal[i]!;
      },
    },
    gradient,
    step,
    { tolerance: 1e-8 },
  );
}

function centre(values: Float64Array): void {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (let i = 0; i < values.length; i += 1) values[i]! -= mean;
}

function largest(values: Float64Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
