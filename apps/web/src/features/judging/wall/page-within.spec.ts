import { describe, expect, it } from '@jest/globals';
import { pagesOf, pageWithin } from './page-within.js';

describe('a page of a list that becomes shorter', () => {
  it('is the last one where it would lie past the end', () => {
    expect(pageWithin(3, 101)).toBe(3);
    expect(pageWithin(3, 100)).toBe(2);
    expect(pageWithin(3, 12)).toBe(1);
  });

  it('is the first one of an empty list, and the one that was asked for while nothing is known', () => {
    expect([pagesOf(0), pageWithin(3, 0), pageWithin(3, undefined)]).toEqual([1, 1, 3]);
  });
});
