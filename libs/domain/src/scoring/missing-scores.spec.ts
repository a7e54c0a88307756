import { describe, expect, it } from '@jest/globals';
import { criteriaOf, placesOf, sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import { DomainError } from '../errors/domain-error.js';
import type { MethodOptions } from './method-options.js';
import { tally } from './tally.js';
import type { TallyInput } from './tally-input.js';

describe('missing scores', () => {
  // b is worth 3 in all; j2 gave A no b.
  const sheets = sheetsOf(`
    A j1 8 6
    A j2 4 -
    A j3 6 9`);
  const input = (method: TallyInput['method'], options?: MethodOptions): TallyInput => ({
    sheets,
    criteria: criteriaOf('1', '1'),
    method,
    options,
  });

  it.each<[TallyInput['method'], MethodOptions | undefined, string]>([
    // 6 + 7.5
    ['mean', undefined, 'A:1:13.5'],
    ['mean', { missing: 'exclude-sheet' }, 'A:1:14.5'],
    // Totals 14, 8 (4 × 2/1), 15
    ['mean', { missing: 'renormalise' }, 'A:1:12.333333333333333333'],
    ['median', { missing: 'renormalise' }, 'A:1:14'],
    ['median', { missing: 'exclude-sheet' }, 'A:1:14.5'],
    // a: 4 6 8 → 6; b has two scores, too few to trim: their mean
    ['trimmed-mean', { trimBy: 'criterion' }, 'A:1:13.5'],
  ])('%s with %j', (method, options, places) => {
    expect(placesOf(input(method, options))).toBe(places);
  });

  it('are weighed by the maxima in renormalise', () => {
    const withMaxima = criteriaOf('1', '1').map((criterion, index) => ({ ...criterion, maximum: ['10', '30'][index] }));
    // 4 × 40/10 = 16, beside 14 and 15
    expect(placesOf({ ...input('median', { missing: 'renormalise' }), criteria: withMaxima })).toBe('A:1:15');
    expect(() =>
      tally({
        ...input('median', { missing: 'renormalise' }),
        criteria: [
          { key: 'a', factor: '1', maximum: '10' },
          { key: 'b', factor: '1' },
        ],
      }),
    ).toThrow(/maxima are given for all criteria or for none/);
  });

  it.each<[TallyInput['method'], MethodOptions | undefined]>([
    ['median', undefined],
    ['trimmed-mean', undefined],
    ['trimmed-mean', { trimBy: 'sheet', trim: 1 }],
  ])('are refused by %s with %j, which works on whole sheets and has no default', (method, options) => {
    try {
      tally(input(method, options));
      throw new Error('was accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(error).toMatchObject({
        code: 'scores-missing',
        details: { count: 1, cells: [{ entry: 'A', judge: 'j2', criterion: 'b' }] },
      });
    }
  });

  it('leave an entry insufficient when they exclude its every sheet', () => {
    const crossed = sheetsOf(`
      A j1 8 -
      A j2 - 7`);
    const result = tally({ ...input('mean', { missing: 'exclude-sheet' }), sheets: crossed });
    expect(result.entries).toMatchObject([{ entry: 'A', outcome: 'insufficient', score: null, rank: null, sheets: 0 }]);
    expect(result.warnings.map(({ code }) => code)).toEqual(['sheets-excluded', 'entry-insufficient']);
  });
});
