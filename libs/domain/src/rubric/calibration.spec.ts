import { describe, expect, it } from '@jest/globals';
import type { StageRules } from '../contest/stage-rules.js';
import { calibrationProblems, deviation } from './calibration.js';

const criterion = (key: string, factor: string, counted = true) => ({
  ...{ key, name: { zh: key, en: key }, minimum: '0', maximum: '10', step: '0.5', factor, counted, levels: [] },
});
const rules = {
  rubric: { maximumTotal: '30', criteria: [criterion('a', '2'), criterion('b', '1'), criterion('note', '1', false)] },
  comments: { overall: 'required' },
} as unknown as StageRules;

describe('the deviation of a judge from the reference', () => {
  it('is own less reference, by criterion and in the totals, where only counted criteria enter', () => {
    const own = { a: '7', b: '9.5', note: '10' };
    const reference = { a: '8.5', b: '9', note: '1' };
    expect(deviation(rules, own, reference)).toEqual({ criteria: { a: '-1.5', b: '0.5', note: '9' }, total: '-2.5' });
  });

  it('is nothing where both are the same', () => {
    const same = { a: '7', b: '9.5', note: '10' };
    expect(deviation(rules, same, same)).toEqual({ criteria: { a: '0', b: '0', note: '0' }, total: '0' });
  });
});

describe('the scores of a calibration entry', () => {
  it('are one for every criterion; no words are asked for', () => {
    expect(calibrationProblems(rules, { a: '1', b: '1', note: '1' })).toEqual([]);
    const problems = calibrationProblems(rules, { a: '11', b: '1', other: '1' });
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'scores.a score-out-of-range',
      'scores.note score-missing',
      'scores.other criterion-unknown',
    ]);
    expect(calibrationProblems(rules, null)).toMatchObject([{ path: 'scores' }]);
  });
});
