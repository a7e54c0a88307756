import { seededRandom } from '../statistics/seeded-random.js';
import type { FactorIncidence } from './factor-incidence.js';

const maximumSteps = 300;
const stepsBetweenChecks = 10;

/**
 * How well the sheets connect the weakest two groups of judges: the smallest non-trivial eigenvalue of
 * I − D_J^-½ Nᵀ D_E⁻¹ N D_J^-½, over all components, each taken by itself. Both factors have the same such eigenvalues
 * below 1, so it does not matter which stands in the columns. In the theory of block designs these are the canonical
 * efficiency factors (James and Wilkinson, Biometrika 58 (1971) 279–294): the contrast of judges that is known worst
 * has 1/λ times the variance that it would have if every judge had scored every entry.
 *
 * Lanczos steps from a fixed start, the trivial vectors removed at each; after 300 steps what is found by then is
 * returned, which is at most 10⁻⁴ too high.
 *
 * @param componentOf of each column
 * @returns in [0, 1]; 1 where each component has a single column and nothing is to be compared
 */
export function algebraicConnectivity(incidence: FactorIncidence, componentOf: Int32Array, components: number): number {
  const { columns, columnTotals } = incidence;
  const roots = Float64Array.from(columnTotals, Math.sqrt);
  const removeTrivial = trivialRemoval(roots, componentOf, components);
  const uniform = seededRandom(1);
  let current = Float64Array.from({ length: columns }, () => 2 * uniform() - 1);
  removeTrivial(current);
  let previous = new Float64Array(columns);
  let next = new Float64Array(columns);
  const means = new Float64Array(columns);
  let length = norm(current);
  // The start lies within the trivial space up to rounding when there is nothing else.
  if (length <= 1e-8 * Math.sqrt(columns)) return 1;
  for (let i = 0; i < columns; i += 1) current[i] = current[i]! / length;
  const diagonal: number[] = [];
  const beside: number[] = [];
  let largest = 0;
  for (let step = 1; step <= Math.min(columns, maximumSteps); step += 1) {
    applyNormalised(incidence, roots, current, means, next);
    const before = beside.at(-1) ?? 0;
    const at = dot(next, current);
    for (let i = 0; i < columns; i += 1) next[i] = next[i]! - at * current[i]! - before * previous[i]!;
    removeTrivial(next);
    diagonal.push(at);
    length = norm(next);
    if (length < 1e-10) break;
    if (step % stepsBetweenChecks === 0) {
      const found = largestEigenvalue(diagonal, beside);
      if (Math.abs(found - largest) <= 1e-9 * (1 - found)) break;
      largest = found;
    }
    beside.push(length);
    for (let i = 0; i < columns; i += 1) next[i] = next[i]! / length;
    [previous, current, next] = [current, next, previous];
  }
  return Math.min(1, Math.max(0, 1 - largestEigenvalue(diagonal, beside)));
}

/** Takes the part along D^½ 1 of each component out of a vector. */
function trivialRemoval(roots: Float64Array, componentOf: Int32Array, components: number) {
  const squares = new Float64Array(components);
  for (let i = 0; i < roots.length; i += 1) squares[componentOf[i]!]! += roots[i]! ** 2;
  const shares = new Float64Array(components);
  return (vector: Float64Array): void => {
    shares.fill(0);
    for (let i = 0; i < roots.length; i += 1) shares[componentOf[i]!]! += vector[i]! * roots[i]!;
    for (let c = 0; c < components; c += 1) shares[c]! /= squares[c]!;
    for (let i = 0; i < roots.length; i += 1) vector[i]! -= shares[componentOf[i]!]! * roots[i]!;
  };
}

/** out = D^-½ Nᵀ D_rows⁻¹ N D^-½ v. */
function applyNormalised(
  { rows, starts, columnOf, counts, rowTotals }: FactorIncidence,
  roots: Float64Array,
  v: Float64Array,
  scaled: Float64Array,
  out: Float64Array,
): void {
  for (let i = 0; i < v.length; i += 1) scaled[i] = v[i]! / roots[i]!;
  out.fill(0);
  for (let row = 0; row < rows; row += 1) {
    const end = starts[row + 1]!;
    let sum = 0;
    for (let cell = starts[row]!; cell < end; cell += 1) sum += counts[cell]! * scaled[columnOf[cell]!]!;
    sum /= rowTotals[row]!;
    for (let cell = starts[row]!; cell < end; cell += 1) out[columnOf[cell]!]! += counts[cell]! * sum;
  }
  for (let i = 0; i < v.length; i += 1) out[i]! /= roots[i]!;
}

/** Of a symmetric tridiagonal matrix with eigenvalues in [0, 1], by bisection on the signs of Sturm's sequence. */
function largestEigenvalue(diagonal: readonly number[], beside: readonly number[]): number {
  let low = 0;
  let high = 1;
  while (high - low > 1e-15) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (hasEigenvalueAbove(diagonal, beside, middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function hasEigenvalueAbove(diagonal: readonly number[], beside: readonly number[], value: number): boolean {
  let pivot = 1;
  for (let i = 0; i < diagonal.length; i += 1) {
    const off = i === 0 ? 0 : beside[i - 1]! ** 2;
    pivot = diagonal[i]! - value - off / pivot;
    if (pivot > 0) return true;
    // A zero pivot counts as negative; the next one then gets a large positive share.
    if (pivot === 0) pivot = -1e-300;
  }
  return false;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i += 1) sum += left[i]! * right[i]!;
  return sum;
}

function norm(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector));
}
