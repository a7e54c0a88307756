import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AssignmentProblem, type AvailableJudge, defaultWeights } from './assignment-problem.js';
import { checkPlan } from './check-plan.js';
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

  it('breaks what the whole plan would show as broken anew', () => {
    const ids = (letter: string) => fc.constantFrom(...[0, 1, 2, 3].map((index) => `${letter}${index}`));
    const pairs = fc.array(fc.record({ entry: ids('e'), judge: ids('j') }), { maxLength: 10 });
    const judges = fc.tuple(
      ...[0, 1, 2, 3].map((index) =>
        fc.record({
          employer: fc.constantFrom('x', 'y', null),
          mostEntries: fc.constantFrom(1, 2, null),
          language: fc.constantFrom('zh', 'en'),
          id: fc.constant(`j${index}`),
        }),
      ),
    );
    const entries = [entry('e0'), entry('e1', 'en'), entry('e2')];
    const ofPair = ['pair-twice', 'pair-unknown', 'conflict-of-interest', 'language', 'over-most', 'employer-crowded'];
    fc.assert(
      fc.property(judges, pairs, pairs, ids('e'), ids('j'), (people, standing, conflicts, toEntry, toJudge) => {
        const given = problem({
          ...{ entries, conflicts, existing: standing.map((one) => ({ ...one, isFixed: true })) },
          judges: people.map(({ id, language, ...more }) => judge(id, { ...more, languages: [language] })),
        });
        const pair = { entry: toEntry, judge: toJudge };
        const before = checkPlan(given, standing).map((one) => JSON.stringify(one));
        const anew = checkPlan(given, [...standing, pair]).filter((one) => !before.includes(JSON.stringify(one)));
        expect(pairByHand(given, pair)).toEqual(anew.filter(({ code }) => ofPair.includes(code)));
      }),
    );
  });
});
