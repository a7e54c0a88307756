import { describe, expect, it } from '@jest/globals';
import { judgeNumbers, judgeToken } from './judge-numbers.js';

const judges = Array.from({ length: 12 }, (_, index) => `judge-${index}`);

describe('numbers of judges', () => {
  it('run from 1 to n, the same whatever the order in which judges are read', () => {
    const numbers = judgeNumbers('stage', judges);
    expect([...numbers.values()].sort((left, right) => left - right)).toEqual(judges.map((_, index) => index + 1));
    const turned = judgeNumbers('stage', [...judges].reverse());
    expect(Object.fromEntries(turned)).toEqual(Object.fromEntries(numbers));
  });

  it('follow no id, and differ between stages', () => {
    const order = (stage: string) => judges.map((judge) => judgeNumbers(stage, judges).get(judge));
    expect(order('one')).not.toEqual(judges.map((_, index) => index + 1));
    expect(order('one')).not.toEqual(order('another'));
  });

  it('are written so that they sort as they count', () => {
    expect([judgeToken(9) < judgeToken(10), judgeToken(99) < judgeToken(1000)]).toEqual([true, true]);
  });
});
