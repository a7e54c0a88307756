import { describe, expect, it } from '@jest/globals';
import { drawnScores, type DrawnSheet, drawnStage } from '../../../../test/builders/drawn-scores.js';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { fitRandomEffects } from './random-effects.js';
import { sheetDesign } from './sheet-design.js';

const fitOf = (sheets: readonly DrawnSheet[], options = {}) => fitRandomEffects(sheetDesign(sheets), options);

/** Rows of entries, columns of judges; NaN for no sheet. */
const table = (rows: readonly (readonly number[])[]): DrawnSheet[] =>
  rows.flatMap((row, e) =>
    row.flatMap((total, j) => (Number.isNaN(total) ? [] : [{ entry: `e${e}`, judge: `j${j}`, total }])),
  );

const none = Number.NaN;

describe('a balanced table', () => {
  // Mean squares 12, 4.75 and 0.5 of entries, judges and rest: σ² = 0.5, σ²_e = (12 − 0.5)/3, σ²_j = (4.75 − 0.5)/3.
  const sheets = table([
    [10, 12, 12.5],
    [12, 15, 14],
    [14.5, 16, 17],
  ]);

  it('has the variances of its analysis of variance', () => {
    const fit = fitOf(sheets);
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const grid = [0, 1, 2].map((e) => [0, 1, 2].map((j) => sheets[3 * e + j]!.total));
    const general = mean(grid.flat());
    const rows = grid.map(mean);
    const columns = [0, 1, 2].map((j) => mean(grid.map((row) => row[j]!)));
    const square = (values: readonly number[]) => values.reduce((sum, value) => sum + (value - general) ** 2, 0);
    const rest = grid.flatMap((row, e) => row.map((value, j) => value - rows[e]! - columns[j]! + general));
    const residual = rest.reduce((sum, value) => sum + value ** 2, 0) / 4;
    expect(fit.variance!.residual).toBeCloseTo(residual, 9);
    expect(fit.variance!.entry).toBeCloseTo(square(rows) / 2 - residual / 3, 9);
    expect(fit.variance!.judge).toBeCloseTo(square(columns) / 2 - residual / 3, 9);
    expect(fit.intercept).toBeCloseTo(general, 10);
    const shrinkage = 1 - residual / 3 / (square(rows) / 2);
    rows.forEach((row, e) => {
      expect(fit.estimate.scores[e]).toBeCloseTo(general + shrinkage * (row - general), 9);
    });
    expect(fit).toMatchObject({ limitation: null, monteCarloError: null, convergence: { converged: true } });
    expect(fit.convergence.gradient).toBeLessThanOrEqual(1e-7);
  });

  it('puts a lenient judge above zero', () => {
    const { judgeEffects } = fitOf(sheets);
    expect(judgeEffects[0]).toBeLessThan(0);
    expect(judgeEffects[2]).toBeGreaterThan(0);
  });
});

describe('what does not change the fit', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('the order of sheets, to the last bit (design %d)', (seed) => {
    const sheets = drawnScores(seed, 60);
    const [fit, reversed] = [fitOf(sheets), fitOf([...sheets].reverse())];
    expect(reversed.estimate.scores).toEqual(fit.estimate.scores);
    expect(reversed.judgeErrors).toEqual(fit.judgeErrors);
    expect(reversed.variance).toEqual(fit.variance);
  });

  it.each([11, 12, 13, 14])('the names of entries and judges (design %d)', (seed) => {
    const sheets = drawnStage(seed, { entries: 9, judges: 7, sheets: 4 });
    const renamed = sheets.map((sheet) => ({
      ...sheet,
      entry: `x${9 - Number(sheet.entry.slice(1))}`,
      judge: `y${9 - Number(sheet.judge.slice(1))}`,
    }));
    const [fit, other] = [fitOf(sheets), fitOf(renamed)];
    const [scores, otherScores] = [fit.estimate.scores, [...other.estimate.scores].reverse()];
    scores.forEach((score, entry) => {
      expect(otherScores[entry]).toBeCloseTo(score, 9);
    });
    expect(other.remlCriterion).toBeCloseTo(fit.remlCriterion!, 8);
  });

  it.each([21, 22, 23, 24])(
    'entries and judges in each other’s place, by exchanging the variances (design %d)',
    (seed) => {
      const sheets = drawnStage(seed, { entries: 8, judges: 8, sheets: 4 });
      const swapped = sheets.map(({ entry, judge, total }) => ({ entry: judge, judge: entry, total }));
      const [fit, other] = [fitOf(sheets), fitOf(swapped)];
      expect(other.variance!.entry).toBeCloseTo(fit.variance!.judge, 9);
      expect(other.variance!.judge).toBeCloseTo(fit.variance!.entry, 9);
      expect(other.remlCriterion).toBeCloseTo(fit.remlCriterion!, 8);
    },
  );

  it.each([
    [3, 1000],
    [1e-4, 7],
    [-2, 0],
    [1e5, -1e6],
  ])('units: totals times %d plus %d', (factor, shift) => {
    const sheets = drawnStage(31, { entries: 12, judges: 6, sheets: 3 });
    const fit = fitOf(sheets);
    const other = fitOf(sheets.map((sheet) => ({ ...sheet, total: factor * sheet.total + shift })));
    const size = Math.abs(factor);
    for (const part of ['entry', 'judge', 'residual'] as const) {
      expect(other.variance![part] / factor ** 2 / fit.variance![part]).toBeCloseTo(1, 7);
    }
    fit.estimate.scores.forEach((score, entry) => {
      expect((other.estimate.scores[entry]! - shift) / factor).toBeCloseTo(score, 6);
      expect(other.estimate.standardErrors[entry]! / size).toBeCloseTo(fit.estimate.standardErrors[entry]!, 7);
    });
    expect(other.remlCriterion).toBeCloseTo(fit.remlCriterion! + 2 * (sheets.length - 1) * Math.log(size), 5);
  });
});

describe('the lme4 package, on generated scores', () => {
  // lmer of lme4 1.1-31, R 4.2.2, `total ~ 1 + (1 | entry) + (1 | judge)`, REML, bobyqa with rhoend = 1e-12.
  const cases = [
    {
      drawn: { seed: 11, entries: 12, judges: 5, density: 0.7, spreads: [3, 2, 1] },
      variance: { entry: 10.5237592, judge: 1.89379698, residual: 1.30921372 },
      mean: 81.6817704,
      criterion: 173.783344,
    },
    {
      drawn: { seed: 12, entries: 30, judges: 9, density: 0.5, spreads: [2, 4, 3] },
      variance: { entry: 4.56421185, judge: 6.87824225, residual: 8.74064808 },
      mean: 78.9056841,
      criterion: 744.994481,
    },
    {
      drawn: { seed: 13, entries: 10, judges: 10, density: 1, spreads: [1, 1, 2] },
      variance: { entry: 0.956454224, judge: 0.79165821, residual: 3.55593799 },
      mean: 79.8404,
      criterion: 433.44029,
    },
    {
      drawn: { seed: 14, entries: 40, judges: 6, density: 0.35, spreads: [5, 0, 2] },
      variance: { entry: 36.9832328, judge: 0.15121035, residual: 3.05535703 },
      mean: 80.4994748,
      criterion: 462.042009,
    },
  ] as const;

  it.each(cases)('$drawn.entries entries, $drawn.judges judges', ({ drawn, variance, mean, criterion }) => {
    const { seed, entries, judges, density, spreads } = drawn;
    const uniform = seededRandom(seed);
    const normal = standardNormal(uniform);
    const a = Array.from({ length: entries }, () => spreads[0] * normal());
    const b = Array.from({ length: judges }, () => spreads[1] * normal());
    const rows = a.map((value) =>
      b.map((effect) =>
        uniform() > density ? none : Math.round((80 + value + effect + spreads[2] * normal()) * 100) / 100,
      ),
    );
    const fit = fitOf(table(rows));
    for (const part of ['entry', 'judge', 'residual'] as const) {
      expect(Math.abs(fit.variance![part] / variance[part] - 1)).toBeLessThan(1e-5);
    }
    expect(fit.intercept).toBeCloseTo(mean, 5);
    expect(fit.remlCriterion).toBeCloseTo(criterion, 5);
  });
});

describe('joint draws of errors', () => {
  it.each([
    ['judges fewer', { entries: 7, judges: 5, sheets: 3 }],
    ['entries fewer', { entries: 4, judges: 8, sheets: 4 }],
  ])('have the stated covariances (%s)', (_, size) => {
    const { estimate } = fitOf(drawnStage(42, size, [2, 1, 1]));
    const normal = standardNormal(seededRandom(5));
    const rounds = 20_000;
    const squares = new Float64Array(size.entries);
    let difference = 0;
    for (let round = 0; round < rounds; round += 1) {
      const out = new Float64Array(size.entries);
      estimate.drawErrors!(normal, out);
      out.forEach((error, entry) => (squares[entry]! += error ** 2 / rounds));
      difference += (out[0]! - out[1]!) ** 2 / rounds;
    }
    squares.forEach((square, entry) => {
      expect(Math.abs(square / estimate.standardErrors[entry]! ** 2 - 1)).toBeLessThan(0.05);
    });
    expect(Math.abs(difference / estimate.differenceError(0, 1) ** 2 - 1)).toBeLessThan(0.05);
  });
});
