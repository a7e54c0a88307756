import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { sheetDesign } from '../severity/sheet-design.js';
import { normalDistribution } from '../statistics/normal-distribution.js';
import { estimateOfMeans } from './estimate-of-means.js';
import { estimateWithoutErrors } from './estimate-without-errors.js';
import { expectedRanks } from './expected-ranks.js';
import { probabilityAbove } from './probability-above.js';

/** Scores whose errors are independent, entry by entry. */
function independent(scores: readonly number[], errors: readonly number[]): ScoreEstimate {
  return {
    entries: scores.map((_, index) => `e${index}`),
    scores: Float64Array.from(scores),
    standardErrors: Float64Array.from(errors),
    differenceError: (i, j) => (i === j ? 0 : Math.hypot(errors[i] ?? NaN, errors[j] ?? NaN)),
    drawErrors: null,
  };
}
const ranksOf = (estimate: ScoreEstimate) => [...(expectedRanks(estimate).value ?? [])];

const estimates = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 5 })), { minLength: 1, maxLength: 12 })
  .map((rows) => rows.map(([score, error]) => ({ score, error })));
const estimateOf = (rows: readonly { score: number; error: number }[]) =>
  independent(
    rows.map(({ score }) => score),
    rows.map(({ error }) => error),
  );

describe('the probability that one lies above another', () => {
  it.each([
    [0, 0, 0.5],
    [0, 2, 0.5],
    [1, 0, 1],
    [-1, 0, 0],
    [1, 1, 0.8413447460685429],
    [-0.2, 0.1, 0.02275013194817921],
    [10, 1, 1],
    [-10, 1, 0],
    [1, NaN, NaN],
    [0, NaN, NaN],
  ])('by %d with error %d is %d', (difference, error, probability) => {
    expect(probabilityAbove(difference, error).toFixed(14)).toBe(probability.toFixed(14));
  });
});

describe('expected ranks', () => {
  it.each([
    ['of one entry', [7], [1], [1]],
    ['without errors are the ranks, halved at ties', [9, 8, 8, 7], [0, 0, 0, 0], [1, 2.5, 2.5, 4]],
    // The difference of 1 has the error √2·(1/√2) = 1.
    ['of two', [8, 7], [Math.SQRT1_2, Math.SQRT1_2], [1 + 0.15865525393145705, 1 + 0.8413447460685429]],
    ['of equal scores are the middle', [5, 5, 5], [1, 2, 3], [2, 2, 2]],
  ])('%s', (_name, scores, errors, ranks) => {
    const found = ranksOf(independent(scores, errors));
    ranks.forEach((rank, index) => expect(found[index]).toBeCloseTo(rank, 14));
  });

  it('of entries on one panel use paired errors', () => {
    const design = sheetDesign([
      ...[8, 9, 7].map((total, judge) => ({ entry: 'A', judge: `${judge}`, total })),
      ...[7, 9, 7].map((total, judge) => ({ entry: 'B', judge: `${judge}`, total })),
    ]);
    // d = 1, 0, 0: mean 1/3, s² = 1/3, error 1/3, so the difference is one error.
    const [first] = ranksOf(estimateOfMeans(design));
    expect(first).toBeCloseTo(1 + normalDistribution(-1), 12);
  });

  it('sum to E(E + 1)/2, follow the scores and the definition', () => {
    fc.assert(
      fc.property(estimates, (rows) => {
        const estimate = estimateOf(rows);
        const ranks = ranksOf(estimate);
        const size = rows.length;
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo((size * (size + 1)) / 2, 9);
        rows.forEach(({ score }, i) => {
          const others = rows.map((other, j) =>
            i === j ? 0 : probabilityAbove(other.score - score, estimate.differenceError(i, j)),
          );
          expect(ranks[i]).toBeCloseTo(1 + others.reduce((sum, value) => sum + value, 0), 9);
        });
      }),
    );
  });

  it('never rise when a score rises', () => {
    fc.assert(
      fc.property(estimates, fc.nat(), fc.integer({ min: 1, max: 5 }), (rows, pick, step) => {
        const at = pick % rows.length;
        const raised = rows.map((row, index) => (index === at ? { ...row, score: row.score + step } : row));
        const before = ranksOf(estimateOf(rows));
        const after = ranksOf(estimateOf(raised));
        after.forEach((rank, index) => {
          if (index === at) expect(rank).toBeLessThanOrEqual((before[index] ?? 0) + 1e-9);
          else expect(rank).toBeGreaterThanOrEqual((before[index] ?? 0) - 1e-9);
        });
      }),
    );
  });

  it('do not depend on the order of entries', () => {
    fc.assert(
      fc.property(estimates, (rows) => {
        const backwards = ranksOf(estimateOf([...rows].reverse())).reverse();
        ranksOf(estimateOf(rows)).forEach((rank, index) => expect(backwards[index]).toBeCloseTo(rank, 10));
      }),
    );
  });

  it('leave out entries without a score', () => {
    expect(ranksOf(independent([9, NaN, 8], [0, 0, 0]))).toEqual([1, NaN, 2]);
  });

  it('place an entry of unknown error by its score, and give it none of its own', () => {
    expect(ranksOf(independent([9, 8, 7], [0, NaN, 0]))).toEqual([1, NaN, 3]);
  });

  it('are withheld where no error is known', () => {
    const estimate = estimateWithoutErrors(['A', 'B'], new Float64Array([1, 2]));
    expect(expectedRanks(estimate)).toEqual({
      value: null,
      withheld: { reason: 'error-unknown', needed: null, present: null },
    });
  });

  it('are withheld where entries are not comparable', () => {
    const apart = {
      ...independent([9, 8, 7], [1, 1, 1]),
      differenceError: (_: number, j: number) => (j === 2 ? NaN : 1),
    };
    expect(expectedRanks(apart).withheld?.reason).toBe('not-comparable');
  });

  it('are withheld above five thousand entries', () => {
    const scores = Array.from({ length: 5001 }, (_, index) => index);
    const errors = scores.map(() => 1);
    expect(expectedRanks(independent(scores, errors)).withheld).toEqual({
      reason: 'too-many-entries',
      needed: 5000,
      present: 5001,
    });
  });
});
