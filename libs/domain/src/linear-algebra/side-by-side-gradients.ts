/** Several vectors at once, component by component: element c of vector v stands at c · width + v. */
export interface SideBySideSystem {
  /** Writes A v to `out` for each vector. */
  readonly apply: (v: Float64Array, out: Float64Array, width: number) => void;
  /** Diagonal of a preconditioner, positive. */
  readonly diagonal: Float64Array;
}

/**
 * Conjugate gradients with a diagonal preconditioner for several right sides at once, each with its own steps: one pass
 * over the matrix serves all of them. Ends when every residual is small.
 *
 * @param x the starts, overwritten with the solutions
 * @param tolerance on each residual's norm relative to that of its right side
 * @returns the number of iterations
 */
export function sideBySideGradients(
  { apply, diagonal }: SideBySideSystem,
  b: Float64Array,
  x: Float64Array,
  { width, tolerance, maxIterations }: { width: number; tolerance: number; maxIterations: number },
): number {
  const scratch = new Float64Array(b.length);
  const search = new Float64Array(b.length);
  apply(x, scratch, width);
  const residual = b.map((value, at) => value - scratch[at]!);
  const limits = products(b, b, width).map((square) => square * tolerance * tolerance);
  let energies = new Float64Array(width);
  for (let iteration = 0; ; iteration += 1) {
    const squares = products(residual, residual, width);
    if (iteration >= maxIterations || squares.every((square, at) => square <= limits[at]!)) return iteration;
    for (let base = 0, row = 0; base < b.length; base += width, row += 1) {
      const scale = 1 / diagonal[row]!;
      for (let at = base; at < base + width; at += 1) scratch[at] = residual[at]! * scale;
    }
    const next = products(residual, scratch, width);
    const shares = next.map((energy, at) => (energies[at]! > 0 ? energy / energies[at]! : 0));
    for (let base = 0; base < b.length; base += width) {
      for (let at = 0; at < width; at += 1) search[base + at] = scratch[base + at]! + shares[at]! * search[base + at]!;
    }
    apply(search, scratch, width);
    const curvatures = products(search, scratch, width);
    // A vector that is solved, or zero, stays where it is.
    const lengths = next.map((energy, at) => (curvatures[at]! > 0 ? energy / curvatures[at]! : 0));
    for (let base = 0; base < b.length; base += width) {
      for (let at = 0; at < width; at += 1) {
        x[base + at]! += lengths[at]! * search[base + at]!;
        residual[base + at]! -= lengths[at]! * scratch[base + at]!;
      }
    }
    energies = next;
  }
}

function products(left: Float64Array, right: Float64Array, width: number): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(width);
  for (let at = 0; at < left.length; at += width) {
    for (let vector = 0; vector < width; vector += 1) sums[vector]! += left[at + vector]! * right[at + vector]!;
  }
  return sums;
}
