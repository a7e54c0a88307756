import { describe, expect, it } from '@jest/globals';
import { comparisonsOf, criteriaOf, sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import type { MethodOptions } from './method-options.js';
import { methodKeysFor, type ScoringMethodKey, scoringMethodKeys } from './scoring-methods.js';
import { tally } from './tally.js';
import { tallyPairs } from './tally-pairs.js';
import type { TallyResult } from './tally-result.js';

/** Computed by hand from the same twelve sheets, or six comparisons; a method without a case here does not compile. */
const cases: Readonly<Record<ScoringMethodKey, readonly (readonly [options: MethodOptions, places: string])[]>> = {
  mean: [[{}, 'A:1:8.000000000 B:2:7.666666667 C:3:6.333333333 D:4:5.333333333']],
  median: [[{}, 'A:1:8.000000000 B:1:8.000000000 C:3:6.000000000 D:3:6.000000000']],
  'trimmed-mean': [[{ trim: 1 }, 'A:1:8.000000000 B:1:8.000000000 C:3:6.000000000 D:3:6.000000000']],
  standardised: [
    // A: (2/√(14/3) + ½/√(5/3) + 1/√(4/3)) / 3
    [{}, 'A:1:0.726381279 B:2:0.675973469 C:3:-0.521670119 D:4:-0.880684629'],
    // The divisor n in place of n − 1 multiplies by √(4/3).
    [{ ddof: 0 }, 'A:1:0.838752854 B:2:0.780546929 C:3:-0.602372768 D:4:-1.016927016'],
    // 41/6 + z × √((14 + 5 + 4)/9)
    [{ rescale: true }, 'A:1:7.994534079 B:2:7.913951624 C:3:5.999385999 D:4:5.425461631'],
  ],
  borda: [[{}, 'A:1:0.833333333 B:2:0.722222222 C:3:0.277777778 D:4:0.166666667']],
  positional: [
    [{}, 'A:1:33.000000000 B:2:31.000000000 C:3:24.500000000 D:4:22.500000000'],
    // 1 for the first place alone; j3 shares it between A and B.
    [{ points: ['1'] }, 'A:1:1.500000000 B:1:1.500000000 C:3:0.000000000 D:3:0.000000000'],
  ],
  // A and B are tied, as are C and D; judges in favour: 7, 6, 2, 1.
  copeland: [[{}, 'A:1:2.500000000 B:2:2.500000000 C:3:0.500000000 D:4:0.500000000']],
  'severity-adjusted': [
    // In a balanced design least squares gives the plain means.
    [{ effects: 'fixed' }, 'A:1:8.000000000 B:2:7.666666667 C:3:6.333333333 D:4:5.333333333'],
    // Judges agree so well that their variance is 0: the means are drawn to 41/6 by 1 − 1.25/(41/9).
    [{}, 'A:1:7.679878049 B:2:7.438008130 C:3:6.470528455 D:4:5.744918699'],
  ],
  // A chain: log odds of ln 2 from one to the next.
  'bradley-terry': [[{}, 'A:1:0.693147181 B:2:0.000000000 C:3:-0.693147181']],
};

const placesOf = ({ entries }: TallyResult) =>
  entries.map(({ entry, rank, score }) => `${entry}:${rank ?? '-'}:${score ?? '-'}`).join(' ');

describe.each(scoringMethodKeys)('the golden case of %s', (method) => {
  const sheets = sheetsOf(`
    A j1 9
    A j2 7
    A j3 8
    B j1 7
    B j2 8
    B j3 8
    C j1 8
    C j2 5
    C j3 6
    D j1 4
    D j2 6
    D j3 6`);
  const comparisons = comparisonsOf('A B 2, B A 1, B C 2, C B 1');

  it.each(cases[method])('with %j', (options, places) => {
    const setting = { method, options, rounding: { total: 9 } };
    const result = methodKeysFor('sheets').includes(method)
      ? tally({ ...setting, sheets, criteria: criteriaOf('1') })
      : tallyPairs({ ...setting, comparisons });
    expect(placesOf(result)).toBe(places);
  });
});
