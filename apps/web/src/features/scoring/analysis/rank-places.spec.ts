import { describe, expect, it } from '@jest/globals';
import { rankPlaces } from './rank-places.js';

describe('places of their own', () => {
  it('follow the ranks, and where these are equal the order given', () => {
    expect(rankPlaces([2, 1, 2, 4])).toEqual([1, 0, 2, 3]);
  });

  it('are none for an entry without a rank', () => {
    expect(rankPlaces([null, 1.5, 1.5])).toEqual([null, 0, 1]);
    expect(rankPlaces([])).toEqual([]);
  });
});
