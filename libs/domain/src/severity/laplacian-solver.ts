import { solveCholesky } from '../linear-algebra/cholesky.js';
import { conjugateGradients, type IterativeSolution } from '../linear-algebra/conjugate-gradients.js';
import { applyLaplacian, centreWithinComponents, type Components } from './absorbed-laplacian.js';
import type { FactorIncidence } from './factor-incidence.js';

/** Solves L x = b for the solution that sums to zero within each component; b is consumed. */
export type LaplacianSolver = (b: Float64Array, x: Float64Array) => IterativeSolution;

export function factorSolver(factor: Float64Array, components: Components): LaplacianSolver {
  return (b, x) => {
    x.set(b);
    solveCholesky(factor, x.length, x);
    centreWithinComponents(x, components);
    return { iterations: 1, residual: 0, converged: true };
  };
}

/** Conjugate gradients with the diagonal of L as preconditioner, to 1e-8 of b: `solveTwoFactors` repeats on what is left. */
export function iterativeSolver(incidence: FactorIncidence, components: Components): LaplacianSolver {
  const diagonal = laplacianDiagonal(incidence);
  const system = {
    apply: (v: Float64Array, out: Float64Array) => applyLaplacian(incidence, v, out),
    precondition: (v: Float64Array, out: Float64Array) => {
      for (let i = 0; i < v.length; i += 1) out[i] = v[i]! / diagonal[i]!;
    },
  };
  return (b, x) => {
    // Rounding must not leave a part of b outside the range of L, on which the steps would never converge.
    centreWithinComponents(b, components);
    x.fill(0);
    const solution = conjugateGradients(system, b, x, { tolerance: 1e-8, maxIterations: 2000 });
    centreWithinComponents(x, components);
    return solution;
  };
}

/** A level that meets nobody else has a zero row in L; 1 stands in, as its right side is zero too. */
function laplacianDiagonal({ rows, starts, columnOf, counts, rowTotals, columns }: FactorIncidence): Float64Array {
  const diagonal = new Float64Array(columns);
  for (let row = 0; row < rows; row += 1) {
    for (let cell = starts[row]!; cell < starts[row + 1]!; cell += 1) {
      const count = counts[cell]!;
      diagonal[columnOf[cell]!]! += (count * (rowTotals[row]! - count)) / rowTotals[row]!;
    }
  }
  return diagonal.map((value) => (value > 0 ? value : 1));
}
