import { describe, expect, it } from '@jest/globals';
import { type AssignmentProblem, defaultWeights } from './assignment-problem.js';
import { checkPlan } from './check-plan.js';
import { assertSound } from './problem-faults.js';

const entry = { topics: [], languages: ['zh'], judgesWanted: 2 };
const judge = { topics: [], languages: ['zh'], kind: 'technology', employer: null, leastEntries: 0, mostEntries: null };

const problem: AssignmentProblem = {
  entries: [
    { ...entry, id: 'a', kindsWanted: [{ kind: 'venture-capital', atLeast: 1 }] },
    { ...entry, id: 'b', languages: ['en', 'zh'] },
  ],
  judges: [
    { ...judge, id: 'p', employer: 'x' },
    { ...judge, id: 'q', employer: 'x', mostEntries: 1 },
    { ...judge, id: 'r', kind: 'venture-capital', languages: ['en'] },
    { ...judge, id: 's', kind: 'venture-capital', leastEntries: 1 },
    { ...judge, id: 't', mostEntries: 1, isAway: true },
  ],
  conflicts: [{ entry: 'b', judge: 's' }],
  preferences: [],
  existing: [{ entry: 'a', judge: 'p', isFixed: true }],
  mostPerEmployer: 1,
  weights: defaultWeights,
  seed: '',
};

const pairs = (text: string) => text.split(' ').map(([first = '', second = '']) => ({ entry: first, judge: second }));

describe('the check of a plan', () => {
  it('finds nothing in a plan that keeps every rule', () => {
    expect(checkPlan(problem, pairs('ap as bp br'))).toEqual([]);
  });

  it.each([
    ['a conflict of interest', 'ap as bp bs', { code: 'conflict-of-interest', entry: 'b', judge: 's' }],
    ['a judge who reads none of its languages', 'ap ar bp br', { code: 'language', entry: 'a', judge: 'r' }],
    ['a pair that stands twice', 'ap as bp bp', { code: 'pair-twice', entry: 'b', judge: 'p' }],
    ['a judge who is not there', 'ap as bp bz', { code: 'pair-unknown', entry: 'b', judge: 'z' }],
    ['a fixed pair that is gone', 'aq as bp br', { code: 'fixed-missing', entry: 'a', judge: 'p' }],
    ['something given to a judge who is away', 'ap at bp br', { code: 'judge-away', entry: 'a', judge: 't' }],
    ['too few judges', 'ap as bp', { code: 'judges-missing', entry: 'b', wanted: 2, given: 1 }],
    ['too many judges', 'ap as aq bp br', { code: 'judges-surplus', entry: 'a', wanted: 2, given: 3 }],
    ['a judge above the limit', 'ap aq bq br', { code: 'over-most', judge: 'q', limit: 1, given: 2 }],
    ['a judge below the minimum', 'ap aq bp br', { code: 'under-least', judge: 's', limit: 1, given: 0 }],
    [
      'a kind that is missing',
      'ap aq bp br',
      { code: 'kind-missing', entry: 'a', kind: 'venture-capital', wanted: 1, given: 0 },
    ],
    [
      'colleagues on one entry',
      'ap as bp bq',
      { code: 'employer-crowded', entry: 'b', employer: 'x', most: 1, given: 2 },
    ],
  ])('finds %s', (_name, plan, violation) => {
    expect(checkPlan(problem, pairs(plan))).toContainEqual(violation);
  });
});

describe('a problem of assignments', () => {
  it.each([
    ['an entry twice', { entries: [...problem.entries, ...problem.entries] }, /entries: an id stands twice/],
    ['a conflict with nobody', { conflicts: [{ entry: 'a', judge: 'z' }] }, /conflicts: no judge z/],
    [
      'a pair fixed and kept',
      { existing: [...problem.existing, ...problem.existing] },
      /existing: a and p stand twice/,
    ],
    [
      'a strength of its own',
      { preferences: [{ entry: 'a', judge: 'p', strength: 3 }] },
      /preferences.strength .* not 3/,
    ],
    ['half a point', { weights: { ...defaultWeights, kept: 0.5 } }, /weights.kept/],
    ['limits that cross', { judges: [{ ...judge, id: 'p', leastEntries: 2, mostEntries: 1 }] }, /mostEntries|no judge/],
  ])('is refused with %s', (_name, change, message) => {
    expect(() => assertSound({ ...problem, ...change })).toThrow(message);
  });
});
