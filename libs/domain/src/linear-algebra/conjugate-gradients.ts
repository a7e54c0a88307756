/** How a system was solved by iteration. */
export interface IterativeSolution {
  readonly iterations: number;
  /** Euclidean norm of b − A x over that of b; 0 for b = 0. */
  readonly residual: number;
  readonly converged: boolean;
}

/** A symmetric positive (semi)definite system, known by what it does to a vector. */
export interface LinearSystem {
  /** Writes A v to `out`; both have the length of b. */
  readonly apply: (v: Float64Array, out: Float64Array) => void;
  /** Writes M⁻¹ v to `out`, M a cheap positive definite neighbour of A. */
  readonly precondition: (v: Float64Array, out: Float64Array) => void;
}

/**
 * Preconditioned conjugate gradients (Hestenes and Stiefel, J. Res. NBS 49 (1952) 409–436). A singular system is solved
 * when b lies in the range of A; the solution's part in the null space is that of the start.
 *
 * @param x the start, overwritten with the solution
 * @param options.tolerance on the residual's norm relative to that of b, 1e-12 unless stated
 * @param options.maxIterations ten times the length unless stated
 */
export function conjugateGradients(
  { apply, precondition }: LinearSystem,
  b: Float64Array,
  x: Float64Array,
  options: { readonly tolerance?: number; readonly maxIterations?: number } = {},
): IterativeSolution {
  const { tolerance = 1e-12, maxIterations = 10 * b.length } = options;
  const norm = Math.sqrt(product(b, b));
  if (norm === 0) {
    x.fill(0);
    return { iterations: 0, residual: 0, converged: true };
  }
  const [residual, search, scratch] = [0, 1, 2].map(() => new Float64Array(b.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  apply(x, scratch);
  for (let i = 0; i < b.length; i += 1) residual[i] = b[i]! - scratch[i]!;
  let relative = Math.sqrt(product(residual, residual)) / norm;
  let energy = 0;
  let iterations = 0;
  while (relative > tolerance && iterations < maxIterations) {
    precondition(residual, scratch);
    const next = product(residual, scratch);
    const share = iterations === 0 ? 0 : next / energy;
    for (let i = 0; i < b.length; i += 1) search[i] = scratch[i]! + share * search[i]!;
    energy = next;
    apply(search, scratch);
    const curvature = product(search, scratch);
    // Nothing is left to gain in this direction: the rest of b is outside the range.
    if (!(curvature > 0)) break;
    step(x, residual, search, scratch, energy / curvature);
    relative = Math.sqrt(product(residual, residual)) / norm;
    iterations += 1;
  }
  return { iterations, residual: relative, converged: relative <= tolerance };
}

function step(
  x: Float64Array,
  residual: Float64Array,
  search: Float64Array,
  applied: Float64Array,
  length: number,
): void {
  for (let i = 0; i < x.length; i += 1) {
    x[i]! += length * search[i]!;
    residual[i]! -= length * applied[i]!;
  }
}

function product(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i += 1) sum += left[i]! * right[i]!;
  return sum;
}
