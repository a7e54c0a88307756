import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { medianInterval } from './median-interval.js';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('the interval of a median', () => {
  it.each([
    // Ranks and coverages of the sign-test table: 1 − 2·P(Binomial(n, ½) < r).
    [5, 0.9, { lowest: 1, highest: 5, coverage: 1 - 2 / 32 }],
    [6, 0.95, { lowest: 1, highest: 6, coverage: 0.96875 }],
    [8, 0.95, { lowest: 1, highest: 8, coverage: 1 - 2 / 256 }],
    [9, 0.95, { lowest: 2, highest: 8, coverage: 1 - 20 / 512 }],
    [12, 0.95, { lowest: 3, highest: 10, coverage: 1 - 158 / 4096 }],
    [20, 0.95, { lowest: 6, highest: 15, coverage: 1 - 2 * (21_700 / 1_048_576) }],
  ])('of %d values at %d is %j', (count, confidence, interval) => {
    expect(medianInterval(upTo(count), confidence)).toEqual(interval);
  });

  it.each([
    [0, 0.5],
    [1, 0.5],
    [5, 0.95],
    [7, 0.99],
  ])('of %d values is withheld at %d', (count, confidence) => {
    expect(medianInterval(upTo(count), confidence)).toBeNull();
  });

  it('is symmetric, reaches the confidence, and the next narrower one would not', () => {
    const tail = (count: number, below: number) => {
      let term = 2 ** -count;
      let sum = 0;
      for (let k = 0; k < below; k += 1) {
        sum += term;
        term *= (count - k) / (k + 1);
      }
      return sum;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (count, confidence) => {
          const interval = medianInterval(upTo(count), confidence);
          const rank = interval?.lowest ?? 0;
          if (interval) {
            expect(interval.lowest + interval.highest).toBe(count + 1);
            expect(interval.coverage).toBeGreaterThanOrEqual(confidence);
            expect(interval.coverage).toBeCloseTo(1 - 2 * tail(count, rank), 12);
          }
          if (2 * (rank + 1) <= count) expect(1 - 2 * tail(count, rank + 1)).toBeLessThan(confidence + 1e-12);
        },
      ),
    );
  });

  it('goes on where 2^−n is no longer a double', () => {
    // The normal approximation n/2 − 1.96·√n/2 of a thousand and of a hundred thousand values.
    expect(medianInterval(upTo(999), 0.95)?.lowest).toBe(469);
    expect(medianInterval(upTo(1000), 0.95)?.lowest).toBe(469);
    expect(Math.abs((medianInterval(upTo(100_000), 0.95)?.lowest ?? 0) - (50_000 - 309.9))).toBeLessThan(2);
  });

  it('holds the true median as often as it says', () => {
    const normal = standardNormal(seededRandom(2));
    const repeats = 4000;
    let holds = 0;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const values = Array.from({ length: 9 }, normal).sort((left, right) => left - right);
      const interval = medianInterval(values, 0.95);
      if (interval && interval.lowest <= 0 && interval.highest >= 0) holds += 1;
    }
    expect(Math.abs(holds / repeats - (1 - 20 / 512))).toBeLessThan(0.012);
  });

  it.each([0, 1, NaN])('refuses a confidence of %d', (confidence) => {
    expect(() => medianInterval([1, 2, 3], confidence)).toThrow(RangeError);
  });
});
