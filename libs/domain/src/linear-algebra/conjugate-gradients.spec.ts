import { describe, expect, it } from '@jest/globals';
import { conjugateGradients } from './conjugate-gradients.js';

/** The Laplacian of a path of n vertices plus a multiple of the identity. */
const path = (shift: number) => (v: Float64Array, out: Float64Array) => {
  for (let i = 0; i < v.length; i += 1) {
    const before = i > 0 ? v[i]! - v[i - 1]! : 0;
    const after = i < v.length - 1 ? v[i]! - v[i + 1]! : 0;
    out[i] = before + after + shift * v[i]!;
  }
};
const jacobi = (shift: number) => (v: Float64Array, out: Float64Array) => {
  for (let i = 0; i < v.length; i += 1) out[i] = v[i]! / (i === 0 || i === v.length - 1 ? 1 + shift : 2 + shift);
};

describe('conjugate gradients', () => {
  it('solve a positive definite system', () => {
    const expected = Float64Array.from({ length: 50 }, (_, i) => Math.sin(i));
    const b = new Float64Array(50);
    path(0.1)(expected, b);
    const x = new Float64Array(50);
    const solution = conjugateGradients({ apply: path(0.1), precondition: jacobi(0.1) }, b, x);
    expect(solution.converged).toBe(true);
    expect(solution.iterations).toBeLessThanOrEqual(60);
    expect(x.every((value, i) => Math.abs(value - expected[i]!) < 1e-10)).toBe(true);
  });

  it('need no iteration from the solution', () => {
    const x = Float64Array.of(1, 2, 3);
    const b = new Float64Array(3);
    path(1)(x, b);
    expect(conjugateGradients({ apply: path(1), precondition: jacobi(1) }, b, x).iterations).toBe(0);
  });

  it('solve a singular system whose right side is in its range', () => {
    const b = Float64Array.of(1, 0, 0, -1);
    const x = new Float64Array(4);
    expect(conjugateGradients({ apply: path(0), precondition: jacobi(0) }, b, x).converged).toBe(true);
    const steps = [0, 1, 2].map((i) => x[i]! - x[i + 1]!);
    for (const step of steps) expect(step).toBeCloseTo(1, 12);
  });

  it('say so when the right side is outside the range', () => {
    const solution = conjugateGradients(
      { apply: path(0), precondition: jacobi(0) },
      Float64Array.of(1, 1, 1),
      new Float64Array(3),
    );
    expect(solution.converged).toBe(false);
  });

  it('stop at the stated number of iterations', () => {
    const b = Float64Array.from({ length: 30 }, (_, i) => i % 7);
    const solution = conjugateGradients({ apply: path(0.01), precondition: jacobi(0.01) }, b, new Float64Array(30), {
      maxIterations: 3,
    });
    expect(solution).toMatchObject({ iterations: 3, converged: false });
  });

  it('answer zero to zero', () => {
    const x = Float64Array.of(4, 4);
    expect(conjugateGradients({ apply: path(1), precondition: jacobi(1) }, new Float64Array(2), x)).toEqual({
      iterations: 0,
      residual: 0,
      converged: true,
    });
    expect([...x]).toEqual([0, 0]);
  });
});
