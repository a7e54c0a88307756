import { describe, expect, it } from '@jest/globals';
import { withinScale } from './within-scale.js';

describe('an interval on the scale of the scores', () => {
  it('ends where the scale ends', () => {
    const cut = withinScale([0, 100], [99.1, null, 40]);
    expect([cut(101.8), cut(99.2), cut(-3)]).toEqual([100, 99.2, 0]);
  });

  it('is left as it is where scores leave the scale, or it is not known', () => {
    expect(withinScale([0, 100], [101.2, 40])(103)).toBe(103);
    expect(withinScale(null, [40])(103)).toBe(103);
  });
});
