import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criterion, stageRules } from '../../../../test/builders/stage-rules.js';
import { isAllTheSame, tenthOf } from './soft-hints.js';
import { validateScoreSheet } from './validate-score-sheet.js';

const ten = criterion('innovation', '10', { minimum: '1' });

describe('a score ten times too large', () => {
  it.each([
    ['95', '9.5'],
    ['80', '8'],
    ['100', '10'],
    ['15', '1.5'],
    ['85.0', '8.5'],
  ])('%s is probably meant as %s', (typed, meant) => {
    expect(tenthOf(ten, typed)).toBe(meant);
  });

  it.each([
    ['within the range', '9.5'],
    ['the maximum itself', '10'],
    ['a tenth between two steps', '93'],
    ['a tenth above the range too', '105'],
    ['below the range', '0.5'],
    ['no decimal', '95.'],
    ['full-width digits', '９５'],
    ['nothing', ''],
  ])('is not seen in %s', (_name, typed) => {
    expect(tenthOf(ten, typed)).toBeNull();
  });

  it('is only ever read as a score that the rules take', () => {
    const rules = stageRules({ rubric: { maximumTotal: '10', criteria: [ten] } });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (hundredths) => {
        const meant = tenthOf(ten, String(hundredths / 100));
        if (meant === null) return;
        expect(validateScoreSheet(rules, { scores: { innovation: meant } }, 'submit')).toEqual([]);
      }),
    );
  });
});

describe('scores that are all the same', () => {
  const rules = stageRules({
    rubric: {
      maximumTotal: '40',
      criteria: [criterion('innovation', '10'), criterion('market', '10'), criterion('team', '20')],
    },
  });

  it.each([
    ['eight of ten and sixteen of twenty', { innovation: '8', market: '8.0', team: '16' }, true],
    ['the lowest of each', { innovation: '0', market: '0', team: '0' }, true],
    ['the same number of different ranges', { innovation: '8', market: '8', team: '8' }, false],
    ['one that differs', { innovation: '8', market: '8.5', team: '16' }, false],
    ['one that is missing', { innovation: '8', market: '8' }, false],
    ['one that is no decimal', { innovation: '8', market: '8', team: '16.' }, false],
  ])('%s', (_name, scores, isSame) => {
    expect(isAllTheSame(rules, scores)).toBe(isSame);
  });

  it('are nothing odd where there are two criteria', () => {
    expect(isAllTheSame(stageRules(), { innovation: '40', market: '60' })).toBe(false);
  });
});
