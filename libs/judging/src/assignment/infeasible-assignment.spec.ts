import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AssignmentFinding, Relaxation } from '#domain/assignment/assignment-finding';
import { type AssignmentProblem, defaultWeights } from '#domain/assignment/assignment-problem';
import type { SolveLinear } from '#domain/assignment/linear-model';
import { planAssignment } from '#domain/assignment/plan-assignment';
import { planPanels } from '#domain/assignment/plan-panels';
import { highsSolver } from './highs-solver.js';

let solve: SolveLinear;

beforeAll(async () => {
  solve = await highsSolver();
});

type Entry = AssignmentProblem['entries'][number];
type Judge = AssignmentProblem['judges'][number];

const entry = (id: string, change: Partial<Entry> = {}): Entry => ({
  ...{ id, topics: [], languages: ['zh'], judgesWanted: 2, ...change },
});
const judge = (id: string, change: Partial<Judge> = {}): Judge => ({
  ...{ id, topics: [], languages: ['zh'], kind: 'technology', employer: null, leastEntries: 0, mostEntries: null },
  ...change,
});
const contest = (change: Partial<AssignmentProblem>): AssignmentProblem => ({
  ...{ entries: [entry('a'), entry('b')], judges: ['p', 'q', 'r', 's'].map((id) => judge(id)), seed: 's' },
  ...{ conflicts: [], preferences: [], existing: [], mostPerEmployer: null, weights: defaultWeights },
  ...change,
});
const all = (id: string, judges: string) => [...judges].map((one) => ({ entry: id, judge: one }));

const cases: readonly (readonly [string, AssignmentProblem, AssignmentFinding, readonly Partial<Relaxation>[]])[] = [
  [
    'an entry that conflicts leave too few judges',
    contest({ conflicts: all('a', 'pqr') }),
    { code: 'entry-short', entry: 'a', wanted: 2, eligible: 1, conflicts: 3, language: 0 },
    [{ code: 'fewer-judges', entry: 'a', from: 2, to: 1 }],
  ],
  [
    'an entry in a language that one judge reads',
    contest({
      entries: [entry('a', { languages: ['de'] }), entry('b')],
      judges: [judge('p', { languages: ['de', 'zh'] }), judge('q'), judge('r')],
    }),
    { code: 'entry-short', entry: 'a', wanted: 2, eligible: 1, conflicts: 0, language: 2 },
    [{ code: 'fewer-judges', entry: 'a', from: 2, to: 1 }],
  ],
  [
    'judges whose limits do not suffice in all',
    contest({ judges: ['p', 'q', 'r'].map((id) => judge(id, { mostEntries: 1 })) }),
    { code: 'capacity-short', wanted: 4, capacity: 3, short: 1 },
    [{ code: 'raise-most', from: 1, to: 2 }],
  ],
  [
    'minima that exceed what is wanted',
    contest({ judges: ['p', 'q', 'r'].map((id) => judge(id, { leastEntries: 2 })) }),
    { code: 'minimum-excess', least: 6, wanted: 4, excess: 2 },
    [{ code: 'lower-least', from: 2 }],
  ],
  [
    'entries in one language whose readers are full, though others are free',
    contest({
      entries: ['a', 'b', 'c'].map((id) => entry(id, { languages: ['en'] })),
      judges: [
        judge('p', { languages: ['en'], mostEntries: 2 }),
        judge('q', { languages: ['en'], mostEntries: 2 }),
        judge('r'),
      ],
    }),
    {
      ...{ code: 'group-short', kind: null, entries: ['a', 'b', 'c'], judges: ['p', 'q'] },
      ...{ wanted: 6, capacity: 4, elsewhere: 0, short: 2 },
    },
    [
      { code: 'raise-most', judge: 'p', from: 2, to: 3 },
      { code: 'raise-most', judge: 'q', from: 2, to: 3 },
    ],
  ],
  [
    'a kind that nobody is of',
    contest({ entries: [entry('a', { kindsWanted: [{ kind: 'venture-capital', atLeast: 1 }] })] }),
    { code: 'kind-short', entry: 'a', kind: 'venture-capital', wanted: 1, eligible: 0, conflicts: 0, language: 0 },
    [{ code: 'fewer-of-kind', entry: 'a', kind: 'venture-capital', from: 1, to: 0 }],
  ],
  [
    'a kind whose only judge is full',
    contest({
      entries: ['a', 'b'].map((id) => entry(id, { kindsWanted: [{ kind: 'venture-capital', atLeast: 1 }] })),
      judges: [judge('p', { kind: 'venture-capital', mostEntries: 1 }), judge('q'), judge('r'), judge('s')],
    }),
    {
      ...{ code: 'group-short', kind: 'venture-capital', entries: ['a', 'b'], judges: ['p'] },
      ...{ wanted: 2, capacity: 1, elsewhere: 0, short: 1 },
    },
    [{ code: 'raise-most', judge: 'p', from: 1, to: 2 }],
  ],
  [
    'colleagues only',
    contest({
      judges: ['p', 'q', 'r'].map((id) => judge(id, { employer: 'x' })),
      mostPerEmployer: 1,
      entries: [entry('a')],
    }),
    { code: 'employer-bound', entry: 'a', wanted: 2, most: 1, possible: 1 },
    [{ code: 'more-of-employer', entry: 'a', employer: 'x', from: 1, to: 2 }],
  ],
  [
    'a judge to whom too few entries are open',
    contest({ judges: [judge('p', { leastEntries: 2, languages: ['fr'] }), judge('q'), judge('r')] }),
    { code: 'judge-idle', judge: 'p', least: 2, eligible: 0 },
    [{ code: 'lower-least', judge: 'p', from: 2, to: 0 }],
  ],
];

describe('an assignment that cannot be', () => {
  it.each(cases)('names %s, and the smallest relaxation', async (_name, problem, finding, relaxations) => {
    const outcome = await planAssignment(problem, solve);
    if (outcome.kind === 'plan') throw new Error('a plan was found');
    expect(outcome.findings).toContainEqual(finding);
    for (const step of relaxations) expect(outcome.relaxations).toContainEqual(expect.objectContaining(step));
  });

  it('is one where there are no judges, and none where there are no entries', async () => {
    expect(await planAssignment(contest({ judges: [] }), solve)).toMatchObject({ kind: 'infeasible', nearest: [] });
    expect(await planAssignment(contest({ entries: [] }), solve)).toMatchObject({ kind: 'plan', pairs: [] });
  });

  it('names a fixed pair with a conflict, and plans nothing', async () => {
    const problem = contest({ conflicts: all('a', 'p'), existing: [{ entry: 'a', judge: 'p', isFixed: true }] });
    expect(await planAssignment(problem, solve)).toEqual({
      ...{ kind: 'infeasible', findings: [{ code: 'fixed-conflict', entry: 'a', judge: 'p' }] },
      ...{ relaxations: [], nearest: [] },
    });
  });

  it('says why loads are uneven where no even plan exists', async () => {
    const entries = ['a', 'b', 'c', 'd'].map((id) =>
      entry(id, { judgesWanted: 1, languages: id === 'd' ? ['zh'] : ['en'] }),
    );
    const judges = [judge('p', { languages: ['en'] }), judge('q'), judge('r')];
    const outcome = await planAssignment(contest({ entries, judges }), solve);
    expect(outcome).toMatchObject({
      ...{ kind: 'plan', quality: { unevenPlaces: 2 } },
      findings: [{ code: 'group-uneven', entries: ['a', 'b', 'c'], judges: ['p'], wanted: 3, capacity: 2, short: 1 }],
    });
  });
});

describe('existing assignments', () => {
  it('stay where they are fixed, whatever it costs, and are counted', async () => {
    const existing = all('a', 'pqr').map((pair) => ({ ...pair, isFixed: true }));
    const outcome = await planAssignment(contest({ existing }), solve);
    if (outcome.kind !== 'plan') throw new Error('no plan was found');
    expect(outcome.pairs.filter((pair) => pair.entry === 'a')).toEqual(all('a', 'pqr'));
    const loads = ['p', 'q', 'r', 's'].map((id) => outcome.pairs.filter((pair) => pair.judge === id).length);
    expect(loads.reduce((sum, load) => sum + load, 0)).toBe(5);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
  });

  it('move only where a judge is gone', async () => {
    const entries = Array.from({ length: 12 }, (_, index) => entry(`e${index}`));
    const judges = Array.from({ length: 6 }, (_, index) => judge(`j${index}`));
    const before = await planAssignment(contest({ entries, judges }), solve);
    if (before.kind !== 'plan') throw new Error('no plan was found');
    const left = before.pairs.filter((pair) => pair.judge !== 'j0');
    const existing = left.map((pair) => ({ ...pair, isFixed: false }));
    const after = await planAssignment(contest({ entries, judges: judges.slice(1), existing }), solve);
    if (after.kind !== 'plan') throw new Error('no plan was found');
    const kept = new Set(after.pairs.map((pair) => JSON.stringify(pair)));
    expect(left.every((pair) => kept.has(JSON.stringify(pair)))).toBe(true);
    expect(after.quality.unevenPlaces).toBe(0);
  });
});

describe('panels', () => {
  const entries = ['a', 'b', 'c', 'd'].map((id) => entry(id));
  const panels = [
    { id: 'one', judges: ['p', 'q'] },
    { id: 'two', judges: ['r', 's'] },
  ];

  it('take entries whole, evenly, and never one that a member must not judge', async () => {
    const conflicts = [...all('a', 'p'), ...all('b', 'q')];
    const outcome = await planPanels(contest({ entries, conflicts }), panels, solve);
    expect(outcome).toMatchObject({ kind: 'plan', quality: { gap: 0, unevenPlaces: 0, parts: 2 } });
    expect(outcome.kind === 'plan' && outcome.panels).toEqual([
      { entry: 'a', panel: 'two' },
      { entry: 'b', panel: 'two' },
      { entry: 'c', panel: 'one' },
      { entry: 'd', panel: 'one' },
    ]);
    expect(outcome.kind === 'plan' && outcome.pairs.slice(0, 2)).toEqual(all('a', 'rs'));
  });

  it('keep the entries that are fixed to their judges', async () => {
    const existing = [...all('a', 'p'), ...all('b', 'q')].map((pair) => ({ ...pair, isFixed: true }));
    const outcome = await planPanels(contest({ entries, existing }), panels, solve);
    expect(outcome.kind === 'plan' && outcome.panels.map(({ panel }) => panel)).toEqual(['one', 'one', 'two', 'two']);
  });

  it('keep an entry fixed to a judge with the panel of the judge that has no conflict', async () => {
    const both = [...panels, { id: 'three', judges: ['p', 's'] }];
    const existing = all('a', 'p').map((pair) => ({ ...pair, isFixed: true }));
    const outcome = await planPanels(contest({ entries, existing, conflicts: all('a', 'q') }), both, solve);
    expect(outcome.kind === 'plan' && outcome.panels[0]).toEqual({ entry: 'a', panel: 'three' });
  });

  it.each([
    [
      'an entry fixed to the judge of a panel in which another has a conflict',
      { existing: all('a', 'p').map((pair) => ({ ...pair, isFixed: true })), conflicts: all('a', 'q') },
      { code: 'fixed-panel-conflict', entry: 'a', panel: 'one', judge: 'q' },
    ],
    [
      'an entry that no panel may take',
      {
        conflicts: [...all('a', 'p')],
        judges: ['p', 'q', 'r', 's'].map((id) => judge(id, id === 's' ? { languages: [] } : {})),
      },
      { code: 'entry-without-panel', entry: 'a', panels: 2, conflicts: 1, language: 1, kind: 0 },
    ],
    [
      'a kind that no panel has',
      { entries: [entry('a', { kindsWanted: [{ kind: 'venture-capital', atLeast: 1 }] })] },
      { code: 'entry-without-panel', entry: 'a', panels: 2, conflicts: 0, language: 0, kind: 2 },
    ],
    [
      'an entry fixed to judges of two panels',
      { existing: all('a', 'pr').map((pair) => ({ ...pair, isFixed: true })) },
      { code: 'fixed-outside-panels', entry: 'a' },
    ],
  ])('name %s', async (_name, change, finding) => {
    const outcome = await planPanels(contest({ entries, ...change }), panels, solve);
    expect(outcome.kind).toBe('infeasible');
    expect(outcome.findings).toContainEqual(finding);
  });
});
