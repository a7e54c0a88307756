import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatFixed } from './format-fixed.js';
import { parseDecimal } from './parse-decimal.js';
import { Rational } from './rational.js';
import { roundHalfAwayFromZero } from './round-half-away-from-zero.js';
import { toDecimalString } from './to-decimal-string.js';

describe('rounding half away from zero', () => {
  it.each([
    ['1.005', 2, '1.01'],
    ['89.995', 2, '90.00'],
    ['7.125', 2, '7.13'],
    ['-7.125', 2, '-7.13'],
    ['7.124999', 2, '7.12'],
    ['0.5', 0, '1'],
    ['-0.5', 0, '-1'],
    ['-0.004', 2, '0.00'],
    ['2', 3, '2.000'],
    ['99.995', 2, '100.00'],
  ])('%s to %i places is %s', (text, places, printed) => {
    expect(formatFixed(parseDecimal(text), places)).toBe(printed);
  });

  it('differs from a double exactly where a double is wrong', () => {
    expect((1.005).toFixed(2)).toBe('1.00');
    expect(formatFixed(parseDecimal('1.005'), 2)).toBe('1.01');
  });

  it('refuses places that are no count up to 20', () => {
    for (const places of [-1, 1.5, 21, Number.NaN]) {
      expect(() => roundHalfAwayFromZero(Rational.one, places)).toThrow(RangeError);
    }
  });

  it('moves by at most half a unit, is symmetric, monotone and final', () => {
    const values = fc.tuple(fc.bigInt(-99999n, 99999n), fc.bigInt(1n, 999n)).map(([n, d]) => Rational.of(n, d));
    fc.assert(
      fc.property(values, values, fc.integer({ min: 0, max: 4 }), (a, b, places) => {
        const round = (value: Rational) => roundHalfAwayFromZero(value, places);
        const moved = round(a).minus(a);
        const half = Rational.of(1n, 2n * 10n ** BigInt(places));
        expect(moved.compareTo(half) <= 0 && moved.plus(half).compareTo(Rational.zero) >= 0).toBe(true);
        expect(round(Rational.zero.minus(a)).equals(Rational.zero.minus(round(a)))).toBe(true);
        if (a.compareTo(b) <= 0) expect(round(a).compareTo(round(b))).toBeLessThanOrEqual(0);
        expect(round(round(a)).equals(round(a))).toBe(true);
      }),
    );
  });
});

describe('a printed decimal', () => {
  it.each([
    [22n, 3n, '7.3333333333333333333'],
    [2n, 3n, '0.66666666666666666667'],
    [1n, 3000n, '0.00033333333333333333333'],
    [-1n, 7n, '-0.14285714285714285714'],
    [29n, 4n, '7.25'],
    [700n, 100n, '7'],
    [0n, 5n, '0'],
    [10n ** 25n, 3n, '3333333333333333333300000'],
    [1n, 2n ** 10n, '0.0009765625'],
  ])('%i / %i is %s', (numerator, denominator, printed) => {
    expect(toDecimalString(Rational.of(numerator, denominator))).toBe(printed);
  });

  it('is within half a unit of its twentieth significant digit', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 6n), (numerator, denominator) => {
        const value = Rational.of(numerator, denominator);
        const printed = parseDecimal(toDecimalString(value));
        const off = printed.minus(value).dividedBy(value);
        const limit = Rational.of(1n, 10n ** 19n);
        expect(off.compareTo(limit) <= 0 && off.plus(limit).compareTo(Rational.zero) >= 0).toBe(true);
      }),
    );
  });
});
