import { describe, expect, it } from '@jest/globals';
import { movedBy, withinShares } from './divider-place.js';

describe('the divider between entry and sheet', () => {
  it('leaves both sides wide enough to be used', () => {
    expect([0, 24.6, 50.4, 70.6, 100].map(withinShares)).toEqual([25, 25, 50, 70, 70]);
  });

  it('moves by the arrows and to both ends, and by no other key', () => {
    expect(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'a'].map((key) => movedBy(key, 40))).toEqual([
      38,
      42,
      25,
      70,
      null,
    ]);
    expect([movedBy('ArrowLeft', 26), movedBy('ArrowRight', 69)]).toEqual([25, 70]);
  });
});
