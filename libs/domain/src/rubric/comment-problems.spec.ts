import { describe, expect, it } from '@jest/globals';
import { stageRules } from '../../../../test/builders/stage-rules.js';
import type { StageRules } from '../contest/stage-rules.js';
import { sheetComments } from './sheet-comments.js';
import { sheetTotal } from './sheet-total.js';
import { validateScoreSheet } from './validate-score-sheet.js';

const scores = { innovation: '35.5', market: '50.5' };
const none = stageRules();
const asked = stageRules({ comments: { criteria: 'optional', overall: 'required' }, deductions: { maximum: '15' } });
const problems = (rules: StageRules, comments: unknown, deduction?: string, mode: 'draft' | 'submit' = 'submit') =>
  validateScoreSheet(rules, { scores, comments, deduction }, mode).map(({ path, code }) => `${path} ${code}`);

describe('comments of a sheet', () => {
  it.each([
    ['none where none is asked', none, undefined, []],
    ['one where none is asked', none, { language: 'zh', overall: '好' }, ['comments.overall comment-not-allowed']],
    ['blank ones where none is asked', none, { overall: ' ', criteria: { market: '' } }, []],
    ['a required one', asked, { language: 'zh', overall: '好' }, []],
    ['a required one that is missing', asked, {}, ['comments.overall comment-missing']],
    ['nothing at all where one is required', asked, null, ['comments.overall comment-missing']],
    ['a required one that nobody can see', asked, { overall: '\u200B \n' }, ['comments.overall comment-missing']],
    ['one to a criterion', asked, { language: 'en', overall: 'x', criteria: { market: 'y' } }, []],
    [
      'one to a criterion that there is not',
      asked,
      { language: 'en', overall: 'x', criteria: { taste: 'y' } },
      ['comments.criteria.taste criterion-unknown'],
    ],
    ['no language', asked, { overall: 'x' }, ['comments.language comment-language-missing']],
    ['another language', asked, { language: 'fr', overall: 'x' }, ['comments.language comment-language-missing']],
    ['a number', asked, { language: 'en', overall: 5 }, ['comments.overall comment-not-a-text']],
    ['half a character', asked, { language: 'en', overall: 'x\uD83D' }, ['comments.overall comment-not-a-text']],
    ['what no column keeps', asked, { language: 'en', overall: 'x\0' }, ['comments.overall comment-not-a-text']],
    ['the longest, in characters', asked, { language: 'en', overall: '𠮷'.repeat(2000) }, []],
    ['one too long', asked, { language: 'en', overall: 'x'.repeat(2001) }, ['comments.overall comment-too-long']],
    ['a list', asked, ['x'], ['comments comments-not-an-object']],
    ['another field', asked, { language: 'en', overall: 'x', taste: 'y' }, ['comments.taste comment-not-allowed']],
  ])('%s', (_name, rules, comments, expected) => {
    expect(problems(rules, comments)).toEqual(expected);
  });

  it('may be missing in a draft, their language too', () => {
    expect(problems(asked, undefined, undefined, 'draft')).toEqual([]);
    expect(problems(asked, { criteria: { market: 'half a sen' } }, '2', 'draft')).toEqual([]);
    expect(problems(asked, { overall: 'x'.repeat(2001) }, undefined, 'draft')).toEqual([
      'comments.overall comment-too-long',
    ]);
  });

  it('give the reason for a deduction, which needs one', () => {
    const said = { language: 'en', overall: 'x' };
    expect(problems(asked, said, '2')).toEqual(['comments.deduction deduction-reason-missing']);
    expect(problems(asked, { ...said, deduction: 'late' }, '2')).toEqual([]);
    expect(problems(asked, said, '0.00')).toEqual([]);
  });

  it('enter no total', () => {
    const comments = { language: 'en', overall: '40', criteria: { market: '60' } };
    expect(sheetTotal(asked, { scores, comments }).total).toBe(sheetTotal(asked, { scores }).total);
  });

  it('are kept without blanks and without what nobody can see', () => {
    expect(sheetComments({ language: 'en', overall: ' Sound.\u200B ', criteria: { market: ' ', plan: 'x' } })).toEqual({
      language: 'en',
      criteria: { plan: 'x' },
      overall: 'Sound.',
    });
    expect(sheetComments({ language: 'en', overall: ' ' })).toBeNull();
    expect(sheetComments(undefined)).toBeNull();
  });
});
