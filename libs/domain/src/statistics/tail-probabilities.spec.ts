import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chiSquareUpperTail } from './chi-square-upper-tail.js';
import { logGamma } from './log-gamma.js';
import { regularisedIncompleteBeta } from './regularised-incomplete-beta.js';
import { regularisedUpperGamma } from './regularised-upper-gamma.js';
import { studentTwoSidedP } from './student-t-distribution.js';

/** Reference values of SciPy 1.17. */
const expectClose = (value: number, expected: number, digits = 1e-12) =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(digits * Math.abs(expected));

describe('the logarithm of the gamma function', () => {
  it.each([
    [1e-5, 11.512919692895826],
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247],
    [1.5, -0.12078223763524526],
    [3.7, 1.428072326665388],
    [10, 12.801827480081469],
    [123.4, 469.3360974421906],
    [1e6, 12815504.569147611],
  ])('at %d is %d', (x, expected) => expectClose(logGamma(x), expected, 1e-13));

  it('is the logarithm of the factorial, and refuses what is not positive', () => {
    for (let n = 1, factorial = 1; n < 18; n += 1, factorial *= n) {
      expect(Math.abs(logGamma(n + 1) - Math.log(factorial))).toBeLessThan(1e-13);
    }
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});

describe('the regularised incomplete beta function', () => {
  it.each([
    [0.3, 2, 3, 0.3483],
    [0.02, 100, 0.5, 7.214809364742437e-172],
    [0.5, 1000, 1000, 0.5],
    [0.1, 0.5, 0.5, 0.20483276469913345],
    [0, 2, 3, 0],
    [1, 2, 3, 1],
  ])('at %d for %d and %d is %d', (x, a, b, expected) =>
    expectClose(regularisedIncompleteBeta(x, a, b), expected, 1e-11),
  );

  it('mirrors: both sides add to 1', () => {
    const shape = fc.double({ min: 0.1, max: 200, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), shape, shape, (x, a, b) => {
        const sum = regularisedIncompleteBeta(x, a, b) + regularisedIncompleteBeta(1 - x, b, a, x);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-11);
      }),
    );
    expect(() => regularisedIncompleteBeta(1.1, 1, 1)).toThrow(RangeError);
  });
});

describe('the two-sided p-value of Student’s t', () => {
  it.each([
    [0, 5, 1],
    [0.5, 1, 0.7048327646991335],
    [-0.5, 1, 0.7048327646991335],
    [2.228138852, 10, 0.04999999999883647],
    [1.3, 2.5, 0.3004867892707083],
    [4, 30, 0.0003818456360837564],
    [12, 7, 6.358310378185098e-6],
    [1e-8, 5, 0.9999999924078662],
    [40, 200, 2.2487396535202197e-97],
    [1.96, 1e6, 0.04999606758526985],
    [Infinity, 3, 0],
  ])('of t = %d with %d degrees of freedom is %d', (t, degrees, expected) =>
    expectClose(studentTwoSidedP(t, degrees), expected, 1e-9),
  );

  it('refuses no degree of freedom', () => {
    expect(() => studentTwoSidedP(1, 0)).toThrow(RangeError);
    expect(() => studentTwoSidedP(NaN, 3)).toThrow(RangeError);
  });
});

describe('the upper tail of chi-square', () => {
  it.each([
    [0, 4, 1],
    [0.1, 1, 0.7518296340458492],
    [3.841458821, 1, 0.049999999990879],
    [12.5, 9, 0.18656597485845106],
    [40, 9, 7.598525229464264e-6],
    [200, 100, 1.1784500720979781e-8],
    [1000, 3, 1.7994208765314067e-216],
    [Infinity, 3, 0],
  ])('beyond %d with %d degrees of freedom is %d', (x, degrees, expected) =>
    expectClose(chiSquareUpperTail(x, degrees), expected),
  );

  it('falls, and refuses a negative value', () => {
    const at = fc.double({ min: 0, max: 60, noNaN: true });
    fc.assert(
      fc.property(at, at, fc.integer({ min: 1, max: 40 }), (one, other, degrees) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(chiSquareUpperTail(high, degrees)).toBeLessThanOrEqual(chiSquareUpperTail(low, degrees) + 1e-15);
      }),
    );
    expect(() => regularisedUpperGamma(1, -1)).toThrow(RangeError);
  });
});
