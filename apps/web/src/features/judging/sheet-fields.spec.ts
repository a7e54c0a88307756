import { describe, expect, it } from '@jest/globals';
import { stageRules } from '../../../../../test/builders/stage-rules.js';
import { fieldsOf, sameFields, sheetOf, withLanguage } from './sheet-fields.js';

const whole = {
  scores: { innovation: '8', market: '9.5' },
  deduction: '2.5',
  comments: { language: 'zh' as const, criteria: { market: '清楚' }, overall: '好', deduction: '迟交' },
};

describe('the fields of a sheet', () => {
  it('become the sheet that they were read from', () => {
    expect(sheetOf(fieldsOf(whole))).toEqual(whole);
    expect(sheetOf(fieldsOf({ scores: {}, deduction: null, comments: null }))).toEqual({ scores: {} });
  });

  it('say nothing by blanks, by a deduction of 0 or by a language alone', () => {
    const nothing = {
      'scores.innovation': '',
      'comments.overall': ' \n',
      deduction: '0.00',
      'comments.language': 'zh',
    };
    expect(sheetOf(nothing)).toEqual({ scores: {} });
    expect(sameFields(nothing, {})).toBe(true);
    expect(sameFields({ ...nothing, 'comments.overall': 'x' }, {})).toBe(false);
  });

  it('are the same with blanks around a comment, and others in another language', () => {
    const said = { 'comments.overall': 'Sound.', 'comments.language': 'en' };
    expect(sameFields(said, { ...said, 'comments.overall': ' Sound. ' })).toBe(true);
    expect(sameFields(said, { ...said, 'comments.language': 'zh' })).toBe(false);
  });

  it('carry a language only where the rules ask for words, and never over a chosen one', () => {
    expect(withLanguage(stageRules(), {}, 'zh')).toEqual({});
    const asked = stageRules({ comments: { overall: 'optional' } });
    expect(withLanguage(asked, {}, 'zh')).toEqual({ 'comments.language': 'zh' });
    expect(withLanguage(asked, { 'comments.language': 'en' }, 'zh')).toEqual({ 'comments.language': 'en' });
  });
});
