import { describe, expect, it } from '@jest/globals';
import { type DrawnShape, drawnShapes, drawnSheets } from '../../../../test/builders/drawn-designs.js';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { fitFixedEffects } from './fixed-effects.js';
import { plainFixedEffects, type PlainSheet } from './shadow/plain-fixed-effects.js';
import type { SeverityFit } from './severity-fit.js';
import { sheetDesign } from './sheet-design.js';

const rounds = 250;

/** Largest difference from the oracle: effects relative to the largest total, errors relative to the residual sd. */
function distance(sheets: readonly PlainSheet[], fit: SeverityFit) {
  const oracle = plainFixedEffects(sheets);
  const design = sheetDesign(sheets);
  const size = Math.max(...sheets.map(({ total }) => Math.abs(total)));
  const deviation = Math.sqrt(oracle.residualVariance);
  let [effects, errors] = [0, 0];
  const compare = (value: number, expected: number) => (effects = Math.max(effects, Math.abs(value - expected) / size));
  const compareErrors = (value: number, expected: number) => {
    if (Object.is(value, expected)) return;
    errors = Math.max(errors, Math.abs(value - expected) / deviation);
  };
  design.entries.forEach((entry, i) => {
    compare(fit.estimate.scores[i]!, oracle.entries.get(entry)!.value);
    compareErrors(fit.estimate.standardErrors[i]!, oracle.entries.get(entry)!.standardError);
    design.entries.forEach((other, j) => {
      compareErrors(fit.estimate.differenceError(i, j), i === j ? 0 : oracle.differenceError(entry, other));
    });
  });
  design.judges.forEach((judge, j) => {
    compare(fit.judgeEffects[j]!, oracle.judges.get(judge)!.value);
    compareErrors(fit.judgeErrors[j]!, oracle.judges.get(judge)!.standardError);
  });
  compareErrors(fit.residualVariance / deviation, oracle.residualVariance / deviation);
  return { effects, errors };
}

describe('fixed effects against plain normal equations', () => {
  it.each<DrawnShape>([...drawnShapes])('agree on %s designs, effects to 1e-9 and errors to 1e-6', (shape) => {
    for (let seed = 1; seed <= rounds; seed += 1) {
      const sheets = drawnSheets(shape, seed);
      const { effects, errors } = distance(sheets, fitFixedEffects(sheetDesign(sheets)));
      expect({ seed, effects: effects <= 1e-9, errors: errors <= 1e-6 }).toEqual({ seed, effects: true, errors: true });
    }
  });

  it.each<DrawnShape>([...drawnShapes])('find the same effects by conjugate gradients on %s designs', (shape) => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const sheets = drawnSheets(shape, seed);
      const fit = fitFixedEffects(sheetDesign(sheets), { denseLimit: 0 });
      expect(fit.convergence.converged).toBe(true);
      expect(fit.estimate.standardErrors.every(Number.isNaN)).toBe(true);
      expect(fit.estimate.drawErrors).toBeNull();
      expect(distance(sheets, fit).effects).toBeLessThan(1e-9);
    }
  });
});

describe('fixed effects', () => {
  const sheet = (entry: string, judge: string, total: number) => ({ entry, judge, total });

  it('take the judges’ severity out of a small example', () => {
    // Judge X is 2 kinder than Y and scored A, Y scored B, both scored C: A 8, B 8, C 6 by the average judge.
    const sheets = [sheet('A', 'X', 9), sheet('C', 'X', 7), sheet('B', 'Y', 7), sheet('C', 'Y', 5)];
    const fit = fitFixedEffects(sheetDesign(sheets));
    expect([...fit.estimate.scores].map((score) => score.toFixed(12))).toEqual(
      ['8', '8', '6'].map((s) => `${s}.000000000000`),
    );
    expect(fit.judgeEffects[0]).toBeCloseTo(1, 12);
    expect(fit.judgeEffects[1]).toBeCloseTo(-1, 12);
    // 4 sheets, 5 effects, 1 component: nothing is left to judge the noise by
    expect(fit.residualVariance).toBeNaN();
    expect(fit.estimate.standardErrors.every(Number.isNaN)).toBe(true);
    expect(fit.estimate.drawErrors).toBeNull();
  });

  it('are plain means, with the two-way analysis of variance, when all judges scored all entries', () => {
    const totals = [
      [80, 84, 79],
      [70, 77, 72],
      [90, 92, 91],
      [60, 71, 64],
    ];
    const sheets = totals.flatMap((row, e) => row.map((total, j) => sheet(`e${e}`, `j${j}`, total)));
    const { estimate, judgeEffects, residualVariance } = fitFixedEffects(sheetDesign(sheets));
    expect(estimate.scores[0]).toBeCloseTo(81, 12);
    expect([...judgeEffects].map((effect) => effect.toFixed(9))).toEqual([
      '-2.500000000',
      '3.500000000',
      '-1.000000000',
    ]);
    expect(estimate.differenceError(0, 1)).toBeCloseTo(Math.sqrt((residualVariance * 2) / 3), 12);
    expect(estimate.standardErrors[0]).toBeCloseTo(Math.sqrt(residualVariance / 3), 12);
  });

  it('make no noise of totals that fit exactly', () => {
    const sheets = [1, 2, 3].flatMap((e) => [0.1, 0.2, 0.3].map((s) => sheet(`e${e}`, `j${s}`, 80 + e / 3 + s)));
    const { estimate, residualVariance } = fitFixedEffects(sheetDesign(sheets));
    expect(residualVariance).toBe(0);
    expect(estimate.differenceError(0, 1)).toBe(0);
  });

  it('do not depend on the order of sheets, nor on the names of entries and judges', () => {
    for (const shape of drawnShapes) {
      const sheets = drawnSheets(shape, 77);
      const fit = fitFixedEffects(sheetDesign(sheets));
      const reversed = fitFixedEffects(sheetDesign([...sheets].reverse()));
      expect(reversed.estimate.scores).toEqual(fit.estimate.scores);
      expect(reversed.estimate.standardErrors).toEqual(fit.estimate.standardErrors);
      const flip = (id: string) => `x${String(1000 - Number(id.slice(1)))}`;
      const renamed = sheets.map(({ entry, judge, total }) => sheet(flip(entry), flip(judge), total));
      const design = sheetDesign(sheets);
      const renamedDesign = sheetDesign(renamed);
      const other = fitFixedEffects(renamedDesign);
      design.entries.forEach((entry, i) => {
        const at = renamedDesign.entries.indexOf(flip(entry));
        expect(other.estimate.scores[at]).toBeCloseTo(fit.estimate.scores[i]!, 8);
        const error = fit.estimate.standardErrors[i]!;
        const expected = Number.isNaN(error) ? Number.NaN : expect.closeTo(error, 8);
        expect(other.estimate.standardErrors[at]).toEqual(expected);
      });
    }
  });

  it('know no difference across components', () => {
    const part = (name: string) =>
      [1, 2, 3].flatMap((e) => [1, 2].map((j) => sheet(`${name}${e}`, `${name}${j}`, e * 3 + j + ((e * j) % 2))));
    const fit = fitFixedEffects(sheetDesign([...part('a'), ...part('b')]));
    expect([...fit.entryComponent]).toEqual([0, 0, 0, 1, 1, 1]);
    expect(fit.estimate.differenceError(0, 3)).toBeNaN();
    expect(fit.estimate.differenceError(0, 0)).toBe(0);
    expect(fit.estimate.differenceError(0, 1)).toBeGreaterThan(0);
    expect(fit.judgeEffects[0]! + fit.judgeEffects[1]!).toBeCloseTo(0, 12);
  });
});

describe('draws of fixed effects’ errors', () => {
  it.each([
    ['fewer judges than entries', 8, 4],
    ['fewer entries than judges', 4, 8],
  ])('have the variances that the errors state, with %s', (_, entries, judges) => {
    const normal = standardNormal(seededRandom(5));
    const sheets: PlainSheet[] = [];
    for (let e = 0; e < entries; e += 1) {
      for (let j = 0; j < judges; j += 1) {
        if ((e + 2 * j) % 3 !== 0) sheets.push({ entry: `e${e}`, judge: `j${j}`, total: 50 + e + j + normal() });
      }
    }
    const { estimate } = fitFixedEffects(sheetDesign(sheets));
    const draws = 5000;
    const squares = new Float64Array(entries);
    const differences = new Float64Array(entries);
    for (let draw = 0; draw < draws; draw += 1) {
      const errors = new Float64Array(entries);
      estimate.drawErrors!(normal, errors);
      errors.forEach((error, e) => {
        squares[e]! += error ** 2 / draws;
        differences[e]! += (error - errors[0]!) ** 2 / draws;
      });
    }
    for (let e = 0; e < entries; e += 1) {
      expect(Math.sqrt(squares[e]!) / estimate.standardErrors[e]!).toBeCloseTo(1, 1);
      if (e > 0) expect(Math.sqrt(differences[e]!) / estimate.differenceError(e, 0)).toBeCloseTo(1, 1);
    }
  });

  it.each([
    ['fewer judges than entries', 60, 40],
    ['fewer entries than judges', 40, 60],
  ])(
    'are replaced by seeded estimates beyond the dense limit when errors are wanted, with %s',
    (_, entries, judges) => {
      const normal = standardNormal(seededRandom(6));
      const sheets: PlainSheet[] = [];
      for (let sheet = 0; sheet < 600; sheet += 1) {
        sheets.push({
          entry: `e${sheet % entries}`,
          judge: `j${(sheet * 7 + (sheet >> 5)) % judges}`,
          total: normal(),
        });
      }
      const design = sheetDesign(sheets);
      const exact = fitFixedEffects(design);
      const estimated = fitFixedEffects(design, { denseLimit: 10, errors: true, seed: 3 });
      const again = fitFixedEffects(design, { denseLimit: 10, errors: true, seed: 3 });
      expect(again.estimate.standardErrors).toEqual(estimated.estimate.standardErrors);
      expect(estimated.estimate.drawErrors).toBeNull();
      const ratios = (left: Float64Array, right: Float64Array) => [...left].map((value, i) => value / right[i]!);
      const spread = judges < entries ? 0.1 : 0.4;
      for (const ratio of ratios(estimated.estimate.standardErrors, exact.estimate.standardErrors)) {
        expect(Math.abs(ratio - 1)).toBeLessThan(spread);
      }
      for (const ratio of ratios(estimated.judgeErrors, exact.judgeErrors)) {
        expect(Math.abs(ratio - 1)).toBeLessThan(0.4);
      }
      const difference = estimated.estimate.differenceError(3, 9) / exact.estimate.differenceError(3, 9);
      expect(Math.abs(difference - 1)).toBeLessThan(spread);
    },
  );
});
