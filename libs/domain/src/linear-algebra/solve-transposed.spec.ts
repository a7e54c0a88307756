import { describe, expect, it } from '@jest/globals';
import { solveTransposed } from './solve-transposed.js';

describe('solveTransposed', () => {
  it('solves by the transpose of the lower triangle and reads nothing above the diagonal', () => {
    const factor = Float64Array.of(2, 99, 99, 1, 4, 99, 3, 5, 8);
    const x = Float64Array.of(2 * 7 + 1 * 6 + 3 * 5, 4 * 6 + 5 * 5, 8 * 5);
    solveTransposed(factor, 3, x);
    expect([...x]).toEqual([7, 6, 5]);
  });
});
