import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type TieStep, tieSteps } from '../contest/stage-rules.js';
import { parseDecimal } from '../decimal/parse-decimal.js';
import { breakTies, type TieLadder } from './break-ties.js';
import type { TieCandidate } from './computed-tie-keys.js';

const candidate = (
  entry: string,
  previous: string | null,
  criteria: string[],
  totals: string[] = [],
): TieCandidate => ({
  entry,
  previousStageScore: previous === null ? null : parseDecimal(previous),
  criteria: new Map(criteria.map((score, index) => ['abc'.charAt(index), parseDecimal(score)])),
  sheetTotals: totals.map(parseDecimal),
});
const ladder = (
  steps: readonly TieStep[],
  weights = ['30', '30', '40'],
  decisions: TieLadder['decisions'] = [],
): TieLadder => ({
  steps,
  criteria: weights.map((weight, index) => {
    const [factor = '', maximum = '1'] = weight.split('x');
    return { key: 'abc'.charAt(index), factor: parseDecimal(factor), maximum: parseDecimal(maximum) };
  }),
  decisions,
});

/** "A highest-weight-criterion > BC unresolved" */
const drawn = (tied: readonly TieCandidate[], under: TieLadder) =>
  breakTies(tied, under)
    .map(
      ({ entries, resolvedBy, nextStep }) =>
        `${entries.join('')} ${resolvedBy ?? `unresolved${nextStep ? `, ${nextStep} next` : ''}`}`,
    )
    .join(' > ');

describe('the tie ladder', () => {
  it('compares the criterion that weighs most, not the one with the highest score', () => {
    const tied = [candidate('A', null, ['30', '30', '20']), candidate('B', null, ['20', '25', '35'])];
    expect(drawn(tied, ladder(['highest-weight-criterion']))).toBe(
      'B highest-weight-criterion > A highest-weight-criterion',
    );
  });

  it('compares the sum of criteria that weigh the same, then each in rubric order', () => {
    const tied = [
      candidate('A', null, ['20', '30']),
      candidate('B', null, ['28', '22']),
      candidate('C', null, ['29', '22']),
    ];
    expect(drawn(tied, ladder(['highest-weight-criterion'], ['30', '30']))).toBe(
      'C highest-weight-criterion > B highest-weight-criterion > A highest-weight-criterion',
    );
  });

  it('sums what criteria of one weight add to the total, not scores of different scales', () => {
    const tied = [candidate('A', null, ['8', '16']), candidate('B', null, ['9', '15'])];
    expect(drawn(tied, ladder(['highest-weight-criterion'], ['4x10', '2x20']))).toBe(
      'B highest-weight-criterion > A highest-weight-criterion',
    );
  });

  it('counts how many judges gave the highest total of all the tied', () => {
    const tied = [
      candidate('A', null, [], ['95', '90', '85']),
      candidate('B', null, [], ['95', '95', '80']),
      candidate('C', null, [], ['94', '94', '82']),
    ];
    expect(drawn(tied, ladder(['highest-scores-count']))).toBe(
      'B highest-scores-count > A highest-scores-count > C highest-scores-count',
    );
  });

  it('hands on to the next step only those that a step could not part', () => {
    const tied = [candidate('A', '90', ['1']), candidate('B', '80', ['3']), candidate('C', '80', ['2'])];
    expect(drawn(tied, ladder(['previous-stage', 'highest-weight-criterion'], ['1']))).toBe(
      'A previous-stage > B highest-weight-criterion > C highest-weight-criterion',
    );
  });

  it('waits for people and goes on after them', () => {
    const tied = [candidate('A', null, []), candidate('B', null, []), candidate('C', null, [])];
    const steps = ['panel-vote', 'extra-round', 'shared'] as const;
    const vote = { step: 'panel-vote', order: [['B'], ['A', 'C']] } as const;
    const round = { step: 'extra-round', order: [['C'], ['A']] } as const;
    expect(drawn(tied, ladder(steps))).toBe('ABC unresolved, panel-vote next');
    expect(drawn(tied, ladder(steps, [], [vote]))).toBe('B panel-vote > AC unresolved, extra-round next');
    expect(drawn(tied, ladder(steps, [], [vote, round]))).toBe('B panel-vote > C extra-round > A extra-round');
    expect(drawn(tied, ladder(['shared']))).toBe('ABC shared');
  });

  it('shares by decision only what no computed step parts', () => {
    const tied = [candidate('A', '90', []), candidate('B', '80', []), candidate('C', '80', [])];
    const shared = { step: 'shared', order: [['A', 'B', 'C']] } as const;
    const under = ladder(['previous-stage', 'panel-vote'], [], [shared]);
    expect(drawn(tied, under)).toBe('A previous-stage > BC shared');
  });

  it('keeps every entry once, and does not depend on the order of input', () => {
    const values = fc.integer({ min: 0, max: 2 }).map(String);
    const tied = fc
      .array(fc.tuple(fc.option(values), fc.tuple(values, values, values), fc.array(values, { maxLength: 3 })), {
        minLength: 1,
        maxLength: 6,
      })
      .map((rows) =>
        rows.map(([previous, criteria, totals], index) =>
          candidate('ABCDEF'.charAt(index), previous, criteria, totals),
        ),
      );
    fc.assert(
      fc.property(
        tied.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        fc.shuffledSubarray([...tieSteps]),
        ([rows, shuffled], steps) => {
          const places = breakTies(rows, ladder(steps));
          expect(breakTies(shuffled, ladder(steps))).toEqual(places);
          const entries = places.flatMap((place) => place.entries);
          expect([...entries].sort((a, b) => (a < b ? -1 : 1))).toEqual(rows.map(({ entry }) => entry));
        },
      ),
    );
  });
});
