import { describe, expect, it } from '@jest/globals';
import { mostShare, movedBy, withinShares } from './divider-place.js';

describe('the divider between entry and sheet', () => {
  it('leaves both sides wide enough to be used', () => {
    expect([0, 24.6, 50.4, 70.6, 100].map((share) => withinShares(share))).toEqual([25, 25, 50, 70, 70]);
  });

  it('leaves the sheet its room in a narrow window, and with a large text', () => {
    expect([mostShare(1400, 16), mostShare(960, 16), mostShare(1140, 20), mostShare(300, 20)]).toEqual([
      70, 58, 57, 25,
    ]);
    expect([withinShares(70, 58), movedBy('End', 40, 58), movedBy('ArrowRight', 57, 58)]).toEqual([58, 58, 58]);
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
