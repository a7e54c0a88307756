import { describe, expect, it } from '@jest/globals';
import { criterion, stageRules } from '../../../../test/builders/stage-rules.js';
import { sheetTotal } from './sheet-total.js';

const rules = stageRules({
  rubric: {
    maximumTotal: '50',
    criteria: [
      criterion('innovation', '40', { factor: '0.5' }),
      criterion('market', '60', { factor: '0.5' }),
      criterion('investment', '10', { counted: false }),
    ],
  },
  deductions: { maximum: '15' },
});

describe('the running total of a sheet', () => {
  it.each([
    ['nothing yet', {}, undefined, '0', 0],
    ['one criterion', { innovation: '35.5' }, undefined, '17.75', 1],
    ['all of them', { innovation: '35.5', market: '50.5', investment: '9' }, undefined, '43', 3],
    ['less a deduction', { innovation: '35.5', market: '50.5' }, '2.25', '40.75', 2],
    ['sums that doubles get wrong', { innovation: '0.1', market: '0.2' }, undefined, '0.15', 2],
    ['what is not yet a decimal left out', { innovation: '35.', market: '50' }, '1e', '25', 1],
    ['a score beyond its range left out', { innovation: '355', market: '50' }, undefined, '25', 1],
    ['a score below its range left out', { innovation: '-1', market: '50' }, undefined, '25', 1],
    ['a deduction beyond what the rules allow left out', { innovation: '35.5', market: '50.5' }, '150', '43', 2],
    ['no object at all', null, undefined, '0', 0],
  ])('%s', (_name, scores, deduction, total, scored) => {
    expect(sheetTotal(rules, { scores, deduction })).toEqual({ total, maximum: '50', scored, of: 3 });
  });
});
