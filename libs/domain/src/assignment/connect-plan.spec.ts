import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { connectedComponents } from '../scoring/connected-components.js';
import { type AssignmentProblem, defaultWeights } from './assignment-problem.js';
import { connectPlan } from './connect-plan.js';
import { judgeTable } from './judge-table.js';
import { bridges, type Place, planParts } from './plan-graph.js';

const problemOf = (entries: number, judges: number): AssignmentProblem => ({
  entries: Array.from({ length: entries }, (_, index) => ({
    ...{ id: `e${index}`, topics: [], languages: [], judgesWanted: 2 },
  })),
  judges: Array.from({ length: judges }, (_, index) => ({
    ...{ id: `j${index}`, kind: null, topics: [], languages: [], employer: null, leastEntries: 0, mostEntries: null },
  })),
  ...{ conflicts: [], preferences: [], existing: [], mostPerEmployer: null, weights: defaultWeights, seed: 's' },
});

const place = (entry: number, judge: number): Place => ({ entry, judge, isFixed: false });
const parted = [place(0, 0), place(0, 1), place(1, 0), place(1, 1), place(2, 2), place(2, 3), place(3, 2), place(3, 3)];

const loads = (places: readonly Place[], of: 'entry' | 'judge') =>
  [0, 1, 2, 3].map((number) => places.filter((one) => one[of] === number).length);

describe('a plan that falls apart', () => {
  it('is connected by one exchange that keeps loads, and costs least', () => {
    const table = judgeTable(problemOf(4, 4));
    const { places, parts, swaps, cost } = connectPlan(table, parted);
    expect({ parts, swaps }).toEqual({ parts: 1, swaps: 1 });
    expect(loads(places, 'judge')).toEqual([2, 2, 2, 2]);
    expect(loads(places, 'entry')).toEqual([2, 2, 2, 2]);
    const row = new Int32Array(4);
    const worth = (entry: number, judge: number) => {
      table.fillRow(entry, row);
      return row[judge] ?? 0;
    };
    const losses = [0, 1].flatMap((mine) =>
      [0, 1].flatMap((my) =>
        [2, 3].flatMap((theirs) =>
          [2, 3].map((their) => worth(mine, my) + worth(theirs, their) - worth(mine, their) - worth(theirs, my)),
        ),
      ),
    );
    expect(cost).toBe(Math.min(...losses));
  });

  it('stays apart where every exchange would break a rule', () => {
    const conflicts = [0, 1].flatMap((entry) => [2, 3].map((judge) => ({ entry: `e${entry}`, judge: `j${judge}` })));
    const { parts, swaps } = connectPlan(judgeTable({ ...problemOf(4, 4), conflicts }), parted);
    expect({ parts, swaps }).toEqual({ parts: 2, swaps: 0 });
  });

  it('stays apart where all its places are fixed', () => {
    const fixed = parted.map((one) => ({ ...one, isFixed: true }));
    expect(connectPlan(judgeTable(problemOf(4, 4)), fixed)).toMatchObject({ parts: 2, swaps: 0 });
  });

  it('breaks no rule about employers', () => {
    const problem = problemOf(4, 4);
    const judges = problem.judges.map((judge, index) => ({
      ...judge,
      employer: index === 1 || index === 2 ? 'x' : null,
    }));
    const { places, parts } = connectPlan(judgeTable({ ...problem, judges, mostPerEmployer: 1 }), parted);
    expect(parts).toBe(1);
    for (const entry of [0, 1, 2, 3]) {
      expect(places.filter((one) => one.entry === entry && (one.judge === 1 || one.judge === 2)).length).toBeLessThan(
        2,
      );
    }
  });
});

describe('parts and bridges of a plan', () => {
  const plans = fc.uniqueArray(fc.record({ entry: fc.nat(4), judge: fc.nat(4) }), {
    ...{ maxLength: 12, selector: ({ entry, judge }: { entry: number; judge: number }) => entry * 5 + judge },
  });
  const named = (places: readonly { entry: number; judge: number }[]) =>
    connectedComponents(places.map(({ entry, judge }) => ({ entry: `e${entry}`, judge: `j${judge}` }))).length;

  it('are what counting without each place finds', () => {
    fc.assert(
      fc.property(plans, (bare) => {
        const places = bare.map((one) => ({ ...one, isFixed: false }));
        expect(planParts(places, 5, 5).sizes.length).toBe(named(places));
        const nodes = (some: readonly Place[]) =>
          new Set(some.map(({ entry }) => entry)).size + new Set(some.map(({ judge }) => judge)).size;
        const without = (index: number) => places.filter((_, other) => other !== index);
        // A lost end of a bridge is a part of its own.
        const partsOf = (some: readonly Place[]) => named(some) + nodes(places) - nodes(some);
        const expected = places.flatMap((_, index) => (partsOf(without(index)) > named(places) ? [index] : []));
        expect([...bridges(places, 5, 5)].sort((left, right) => left - right)).toEqual(expected);
      }),
    );
  });
});
