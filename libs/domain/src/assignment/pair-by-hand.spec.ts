import { describe, expect, it } from '@jest/globals';
import { type AssignmentProblem, type AvailableJudge, defaultWeights } from './assignment-problem.js';
import { pairByHand } from './pair-by-hand.js';

const judge = (id: string, more: Partial<AvailableJudge> = {}): AvailableJudge => ({
  ...{ id, kind: null, topics: [], languages: ['zh'], employer: null, leastEntries: 0, mostEntries: null },
  ...more,
});
const entry = (id: string, language = 'zh') => ({ id, topics: [], languages: [language], judgesWanted: 1 });
const problem = (more: Partial<AssignmentProblem> = {}): AssignmentProblem => ({
  ...{ entries: [entry('e1'), entry('e2', 'en')], judges: [judge('a'), judge('b')], conflicts: [], preferences: [] },
  ...{ existing: [], mostPerEmployer: 1, weights: defaultWeights, seed: 's' },
  ...more,
});
const held = (entryId: string, judgeId: string) => ({ entry: entryId, judge: judgeId, isFixed: true });
const codes = (given: AssignmentProblem, entryId: string, judgeId: string) =>
  pairByHand(given, { entry: entryId, judge: judgeId }).map(({ code }) => code);

describe('a pair by hand', () => {
  it('breaks nothing where it keeps every rule, also beyond how many judges are wanted', () => {
    expect(codes(problem(), 'e1', 'a')).toEqual([]);
    expect(codes(problem({ existing: [held('e1', 'a')] }), 'e1', 'b')).toEqual([]);
  });

  it.each<[string, Partial<AssignmentProblem>, string, string, string[]]>([
    ['a pair that stands', { existing: [held('e1', 'a')] }, 'e1', 'a', ['pair-twice']],
    ['nobody of the problem', {}, 'e1', 'c', ['pair-unknown']],
    ['a conflict', { conflicts: [{ entry: 'e1', judge: 'a' }] }, 'e1', 'a', ['conflict-of-interest']],
    ['another language', {}, 'e2', 'a', ['language']],
    [
      'a judge who has as many as may be',
      { judges: [judge('a', { mostEntries: 1, languages: ['zh', 'en'] })], existing: [held('e1', 'a')] },
      ...(['e2', 'a', ['over-most']] as [string, string, string[]]),
    ],
    [
      'a colleague',
      { judges: [judge('a', { employer: 'x' }), judge('b', { employer: 'x' })], existing: [held('e1', 'a')] },
      ...(['e1', 'b', ['employer-crowded']] as [string, string, string[]]),
    ],
  ])('breaks a rule with %s', (_name, more, entryId, judgeId, expected) => {
    expect(codes(problem(more), entryId, judgeId)).toEqual(expected);
  });

  it('is not held against what others have broken before', () => {
    const judges = [judge('a', { mostEntries: 1, languages: ['zh', 'en'] }), judge('b')];
    const existing = [held('e1', 'a'), held('e2', 'a')];
    expect(codes(problem({ judges, existing }), 'e1', 'b')).toEqual([]);
  });
});
