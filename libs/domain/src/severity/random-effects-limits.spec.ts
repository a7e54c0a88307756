import { describe, expect, it } from '@jest/globals';
import type { DrawnSheet } from '../../../../test/builders/drawn-scores.js';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { fitRandomEffects } from './random-effects.js';
import { sheetDesign } from './sheet-design.js';

const none = Number.NaN;

/** Rows of entries, columns of judges; NaN for no sheet. */
const fitOf = (rows: readonly (readonly number[])[], more: readonly DrawnSheet[] = []) =>
  fitRandomEffects(
    sheetDesign([
      ...rows.flatMap((row, e) =>
        row.flatMap((total, j) => (Number.isNaN(total) ? [] : [{ entry: `e${e}`, judge: `j${j}`, total }])),
      ),
      ...more,
    ]),
  );

describe('a variance of zero', () => {
  it('of judges leaves the one-way model of entries', () => {
    const fit = fitOf([
      [10, 12],
      [14, 12],
      [17, 17],
    ]);
    // Mean squares: 21.5 between, 4/3 within.
    expect(fit.variance!.judge).toBe(0);
    expect(fit.variance!.residual).toBeCloseTo(4 / 3, 9);
    expect([...fit.judgeEffects, ...fit.judgeErrors]).toEqual([0, 0, 0, 0]);
    expect(fit.convergence.converged).toBe(true);
  });

  it('of entries gives all the general mean, and no difference any error', () => {
    const fit = fitOf([
      [10, 15],
      [11, 14],
      [10, 15],
    ]);
    expect(fit.variance!.entry).toBe(0);
    expect([...fit.estimate.scores]).toEqual([12.5, 12.5, 12.5]);
    expect(fit.estimate.differenceError(0, 2)).toBe(0);
    expect(fit.estimate.standardErrors[0]).toBeGreaterThan(0);
  });

  it('of both leaves the mean and the sample variance', () => {
    const fit = fitOf([
      [10, 12],
      [12, 10],
    ]);
    expect(fit.variance!.entry).toBe(0);
    expect(fit.variance!.judge).toBe(0);
    expect(fit.variance!.residual).toBeCloseTo(4 / 3, 12);
    expect([...fit.estimate.scores]).toEqual([11, 11]);
    expect(fit.estimate.standardErrors[0]).toBeCloseTo(Math.sqrt(1 / 3), 12);
    expect(fit.remlCriterion).toBeCloseTo(3 * (Math.log((2 * Math.PI * 4) / 3) + 1) + Math.log(4), 12);
    const out = new Float64Array(2);
    fit.estimate.drawErrors!(() => 1, out);
    expect(out[0]).toBe(out[1]);
  });
});

describe('totals without residual', () => {
  it('are the scores where judges agree on every entry', () => {
    const fit = fitOf([
      [8.1, 8.1, 8.1],
      [7, none, 7],
      [9.3, 9.3, none],
    ]);
    expect(fit).toMatchObject({ limitation: 'no-residual', residualVariance: 0, remlCriterion: null });
    expect([...fit.estimate.scores]).toEqual([8.1, 7, 9.3]);
    expect(fit.variance!.entry).toBeCloseTo(
      ((8.1 - 24.4 / 3) ** 2 + (7 - 24.4 / 3) ** 2 + (9.3 - 24.4 / 3) ** 2) / 2,
      12,
    );
    expect(fit.estimate.differenceError(0, 1)).toBe(0);
  });

  it('say nothing of the entries where every judge gives all the same', () => {
    const fit = fitOf([
      [7, 8, 9],
      [7, 8, 9],
    ]);
    expect(fit.limitation).toBe('no-residual');
    expect([...fit.estimate.scores]).toEqual([8, 8]);
    expect([...fit.judgeEffects]).toEqual([-1, 0, 1]);
    expect(fit.estimate.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 3), 12);
  });

  it('are split exactly where they are sums of entries and judges', () => {
    const fit = fitOf([
      [10, 12, 14],
      [11, 13, 15],
      [15, 17, none],
    ]);
    expect(fit.limitation).toBe('no-residual');
    expect([...fit.judgeEffects]).toEqual([-2, 0, 2]);
    expect([...fit.estimate.scores]).toEqual([12, 13, 17]);
    expect(fit.variance).toEqual({ entry: 7, judge: 4, residual: 0 });
    expect(fit.estimate.differenceError(0, 2)).toBe(0);
  });

  it('are the limit of a vanishing residual, in one part or two', () => {
    const normal = standardNormal(seededRandom(3));
    const noise = () => 1e-3 * normal();
    const rows = [
      [10, 12, 14, none, none],
      [11, 13, 15, none, none],
      [15, 17, 19, none, none],
      [none, none, none, 12, 15],
      [none, none, none, 16, 19],
    ];
    const [limit, near] = [fitOf(rows), fitOf(rows.map((row) => row.map((total) => total + noise())))];
    expect(limit.limitation).toBe('no-residual');
    expect(near.limitation).toBeNull();
    for (const part of ['entry', 'judge'] as const) expect(near.variance![part]).toBeCloseTo(limit.variance![part], 2);
    limit.estimate.scores.forEach((score, entry) => {
      expect(near.estimate.scores[entry]).toBeCloseTo(score, 2);
      expect(near.estimate.standardErrors[entry]).toBeCloseTo(limit.estimate.standardErrors[entry]!, 2);
    });
    expect(near.estimate.differenceError(0, 4)).toBeCloseTo(limit.estimate.differenceError(0, 4), 2);
  });
});

describe('designs that say too little', () => {
  it('one sheet: its total, without errors', () => {
    const fit = fitOf([[7.5]]);
    expect(fit).toMatchObject({ limitation: 'too-few-sheets', variance: null, convergence: { converged: false } });
    expect([...fit.estimate.scores]).toEqual([7.5]);
    expect(fit.estimate.standardErrors[0]).toBeNaN();
    expect(fit.estimate.drawErrors).toBeNull();
  });

  it('equal totals: that total, certain', () => {
    const fit = fitOf([
      [0.1, 0.1, 0.1],
      [0.1, 0.1, none],
    ]);
    expect(fit).toMatchObject({ limitation: 'equal-totals', variance: { entry: 0, judge: 0, residual: 0 } });
    expect([...fit.estimate.scores]).toEqual([0.1, 0.1]);
    expect(fit.estimate.differenceError(0, 1)).toBe(0);
  });

  it('one entry: the general mean', () => {
    const fit = fitOf([[7, 8, 9, 8]]);
    expect(fit).toMatchObject({ limitation: 'one-entry' });
    expect([...fit.estimate.scores]).toEqual([8]);
    const repeated = fitOf(
      [[7, 8, 9]],
      [
        { entry: 'e0', judge: 'j0', total: 7.5 },
        { entry: 'e0', judge: 'j1', total: 8.1 },
      ],
    );
    expect(repeated.limitation).toBe('one-entry');
    expect(repeated.variance).toMatchObject({ entry: 0 });
    expect(repeated.variance!.judge).toBeGreaterThan(0);
  });

  it('one judge who scored entries again: no effect of the judge', () => {
    const fit = fitOf(
      [[7], [9], [4]],
      [
        { entry: 'e0', judge: 'j0', total: 7.5 },
        { entry: 'e1', judge: 'j0', total: 9.1 },
      ],
    );
    expect(fit.limitation).toBe('one-judge');
    expect(fit.variance!.entry).toBeGreaterThan(0);
    expect([...fit.judgeEffects]).toEqual([0]);
  });

  it('judges of one sheet each: one-way scores of entries', () => {
    const fit = fitOf([
      [7, 8, none, none, none, none],
      [none, none, 3, 4, none, none],
      [none, none, none, none, 9, 9.5],
    ]);
    expect(fit.limitation).toBe('judges-not-separable');
    expect(fit.variance!.judge).toBe(0);
    expect(fit.estimate.scores[2]).toBeGreaterThan(fit.estimate.scores[0]!);
  });

  it.each([
    ['one judge', [[7], [9], [4]]],
    [
      'entries of one sheet each',
      [
        [7, none],
        [9, none],
        [none, 4],
        [none, 5],
      ],
    ],
    [
      'a judge of its own for every entry',
      [
        [7, none],
        [none, 4],
      ],
    ],
  ])('%s: plain means, not converged', (_, rows) => {
    const fit = fitOf(rows);
    expect(fit).toMatchObject({ limitation: 'variances-not-separable', variance: null, remlCriterion: null });
    expect(fit.convergence.converged).toBe(false);
    expect([...fit.estimate.scores]).toEqual(rows.map((row) => row.find((total) => !Number.isNaN(total))));
    expect(fit.estimate.differenceError(0, 1)).toBeNaN();
  });
});
