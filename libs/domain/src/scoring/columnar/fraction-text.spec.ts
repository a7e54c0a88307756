import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatFixed } from '../../decimal/format-fixed.js';
import { Rational } from '../../decimal/rational.js';
import { toDecimalString } from '../../decimal/to-decimal-string.js';
import { roundToNineDecimals } from '../../statistics/round-to-nine-decimals.js';
import { fractionText, roundedText } from './fraction-text.js';
import { SafeFraction } from './safe-fraction.js';

const whole = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -100000, max: 100000 }));
const below = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 0, max: 15 }).map((places) => 10 ** places),
  fc
    .maxSafeNat()
    .map((value) => value + 1)
    .filter(Number.isSafeInteger),
);

describe('whole numbers in doubles', () => {
  it('print as the fraction they are', () => {
    fc.assert(
      fc.property(whole, below, (above, under) => {
        expect(fractionText(above, under)).toBe(toDecimalString(Rational.of(above, under)));
      }),
      { numRuns: 3000 },
    );
  });

  it('print with fixed places', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 15 }), (units, places) => {
        expect(roundedText(units, places)).toBe(formatFixed(Rational.of(units, 10n ** BigInt(places)), places));
      }),
    );
  });

  it('are rounded halves away from zero, or say that they cannot be', () => {
    fc.assert(
      fc.property(whole, below, fc.integer({ min: 0, max: 20 }), (above, under, places) => {
        const fraction = new SafeFraction().set(above, under);
        fraction.round(places);
        if (!fraction.isSafe) return;
        expect(roundedText(fraction.numerator, places)).toBe(formatFixed(Rational.of(above, under), places));
      }),
    );
  });

  it('add up exactly, or say that they do not', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(whole, below), { maxLength: 4 }), (terms) => {
        const sum = new SafeFraction();
        let expected = Rational.zero;
        for (const [above, under] of terms) {
          sum.add(above, under);
          expected = expected.plus(Rational.of(above, under));
        }
        if (sum.isSafe) expect(Rational.of(sum.numerator, sum.denominator).equals(expected)).toBe(true);
      }),
    );
  });
});

describe('a double at nine decimals', () => {
  it('is what its text at nine decimals says', () => {
    const near = fc.integer({ min: -1e9, max: 1e9 }).map((half) => (half + 0.5) / 1e9);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.double({ min: -100, max: 100, noNaN: true }),
          near,
        ),
        (value) => {
          expect(Object.is(roundToNineDecimals(value), Number(value.toFixed(9)))).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
