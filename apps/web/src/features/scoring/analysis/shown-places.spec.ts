import { describe, expect, it } from '@jest/globals';
import { mostRows, placeChoices, shownPlaces } from './shown-places.js';

describe('the places that a chart shows', () => {
  it('are all of a short list, whatever was asked for', () => {
    expect(placeChoices(mostRows, [3, 8])).toEqual([]);
    expect(shownPlaces(16, [3, 8], 'line-8')).toEqual({ from: 0, to: 16 });
  });

  it('are the best of a long list, or those around a line that the best do not reach', () => {
    expect(placeChoices(1763, [3, 8, 200])).toEqual(['first', 'line-200']);
    expect(shownPlaces(1763, [3, 8, 200], null)).toEqual({ from: 0, to: 40 });
    expect(shownPlaces(1763, [3, 8, 200], 'line-200')).toEqual({ from: 180, to: 220 });
  });

  it('stay within the list at its end', () => {
    expect(shownPlaces(50, [48], 'line-48')).toEqual({ from: 10, to: 50 });
  });

  it('are the best where an address asks for a line that is not there', () => {
    expect(shownPlaces(1763, [200], 'line-9')).toEqual({ from: 0, to: 40 });
    expect(shownPlaces(1763, [200], 'nonsense')).toEqual({ from: 0, to: 40 });
  });
});
