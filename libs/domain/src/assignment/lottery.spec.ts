import { describe, expect, it } from '@jest/globals';
import { lotteryWord, pairLot } from './lottery.js';

describe('lots of pairs', () => {
  it('begin with SHA-256 of seed, line feed and id, so that anybody can compute them', () => {
    // printf 'seed\nentry-1' | sha256sum
    expect(lotteryWord('seed', 'entry-1').toString(16).padStart(8, '0')).toBe('c7670a3b');
  });

  it('are spread evenly over 0 to 63', () => {
    const counts = new Array<number>(64).fill(0);
    for (let entry = 0; entry < 200; entry += 1) {
      for (let judge = 0; judge < 160; judge += 1) {
        const lot = pairLot(lotteryWord('a', `e${entry}`), lotteryWord('a', `j${judge}`));
        counts[lot] = (counts[lot] ?? 0) + 1;
      }
    }
    const chiSquare = counts.reduce((sum, count) => sum + (count - 500) ** 2 / 500, 0);
    // 63 degrees of freedom: above 103 once in a thousand.
    expect(chiSquare).toBeLessThan(103);
  });
});
