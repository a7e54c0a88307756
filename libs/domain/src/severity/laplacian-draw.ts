import { solveTransposed } from '../linear-algebra/solve-transposed.js';
import { centreWithinComponents, type Components, laplacianFactor } from './absorbed-laplacian.js';
import type { FactorIncidence } from './factor-incidence.js';

/**
 * Draws from the normal distribution with covariance L⁺: solves Rᵀ x = z for the factor R of the lifted Laplacian and
 * centres, which takes the lift out again. The factor is made at the first draw, for those who only want variances.
 *
 * @returns a function that overwrites x, of length columns
 */
export function laplacianDraw(incidence: FactorIncidence, components: Components) {
  let factor: Float64Array | null = null;
  return (normal: () => number, x: Float64Array): void => {
    factor ??= laplacianFactor(incidence, components);
    if (factor === null) throw new RangeError('the Laplacian has no factor');
    for (let i = 0; i < x.length; i += 1) x[i] = normal();
    solveTransposed(factor, x.length, x);
    centreWithinComponents(x, components);
  };
}
