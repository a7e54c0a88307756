import { centreWithinComponents, type Components, laplacianFactor } from './absorbed-laplacian.js';
import type { FactorIncidence } from './factor-incidence.js';

/**
 * Draws from the normal distribution with covariance L⁺: solves Rᵀ x = z for the factor R Rᵀ of the lifted Laplacian and
 * centres, which takes the lift out again. The factor is made at the first draw, for those who only want variances.
 *
 * @returns a function that overwrites x, of length columns
 */
export function laplacianDraw(incidence: FactorIncidence, components: Components) {
  let factor: Float64Array | null = null;
  return (normal: () => number, x: Float64Array): void => {
    factor ??= laplacianFactor(incidence, components);
    if (factor === null) throw new RangeError('the Laplacian has no factor');
    const n = x.length;
    for (let i = 0; i < n; i += 1) x[i] = normal();
    for (let i = n - 1; i >= 0; i -= 1) {
      const value = x[i]! / factor[i * n + i]!;
      x[i] = value;
      const row = i * n;
      for (let k = 0; k < i; k += 1) x[k]! -= value * factor[row + k]!;
    }
    centreWithinComponents(x, components);
  };
}
