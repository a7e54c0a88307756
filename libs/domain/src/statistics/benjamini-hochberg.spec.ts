import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { benjaminiHochberg } from './benjamini-hochberg.js';

/** The fifteen p-values of Benjamini and Hochberg (1995), section 3.2. */
const published = [
  0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
];

describe('p-values adjusted for the false discovery rate', () => {
  it('reject the first four of the published example at 0.05', () => {
    const adjusted = benjaminiHochberg(published);
    expect(adjusted.filter((p) => p <= 0.05)).toEqual(adjusted.slice(0, 4));
    expect(adjusted.slice(0, 6).map((p) => Number(p.toFixed(6)))).toEqual([
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857,
    ]);
  });

  it('are larger where the tests may depend in any way', () => {
    const adjusted = benjaminiHochberg(published, 'any');
    expect(adjusted[3]).toBeCloseTo(0.11821191, 8);
    expect(adjusted[9]).toBe(1);
  });

  it('reject what the step-up rule rejects, at any rate and in any order', () => {
    const p = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000);
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 25 }), p, (pValues, rate) => {
        const sorted = [...pValues].sort((a, b) => a - b);
        let cut = -1;
        sorted.forEach((value, index) => {
          if ((value * pValues.length) / (index + 1) <= rate) cut = value;
        });
        const adjusted = benjaminiHochberg(pValues);
        expect(adjusted.map((value) => value <= rate)).toEqual(pValues.map((value) => value <= cut));
      }),
    );
  });

  it('of none are none, of one itself, and no number beyond 1 is taken', () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(benjaminiHochberg([0.2], 'any')).toEqual([0.2]);
    expect(() => benjaminiHochberg([1.2])).toThrow(RangeError);
  });
});
