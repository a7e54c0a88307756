import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criterion, stageRules } from '../../../../test/builders/stage-rules.js';
import { validateScoreSheet } from './validate-score-sheet.js';

const rules = stageRules({
  rubric: {
    maximumTotal: '100',
    criteria: [criterion('innovation', '40'), criterion('market', '60', { minimum: '1', step: '0.25' })],
  },
});
const withDeductions = { ...rules, deductions: { maximum: '15' } };
const full = { innovation: '35.5', market: '50.25' };
const shortly = (problems: ReturnType<typeof validateScoreSheet>) =>
  problems.map(({ path, code }) => `${path} ${code}`);

describe('a score sheet', () => {
  it('with a decimal string for each criterion may be submitted', () => {
    expect(validateScoreSheet(rules, { scores: full }, 'submit')).toEqual([]);
    expect(validateScoreSheet(rules, { scores: { innovation: '0', market: '60.00' } }, 'submit')).toEqual([]);
  });

  it('may lack scores as a draft only', () => {
    for (const scores of [{}, { innovation: '35.5' }, { innovation: null, market: '50' }]) {
      expect(validateScoreSheet(rules, { scores }, 'draft')).toEqual([]);
    }
    expect(shortly(validateScoreSheet(rules, { scores: { market: null } }, 'submit'))).toEqual([
      'scores.innovation score-missing',
      'scores.market score-missing',
    ]);
  });

  it.each([
    ['above the maximum', '40.5', 'score-out-of-range'],
    ['far above it', '9999999999999999999', 'score-out-of-range'],
    ['below the minimum', '-0.5', 'score-out-of-range'],
    ['between two steps', '35.25', 'score-off-step'],
    ['with surplus decimals', '35.500001', 'score-off-step'],
    ['with surplus decimals that are zeros, which no column keeps', '35.50000', 'score-off-step'],
    ['99.995, which numeric(5,2) stores as 100.00', '39.995', 'score-off-step'],
    ['a number', 35.5, 'score-not-a-decimal-string'],
    ['negative zero as a number', -0, 'score-not-a-decimal-string'],
    ['NaN', Number.NaN, 'score-not-a-decimal-string'],
    ['what JSON.parse makes of 1e999', JSON.parse('1e999') as unknown, 'score-not-a-decimal-string'],
    ['"NaN"', 'NaN', 'score-not-a-decimal-string'],
    ['"Infinity"', 'Infinity', 'score-not-a-decimal-string'],
    ['"-0"', '-0', 'score-not-a-decimal-string'],
    ['"1e1"', '1e1', 'score-not-a-decimal-string'],
    ['"1e-400"', '1e-400', 'score-not-a-decimal-string'],
    ['an empty string', '', 'score-not-a-decimal-string'],
    ['a blank', ' ', 'score-not-a-decimal-string'],
    ['hex', '0x10', 'score-not-a-decimal-string'],
    ['full-width digits', '１２', 'score-not-a-decimal-string'],
    ['true', true, 'score-not-a-decimal-string'],
    ['an array of one', ['5'], 'score-not-a-decimal-string'],
    ['an object', { toString: () => '5' }, 'score-not-a-decimal-string'],
    ['two values', '35;36', 'score-not-a-decimal-string'],
    ['ten thousand digits', '1'.repeat(10_000), 'score-not-a-decimal-string'],
  ])('refuses %s and names the field, also in a draft', (_name, innovation, code) => {
    for (const mode of ['draft', 'submit'] as const) {
      expect(shortly(validateScoreSheet(rules, { scores: { ...full, innovation } }, mode))).toEqual([
        `scores.innovation ${code}`,
      ]);
    }
  });

  it('counts steps from the minimum', () => {
    const odd = stageRules({
      rubric: { maximumTotal: '9', criteria: [criterion('innovation', '9', { minimum: '1', step: '2' })] },
    });
    const problems = (innovation: string) => shortly(validateScoreSheet(odd, { scores: { innovation } }, 'submit'));
    expect([problems('3'), problems('4')]).toEqual([[], ['scores.innovation score-off-step']]);
  });

  it.each([[null], ['{}'], [[['innovation', '5']]], [5], [undefined]])('refuses scores that are %j', (scores) => {
    expect(shortly(validateScoreSheet(rules, { scores }, 'submit'))).toEqual(['scores scores-not-an-object']);
  });

  it('refuses criteria that the rubric does not know, and does not mistake what every object inherits', () => {
    const scores = { ...full, taste: '5', ...(JSON.parse('{"__proto__":"5"}') as object) };
    expect(shortly(validateScoreSheet(rules, { scores }, 'submit'))).toEqual([
      'scores.taste criterion-unknown',
      'scores.__proto__ criterion-unknown',
    ]);
    const inherited = stageRules({ rubric: { maximumTotal: '10', criteria: [criterion('constructor', '10')] } });
    expect(shortly(validateScoreSheet(inherited, { scores: {} }, 'submit'))).toEqual([
      'scores.constructor score-missing',
    ]);
  });

  it.each([
    ['none where none is allowed', rules, undefined, []],
    ['one where none is allowed', rules, '1', ['deduction deduction-not-allowed']],
    ['one within the maximum', withDeductions, '15', []],
    ['above the maximum', withDeductions, '15.01', ['deduction deduction-out-of-range']],
    ['below zero', withDeductions, '-1', ['deduction deduction-out-of-range']],
    ['too fine', withDeductions, '1.001', ['deduction deduction-off-step']],
    ['with surplus zeros', withDeductions, '1.00000', ['deduction deduction-off-step']],
    ['a number', withDeductions, 3, ['deduction deduction-not-a-decimal-string']],
  ])('treats a deduction: %s', (_name, under, deduction, problems) => {
    expect(shortly(validateScoreSheet(under, { scores: full, deduction }, 'draft'))).toEqual(problems);
  });

  it('accepts every score on the grid and nothing between', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (hundredths) => {
        const innovation = (hundredths / 100).toFixed(2);
        const isAccepted = validateScoreSheet(rules, { scores: { ...full, innovation } }, 'submit').length === 0;
        expect(isAccepted).toBe(hundredths % 50 === 0);
      }),
    );
  });
});
