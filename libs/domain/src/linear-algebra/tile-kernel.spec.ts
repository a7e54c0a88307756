import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../statistics/seeded-random.js';
import { choleskyInPlace } from './cholesky.js';
import { invertCholesky } from './invert-cholesky.js';
import { squareOfZeros, tileKernelOf } from './tile-kernel.js';

/** Random, symmetric, with a diagonal that makes it positive definite; in either kind of memory. */
function fill(square: Float64Array, n: number): Float64Array {
  const uniform = seededRandom(n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) square[i * n + j] = i === j ? n : uniform() - 0.5;
  }
  return square;
}

describe('the vector instructions of a tile', () => {
  it.each([128, 129, 130, 131, 333])('give a factor and an inverse of the same bits as plain code (%i rows)', (n) => {
    const vectors = fill(squareOfZeros(n), n);
    const plain = fill(new Float64Array(n * n), n);
    expect(tileKernelOf(vectors)).not.toBeNull();
    expect(tileKernelOf(plain)).toBeNull();
    expect([choleskyInPlace(vectors, n), choleskyInPlace(plain, n)]).toEqual([true, true]);
    expect(Buffer.from(vectors.buffer, 0, 8 * n * n).equals(Buffer.from(plain.buffer))).toBe(true);
    invertCholesky(vectors, n);
    invertCholesky(plain, n);
    expect(Buffer.from(vectors.buffer, 0, 8 * n * n).equals(Buffer.from(plain.buffer))).toBe(true);
  });

  it('are not set up for a few rows', () => {
    expect(tileKernelOf(squareOfZeros(20))).toBeNull();
  });
});
