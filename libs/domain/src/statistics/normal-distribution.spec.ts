import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalDistribution, normalQuantile, twoSidedQuantile } from './normal-distribution.js';

/** From arithmetic of 40 digits; those of 1, 2 and 3 are in table 26.1 of Abramowitz and Stegun too. */
const values: [number, number][] = [
  [-20, 2.7536241186062337e-89],
  [-10, 7.619853024160525e-24],
  [-8, 6.220960574271784e-16],
  [-6, 9.86587645037698e-10],
  [-5, 2.866515718791939e-7],
  [-4, 3.1671241833119924e-5],
  [-3, 0.0013498980316300946],
  [-2, 0.02275013194817921],
  [-1, 0.15865525393145705],
  [-0.5, 0.3085375387259869],
  [-0.1, 0.460172162722971],
  [0, 0.5],
  [0.1, 0.539827837277029],
  [0.5, 0.6914624612740131],
  [0.66, 0.7453730853286639],
  [0.67, 0.7485711049046899],
  [1, 0.8413447460685429],
  [1.5, 0.9331927987311419],
  [2, 0.9772498680518208],
  [3, 0.9986501019683699],
  [4, 0.9999683287581669],
  [5.65, 0.9999999919776081],
  [5.66, 0.9999999924313503],
];

describe('the normal distribution function', () => {
  it.each(values)('of %d is %d', (z, probability) => {
    expect(Math.abs(normalDistribution(z) - probability)).toBeLessThan(3e-16);
    expect(Math.abs(normalDistribution(z) / probability - 1)).toBeLessThan(2e-14);
  });

  it('sums to 1 with its mirror image, stays in [0, 1] and never falls', () => {
    const z = fc.double({ min: -45, max: 45, noNaN: true });
    fc.assert(
      fc.property(z, z, (left, right) => {
        expect(normalDistribution(left) + normalDistribution(-left)).toBeCloseTo(1, 15);
        const [low, high] = left < right ? [left, right] : [right, left];
        // Neighbouring doubles may be rounded apart.
        expect(normalDistribution(high) - normalDistribution(low)).toBeGreaterThan(-2e-16);
        expect(normalDistribution(low)).toBeGreaterThanOrEqual(0);
        expect(normalDistribution(high)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 0 and 1 at infinity and not a number for none', () => {
    expect(normalDistribution(-Infinity)).toBe(0);
    expect(normalDistribution(Infinity)).toBe(1);
    expect(normalDistribution(NaN)).toBeNaN();
  });
});

describe('the normal quantile', () => {
  it.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798407],
    [1e-10, -6.361340902404057],
    [1e-5, -4.264890793922825],
    [0.001, -3.0902323061678136],
    [0.005, -2.575829303548901],
    [0.025, -1.9599639845400543],
    [0.1, -1.2815515655446004],
    [0.25, -0.6744897501960817],
    [0.49, -0.025068908258711057],
    [0.5, 0],
    [0.6, 0.2533471031357997],
    [0.75, 0.6744897501960817],
    [0.975, 1.9599639845400538],
    [0.9999, 3.7190164854557084],
  ])('of %d is %d', (probability, z) => {
    expect(Math.abs(normalQuantile(probability) - z)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(z)));
  });

  it('is the inverse', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true }), (probability) => {
        expect(Math.abs(normalDistribution(normalQuantile(probability)) - probability)).toBeLessThan(4e-16);
      }),
    );
  });

  it('is infinite at the ends and refuses what is no probability', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    for (const wrong of [-0.1, 1.1, NaN]) expect(() => normalQuantile(wrong)).toThrow(RangeError);
  });

  it('of a two-sided interval leaves half of the rest on each side', () => {
    expect(twoSidedQuantile(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(twoSidedQuantile(0.6826894921370859)).toBeCloseTo(1, 14);
    for (const wrong of [0, 1, 95, NaN]) expect(() => twoSidedQuantile(wrong)).toThrow(RangeError);
  });
});
