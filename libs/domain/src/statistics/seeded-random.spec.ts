import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom, standardNormal, xoshiro128 } from './seeded-random.js';

const take = (count: number, next: () => number) => Array.from({ length: count }, next);
const moment = (values: readonly number[], power: number) =>
  values.reduce((sum, value) => sum + value ** power, 0) / values.length;

describe('seeded numbers', () => {
  it('follow the reference sequence of xoshiro128++', () => {
    const word = xoshiro128(1, 2, 3, 4);
    expect(take(6, word)).toEqual([641, 1573767, 3222811527, 3517856514, 836907274, 4247214768]);
    take(102_394, word);
    expect(word()).toBe(0x2c873cfa);
  });

  it('are the same for the same seed, and others for its neighbour', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (seed) => {
        expect(take(5, seededRandom(seed))).toEqual(take(5, seededRandom(seed)));
        expect(seededRandom(seed)()).not.toBe(seededRandom(seed + (seed > 0 ? -1 : 1))());
      }),
    );
  });

  it('lie strictly between 0 and 1 and fill the interval evenly', () => {
    const values = take(100_000, seededRandom(1));
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
    const counts = Array<number>(20).fill(0);
    for (const value of values) counts[Math.floor(value * 20)] = (counts[Math.floor(value * 20)] ?? 0) + 1;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 5000) ** 2 / 5000, 0);
    // 99.99 % of a chi-square of 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(50.8);
  });

  it.each([0.5, NaN, Infinity])('refuse %s as a seed', (seed) => {
    expect(() => seededRandom(seed)).toThrow(RangeError);
  });
});

describe('standard normal numbers', () => {
  it('have the first four moments of their distribution, and its tails', () => {
    const values = take(200_000, standardNormal(seededRandom(7)));
    expect(moment(values, 1)).toBeCloseTo(0, 1.9);
    expect(moment(values, 2)).toBeCloseTo(1, 1.7);
    expect(Math.abs(moment(values, 3))).toBeLessThan(0.03);
    expect(Math.abs(moment(values, 4) - 3)).toBeLessThan(0.08);
    const beyond = values.filter((value) => Math.abs(value) > 1.959964).length;
    expect(Math.abs(beyond / values.length - 0.05)).toBeLessThan(0.002);
  });

  it('are not correlated with the one before', () => {
    const values = take(100_000, standardNormal(seededRandom(3)));
    const products = values.slice(1).map((value, index) => value * (values[index] ?? 0));
    expect(Math.abs(moment(products, 1))).toBeLessThan(0.0125);
  });
});
