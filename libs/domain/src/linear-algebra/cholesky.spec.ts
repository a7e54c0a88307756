import { describe, expect, it } from '@jest/globals';
import { choleskyInPlace, logDeterminant, solveCholesky, solveLower } from './cholesky.js';
import { invertCholesky } from './invert-cholesky.js';

/** Positive definite, with sizes from 1 to n on the diagonal and NaN above it, which nothing may read. */
function positiveDefinite(n: number): Float64Array {
  const a = new Float64Array(n * n).fill(Number.NaN);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < i; j += 1) a[i * n + j] = Math.sin(1 + 7 * i + 3 * j) / 4;
    a[i * n + i] = 1 + i / 2 + n / 8;
  }
  return a;
}

const element = (a: Float64Array, n: number, i: number, j: number) => (i >= j ? a[i * n + j]! : a[j * n + i]!);

function largestDifference(n: number, left: (i: number, j: number) => number, right: (i: number, j: number) => number) {
  let largest = 0;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) largest = Math.max(largest, Math.abs(left(i, j) - right(i, j)));
  }
  return largest;
}

const sizes = [...Array(14).keys(), 63, 64, 65, 127, 130, 259];

describe.each(sizes)('a dense system of %d unknowns', (n) => {
  const a = positiveDefinite(n);
  const factor = a.slice();
  const isPositive = choleskyInPlace(factor, n);

  it('is factored into a lower triangle', () => {
    expect(isPositive).toBe(true);
    const product = (i: number, j: number) => {
      let sum = 0;
      for (let k = 0; k <= Math.min(i, j); k += 1) sum += factor[i * n + k]! * factor[j * n + k]!;
      return sum;
    };
    expect(largestDifference(n, product, (i, j) => element(a, n, i, j))).toBeLessThan(1e-12 * (n + 1));
  });

  it('is solved', () => {
    const x = Float64Array.from({ length: n }, (_, i) => Math.cos(i));
    const applied = (i: number) => x.reduce((sum, value, j) => sum + element(a, n, i, j) * value, 0);
    const b = x.map((_, i) => applied(i));
    const energy = b.reduce((sum, value, i) => sum + value * x[i]!, 0);
    const half = b.slice();
    solveCholesky(factor, n, b);
    solveLower(factor, n, half);
    expect(b.every((value, i) => Math.abs(value - x[i]!) < 1e-11)).toBe(true);
    expect(half.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(energy, 8);
  });

  it('is inverted in both triangles', () => {
    const inverse = factor.slice();
    invertCholesky(inverse, n);
    const product = (i: number, j: number) => {
      let sum = 0;
      for (let k = 0; k < n; k += 1) sum += element(a, n, i, k) * inverse[k * n + j]!;
      return sum;
    };
    expect(largestDifference(n, product, (i, j) => (i === j ? 1 : 0))).toBeLessThan(1e-12 * (n + 1));
    expect(
      largestDifference(
        n,
        (i, j) => inverse[i * n + j]!,
        (i, j) => inverse[j * n + i]!,
      ),
    ).toBe(0);
  });
});

describe('the logarithm of the determinant', () => {
  it('is that of the matrix', () => {
    const a = Float64Array.of(4, 0, 2, 5);
    choleskyInPlace(a, 2);
    expect(logDeterminant(a, 2)).toBeCloseTo(Math.log(16), 14);
  });
});

describe('a matrix that is not positive definite', () => {
  it.each([
    ['singular', [1, 1, 1, 1]],
    ['indefinite', [1, 2, 2, 1]],
    ['zero', [0, 0, 0, 0]],
    ['not a number', [1, 0, Number.NaN, 1]],
  ])('%s is refused', (_, values) => {
    expect(choleskyInPlace(Float64Array.from(values), 2)).toBe(false);
  });
});
