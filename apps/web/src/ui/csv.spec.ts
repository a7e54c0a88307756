import { describe, expect, it } from '@jest/globals';
import { toCsv } from './csv.js';

describe('a CSV file', () => {
  it('opens in a spreadsheet with its Chinese, commas and quotes whole', () => {
    expect(toCsv([['名称', 'a,b', 'say "hi"', 12, null]])).toBe('\uFEFF名称,"a,b","say ""hi""",12,\r\n');
  });

  it('cannot run a formula, and keeps negative numbers numbers', () => {
    expect(toCsv([['=1+1', '@x', '-5', -5]])).toBe("\uFEFF'=1+1,'@x,-5,-5\r\n");
  });
});
