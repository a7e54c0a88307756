import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDecimal } from '../decimal/parse-decimal.js';
import { Rational } from '../decimal/rational.js';
import { toDecimalString } from '../decimal/to-decimal-string.js';
import { mean } from './mean.js';
import { median } from './median.js';
import { standardDeviation } from './standard-deviation.js';
import { trimmedMean } from './trimmed-mean.js';
import { winsorised } from './winsorised.js';

const read = (...texts: string[]) => texts.map(parseDecimal);
const scores = fc.array(
  fc.integer({ min: 0, max: 40 }).map((quarters) => Rational.of(quarters, 4)),
  { minLength: 1, maxLength: 15 },
);
const measures = {
  mean,
  median,
  'trimmed mean': (values: readonly Rational[]) => trimmedMean(values, Math.floor((values.length - 1) / 2) > 0 ? 1 : 0),
};

describe.each(Object.entries(measures))('the %s', (_name, measure) => {
  it('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(
        scores.chain((values) =>
          fc.tuple(fc.constant(values), fc.shuffledSubarray(values, { minLength: values.length })),
        ),
        ([values, shuffled]) => expect(measure(shuffled).equals(measure(values))).toBe(true),
      ),
    );
  });

  it('lies between the lowest and the highest value', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const sorted = [...values].sort((a, b) => a.compareTo(b));
        expect(measure(values).compareTo(sorted[0] as Rational)).toBeGreaterThanOrEqual(0);
        expect(measure(values).compareTo(sorted.at(-1) as Rational)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('never falls when a value rises', () => {
    fc.assert(
      fc.property(scores, fc.nat(), (values, pick) => {
        const at = pick % values.length;
        const raised = values.map((value, index) => (index === at ? value.plus(Rational.one) : value));
        expect(measure(raised).compareTo(measure(values))).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('of equal values is that value, and of one value is it', () => {
    const score = parseDecimal('8.35');
    for (const count of [1, 2, 3, 7]) expect(measure(Array<Rational>(count).fill(score)).equals(score)).toBe(true);
  });

  it('refuses no values at all', () => {
    expect(() => measure([])).toThrow(RangeError);
  });
});

describe('examples', () => {
  it.each([
    ['mean', mean(read('7.25', '7.5', '7.5')), '7.4166666666666666667'],
    ['median of an odd number', median(read('9', '1', '5')), '5'],
    ['median of an even number', median(read('9', '1', '5', '6')), '5.5'],
    ['trimmed mean that drops one of two equal maxima', trimmedMean(read('6', '7', '9', '9'), 1), '8'],
    [
      'trimmed mean of nine, the Olympic rule',
      trimmedMean(read('7', '7.25', '7.5', '7.25', '7', '7.75', '8', '7.25', '6'), 1),
      '7.2857142857142857143',
    ],
    ['untrimmed mean for trim 0', trimmedMean(read('1', '2', '9'), 0), '4'],
    ['double trim', trimmedMean(read('0', '1', '5', '9', '10'), 2), '5'],
  ])('%s', (_name, value, printed) => {
    expect(toDecimalString(value)).toBe(printed);
  });

  it.each([
    [['1', '2'], 1],
    [['1', '2', '3', '4'], 2],
    [['1'], -1],
    [['1', '2', '3'], 0.5],
  ])('trimming %j by %d is refused', (texts, trim) => {
    expect(() => trimmedMean(read(...texts), trim)).toThrow(RangeError);
  });

  it('winsorising moves only the extremes, in place', () => {
    expect(winsorised(read('9', '1', '5', '6', '2'), 1).map(toDecimalString)).toEqual(['6', '2', '5', '6', '2']);
    expect(() => winsorised(read('1', '2'), 1)).toThrow(RangeError);
  });

  it('the standard deviation has the divisor n − 1', () => {
    expect(standardDeviation(read('2', '4', '4', '4', '5', '5', '7', '9'))).toBeCloseTo(2.138089935, 9);
    expect(standardDeviation(read('3', '3', '3'))).toBe(0);
    expect(() => standardDeviation(read('3'))).toThrow(RangeError);
  });
});
