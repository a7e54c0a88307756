import { conjugateGradients } from '../linear-algebra/conjugate-gradients.js';
import type { Convergence } from '../severity/severity-fit.js';
import type { WinLikelihood } from './win-likelihood.js';

const maximumSteps = 100;
const maximumHalvings = 40;

/**
 * Newton's method from `abilities`, which it overwrites with the maximum that sums to zero. The steps are solved by
 * conjugate gradients with the diagonal as preconditioner, and halved while the likelihood falls, which on a concave
 * function with a maximum leads there. It ends when a step moves no ability by 1e-11 or can no longer improve.
 */
export function maximiseLikelihood(likelihood: WinLikelihood, abilities: Float64Array): Convergence {
  const size = abilities.length;
  const [gradient, step, diagonal, trial] = Array.from({ length: 4 }, () => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const system = {
    apply: likelihood.applyInformation,
    precondition: (v: Float64Array, out: Float64Array) => {
      for (let i = 0; i < size; i += 1) out[i] = v[i]! / diagonal[i]!;
    },
  };
  let value = likelihood.value(abilities);
  let iterations = 0;
  let isDone = size === 0;
  for (; !isDone && iterations < maximumSteps; iterations += 1) {
    likelihood.gradient(abilities, gradient);
    likelihood.diagonal(diagonal);
    centre(gradient);
    step.fill(0);
    conjugateGradients(system, gradient, step, { tolerance: 1e-8 });
    centre(step);
    const length = largest(step);
    // Below what the likelihood's own rounding lets one see.
    const slack = 1e-13 * Math.abs(value);
    let share = 1;
    let next = Number.NEGATIVE_INFINITY;
    for (let halving = 0; halving < maximumHalvings; halving += 1, share /= 2) {
      for (let i = 0; i < size; i += 1) trial[i] = abilities[i]! + share * step[i]!;
      next = likelihood.value(trial);
      if (next >= value - slack) break;
    }
    if (next < value - slack) break;
    abilities.set(trial);
    value = next;
    isDone = length <= 1e-11;
  }
  centre(abilities);
  likelihood.gradient(abilities, gradient);
  likelihood.diagonal(diagonal);
  return { converged: isDone || isFlat(gradient, diagonal), iterations, gradient: largest(gradient) };
}

/** No ability would move by 1e-10 on its own. */
function isFlat(gradient: Float64Array, diagonal: Float64Array): boolean {
  return gradient.every((slope, i) => Math.abs(slope) <= 1e-10 * diagonal[i]!);
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
