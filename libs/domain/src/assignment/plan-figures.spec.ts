import { describe, expect, it } from '@jest/globals';
import { type AssignmentProblem, defaultWeights } from './assignment-problem.js';
import { planChanges } from './plan-changes.js';
import { planFigures } from './plan-figures.js';

const judge = { kind: null, employer: null, leastEntries: 0, mostEntries: null };

const problem: AssignmentProblem = {
  entries: [
    { id: 'a', topics: ['chips', 'energy'], languages: ['en', 'zh'], judgesWanted: 2 },
    { id: 'b', topics: [], languages: [], judgesWanted: 2 },
  ],
  judges: [
    { ...judge, id: 'p', topics: ['chips'], languages: ['en'] },
    { ...judge, id: 'q', topics: ['chips', 'energy'], languages: ['zh'] },
    { ...judge, id: 'r', topics: [], languages: ['zh'] },
  ],
  ...{ conflicts: [], existing: [], mostPerEmployer: null, weights: defaultWeights, seed: '' },
  preferences: [
    { entry: 'a', judge: 'p', strength: 1 },
    { entry: 'b', judge: 'q', strength: -2 },
    { entry: 'b', judge: 'p', strength: 2 },
  ],
};

const pairs = (text: string) =>
  text.split(' ').flatMap(([entry, other]) => (entry && other ? [{ entry, judge: other }] : []));

describe('figures of a plan', () => {
  it('count loads, topics, wishes, translations and parts', () => {
    expect(planFigures(problem, pairs('ap aq bq br'))).toEqual({
      places: 4,
      loads: [
        { judge: 'p', entries: 1 },
        { judge: 'q', entries: 2 },
        { judge: 'r', entries: 1 },
      ],
      ...{ allTopics: 0.25, someTopics: 0.25, noTopic: 0.5, glad: 0.25, reluctant: 0.25, translated: 0.25, parts: 1 },
      keyword: 0,
    });
  });

  it('count keywords that stand in an entry, and wishes for its topics beside those for the pair', () => {
    const entries = problem.entries.map((one) => ({ ...one, keywords: one.id === 'a' ? ['cell', 'pump'] : [] }));
    const judges = problem.judges.map((one) => ({
      ...{ ...one, keywords: one.id === 'q' ? ['cell'] : [] },
      wishes: one.id === 'p' ? [{ topic: 'chips', strength: -2 }] : [],
    }));
    expect(planFigures({ ...problem, entries, judges }, pairs('ap aq'))).toMatchObject({
      keyword: 0.5,
      glad: 0,
      reluctant: 0.5,
    });
  });

  it('are nothing of an empty plan, and refuse a place of nobody', () => {
    expect(planFigures(problem, [])).toMatchObject({ places: 0, allTopics: 0, parts: 0 });
    expect(() => planFigures(problem, pairs('az'))).toThrow(/does not know: \["a","z"\]/);
  });
});

describe('changes by a plan', () => {
  it('are what is kept, added and removed', () => {
    expect(planChanges(pairs('ap aq bq'), pairs('ap bq br'))).toEqual({
      ...{ kept: pairs('ap bq'), added: pairs('br'), removed: pairs('aq') },
    });
  });
});
