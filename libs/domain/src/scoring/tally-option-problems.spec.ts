import { describe, expect, it } from '@jest/globals';
import { tally } from './tally.js';
import type { TallyInput } from './tally-input.js';

describe('options that contradict each other are refused', () => {
  it.each<[string, Pick<TallyInput, 'method' | 'options' | 'rounding'>, string]>([
    ['an unknown method', { method: 'mode' as 'mean' }, 'value-not-allowed'],
    ['a trim for a mean', { method: 'mean', options: { trim: 1 } }, 'option-unknown'],
    ['half a trim', { method: 'trimmed-mean', options: { trim: 0.5 } }, 'count-expected'],
    ['a negative trim', { method: 'trimmed-mean', options: { trim: -1 } }, 'count-expected'],
    [
      'a minimum that leaves nothing',
      { method: 'trimmed-mean', options: { trim: 2, trimMinimum: 4 } },
      'trim-minimum-too-small',
    ],
    [
      'an unknown fallback',
      { method: 'trimmed-mean', options: { trimFallback: 'mode' as 'mean' } },
      'value-not-allowed',
    ],
    [
      'per-criterion for a median',
      { method: 'median', options: { missing: 'per-criterion' } },
      'missing-policy-not-applicable',
    ],
    [
      'renormalise by criterion',
      { method: 'trimmed-mean', options: { trimBy: 'criterion', missing: 'renormalise' } },
      'missing-policy-not-applicable',
    ],
    [
      'criterion rounding for a median',
      { method: 'median', rounding: { criterion: 2 } },
      'rounding-not-for-sheet-totals',
    ],
    [
      'criterion rounding by sheet',
      { method: 'trimmed-mean', rounding: { weightedCriterion: 2 } },
      'rounding-not-for-sheet-totals',
    ],
    [
      'criterion rounding of renormalised sheets',
      { method: 'mean', options: { missing: 'renormalise' }, rounding: { criterion: 2 } },
      'rounding-not-for-sheet-totals',
    ],
    ['a divisor of n − 2', { method: 'standardised', options: { ddof: 2 } }, 'value-not-allowed'],
    ['a rescale of borda', { method: 'borda', options: { rescale: true } }, 'option-unknown'],
    [
      'per-criterion for borda',
      { method: 'borda', options: { missing: 'per-criterion' } },
      'missing-policy-not-applicable',
    ],
    [
      'criterion rounding of standard scores',
      { method: 'standardised', rounding: { criterion: 2 } },
      'rounding-not-for-sheet-totals',
    ],
    ['no points', { method: 'positional', options: { points: [] } }, 'points-not-descending'],
    ['points that rise', { method: 'positional', options: { points: ['3', '4'] } }, 'points-not-descending'],
    ['points below 0', { method: 'positional', options: { points: ['3', '-1'] } }, 'points-not-descending'],
    ['points in words', { method: 'positional', options: { points: ['3', 'two'] } }, 'decimal-expected'],
    ['half a place', { method: 'mean', rounding: { total: 1.5 } }, 'count-expected'],
  ])('%s', (_name, setting, code) => {
    try {
      tally({ sheets: [], criteria: [], ...setting });
      throw new Error('was accepted');
    } catch (error) {
      expect(error).toMatchObject({ code: 'tally-option-invalid', details: { problems: [{ code }] } });
    }
  });
});
