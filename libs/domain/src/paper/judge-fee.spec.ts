import { describe, expect, it } from '@jest/globals';
import { feeTotal, isFeeNumber, judgeFee } from './judge-fee.js';

describe('the fee of a judge', () => {
  it.each([
    ['50', '12', '600.00'],
    ['133.33', '2.5', '333.33'],
    ['0.01', '0.5', '0.01'],
    ['800', '0', '0.00'],
  ])('%s × %s is %s', (rate, count, fee) => {
    expect(judgeFee(rate, count)).toBe(fee);
  });

  it('is summed exactly, where doubles would be a cent off', () => {
    expect(feeTotal(Array.from({ length: 10 }, () => '0.10'))).toBe('1.00');
    expect(feeTotal([])).toBe('0.00');
  });

  it('rests on plain numbers of two decimals alone', () => {
    expect(['0', '800', '133.33', '1000000'].filter((text) => !isFeeNumber(text))).toEqual([]);
    expect(['', '-1', '1.234', '1000000.01', '1e3', '８', 'abc'].filter(isFeeNumber)).toEqual([]);
  });
});
