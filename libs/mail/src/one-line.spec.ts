import { describe, expect, it } from '@jest/globals';
import { oneLine } from './one-line.js';

describe('a text as one line', () => {
  it.each([
    ['Title\r\nBcc: all@example.org', 'Title Bcc: all@example.org'],
    ['a\u2028b\u0000c\u202ed', 'a b c d'],
    [' 一种  材料\n', '一种 材料'],
    ['𠮷野家 — “A”', '𠮷野家 — “A”'],
  ])('%j is %j', (typed, line) => {
    expect(oneLine(typed)).toBe(line);
  });
});
