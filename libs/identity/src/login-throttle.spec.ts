import { describe, expect, it } from '@jest/globals';
import { loginKeys, waitSeconds } from './login-throttle.service.js';

describe('waitSeconds', () => {
  it.each([
    [0, null, 0],
    [4, 0, 0],
    [5, 0, 2],
    [6, 0, 4],
    [7, 3, 5],
    [13, 0, 512],
    [14, 0, 900],
    [1000, 0, 900],
    [1000, 900, 0],
  ])('after %i failures, the last %s seconds ago, is %i', (failures, age, expected) => {
    expect(waitSeconds(failures, 4, age)).toBe(expected);
  });
});

describe('loginKeys', () => {
  it('holds neither address nor source, and tells the two apart', () => {
    const { account, source } = loginKeys('same', 'same');
    expect([account.length, source.length]).toEqual([32, 32]);
    expect(account.equals(source)).toBe(false);
  });
});
