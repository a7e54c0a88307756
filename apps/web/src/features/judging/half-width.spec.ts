import { describe, expect, it } from '@jest/globals';
import { halfWidth } from './half-width.js';

describe('full-width digits', () => {
  it.each([
    ['９５', '95'],
    ['８．５', '8.5'],
    ['8。5', '8.5'],
    ['9５', '95'],
  ])('%s is offered as %s', (typed, offered) => {
    expect(halfWidth(typed)).toBe(offered);
  });

  it.each(['95', '8.5', '', 'abc'])('%p is offered nothing else', (typed) => {
    expect(halfWidth(typed)).toBeNull();
  });
});
