import { describe, expect, it } from '@jest/globals';
import { PositiveSquare } from './positive-square.js';

/** 4 on the diagonal, 1 beside it. */
function path(n: number): PositiveSquare {
  const square = new PositiveSquare(n);
  square.clear();
  for (let i = 0; i < n; i += 1) {
    square.values[i * n + i] = 4;
    if (i > 0) square.values[i * n + i - 1] = 1;
  }
  return square;
}

const w = {
  starts: Int32Array.of(0, 3, 3, 5, 6),
  indices: Int32Array.of(0, 2, 5, 9, 16, 18),
  weights: Float64Array.of(1, -2, 0.5, 3, -1, 2),
};

describe('a matrix that becomes its inverse in place', () => {
  it('has the same forms and traces from half the inverse as from the whole', () => {
    const [half, whole] = [path(19), path(19)];
    half.factor();
    whole.factor();
    whole.inverse();
    const last = Float64Array.of(3, 2, 0, 1);
    for (const vectors of [w, { ...w, last }]) {
      const expected = whole.inverseForms(vectors);
      half.inverseForms(vectors).forEach((form, vector) => expect(form).toBeCloseTo(expected[vector]!, 13));
    }
    expect(half.inverseTrace(5)).toBeCloseTo(whole.inverseTrace(5), 14);
    expect([...half.inverse()]).toEqual([...whole.inverse()]);
  });

  it('solves only before', () => {
    const square = path(4);
    square.factor();
    const b = Float64Array.of(5, 6, 6, 5);
    square.solve(b);
    for (const value of b) expect(value).toBeCloseTo(1, 14);
    square.inverseTrace(1);
    expect(() => {
      square.solve(b);
    }).toThrow(TypeError);
    expect(() => square.logDeterminant()).toThrow(TypeError);
  });
});
