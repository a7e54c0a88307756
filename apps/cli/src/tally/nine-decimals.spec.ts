import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nineDecimalText } from './nine-decimals.js';

describe('the text of a number with nine decimals', () => {
  it('is that of any number', () => {
    const rounded = fc
      .tuple(fc.double({ min: 0, max: 1e7, noNaN: true }), fc.nat(9))
      .map(([value, places]) => Number(value.toFixed(places)));
    fc.assert(
      fc.property(fc.oneof(rounded, fc.double(), fc.constantFrom(0, 1e-9, 0.1, 999999.999999999)), (value) => {
        expect(nineDecimalText(value)).toBe(String(value));
      }),
      { numRuns: 3000 },
    );
  });
});
