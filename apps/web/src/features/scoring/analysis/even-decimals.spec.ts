import { describe, expect, it } from '@jest/globals';
import { mostDecimals, withDecimals } from './even-decimals.js';

describe('figures below one another', () => {
  it('have as many decimals as the one that has the most', () => {
    expect(mostDecimals(['80', '80.5', '-3.25'])).toBe(2);
    expect(mostDecimals(['80', '99'])).toBe(0);
    expect(mostDecimals([])).toBe(0);
  });

  it.each([
    ['80', 1, '80.0'],
    ['80.5', 1, '80.5'],
    ['80.5', 2, '80.50'],
    ['-0.125', 2, '-0.125'],
    ['80', 0, '80'],
  ])('%s with %d decimals is %s', (value, decimals, shown) => {
    expect(withDecimals(value, decimals)).toBe(shown);
  });
});
