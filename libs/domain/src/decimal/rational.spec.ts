import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from './rational.js';

const fractions = fc
  .tuple(fc.bigInt(-1000n, 1000n), fc.bigInt(1n, 60n))
  .map(([numerator, denominator]) => Rational.of(numerator, denominator));

describe('a fraction', () => {
  it('adds thirds exactly', () => {
    const third = Rational.of(1n, 3n);
    expect(third.plus(third).plus(third).equals(Rational.one)).toBe(true);
  });

  it('keeps the sign above and refuses a zero below', () => {
    expect(Rational.of(1n, -2n)).toMatchObject({ numerator: -1n, denominator: 2n });
    expect(() => Rational.of(1n, 0n)).toThrow(RangeError);
    expect(() => Rational.one.dividedBy(Rational.zero)).toThrow(RangeError);
  });

  it('is reduced to lowest terms on request', () => {
    expect(Rational.of(-84n, 36n).reduced()).toMatchObject({ numerator: -7n, denominator: 3n });
    expect(Rational.of(0n, 36n).reduced()).toMatchObject({ numerator: 0n, denominator: 1n });
  });

  it('obeys the laws of a field', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(a.plus(b).equals(b.plus(a))).toBe(true);
        expect(
          a
            .plus(b)
            .plus(c)
            .equals(a.plus(b.plus(c))),
        ).toBe(true);
        expect(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c)))).toBe(true);
        expect(a.minus(b).plus(b).equals(a)).toBe(true);
        if (!b.isZero) expect(a.dividedBy(b).times(b).equals(a)).toBe(true);
      }),
    );
  });

  it('compares as the doubles do where those are exact', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        const [x, y] = [a.toNumber(), b.toNumber()];
        if (Math.abs(x - y) > 1e-9) expect(Math.sign(a.compareTo(b))).toBe(Math.sign(x - y));
        expect(a.compareTo(b) + b.compareTo(a)).toBe(0);
      }),
    );
  });

  it('has a double even when both sides are longer than one', () => {
    const huge = 10n ** 400n;
    expect(Rational.of(huge, huge * 4n + 1n).toNumber()).toBeCloseTo(0.25, 12);
  });
});
