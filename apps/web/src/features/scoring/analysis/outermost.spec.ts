import { describe, expect, it } from '@jest/globals';
import { outermost } from './outermost.js';

describe('the outermost of a sorted list', () => {
  it('are all of a short one', () => {
    expect(outermost([1, 2, 3], 3)).toEqual([1, 2, 3]);
  });

  it('are its first and its last, none twice', () => {
    expect(outermost([1, 2, 3, 4, 5, 6], 4)).toEqual([1, 2, 5, 6]);
    expect(outermost([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 2, 6]);
  });
});
