import { describe, expect, it } from '@jest/globals';
import { judgeToken, numberOfToken } from './judge-token.js';

describe('numbers of judges', () => {
  it('are written so that they sort as they count, and are read again', () => {
    expect([judgeToken(9) < judgeToken(10), judgeToken(99) < judgeToken(1000)]).toEqual([true, true]);
    expect(numberOfToken(judgeToken(812))).toBe(812);
  });
});
