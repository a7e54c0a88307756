import { describe, expect, it } from '@jest/globals';
import { analysisLines } from './analysis-lines.js';

describe('the lines of a stage', () => {
  it('fall after each tier’s quota and those above it', () => {
    const tiers = [
      { key: 'first', quota: 1 },
      { key: 'second', quota: 2 },
    ];
    expect(analysisLines({ tiers, advancement: null, groupSizes: { '': 9 } })).toEqual({
      '': [
        { after: 1, kind: 'award-tier', key: 'first' },
        { after: 3, kind: 'award-tier', key: 'second' },
      ],
    });
  });

  it('fall in each group after its own number or ratio', () => {
    const by = (value: string, kind: 'number' | 'ratio') =>
      analysisLines({ tiers: [], advancement: { by: kind, value, scope: 'track' }, groupSizes: { a: 7, b: 20 } });
    expect(Object.values(by('5', 'number')).map(([line]) => line?.after)).toEqual([5, 5]);
    expect(Object.values(by('0.30', 'ratio')).map(([line]) => line?.after)).toEqual([3, 6]);
  });

  it('fall nowhere where nobody is awarded or advances', () => {
    expect(analysisLines({ tiers: [], advancement: null, groupSizes: { '': 3 } })).toEqual({ '': [] });
  });
});
