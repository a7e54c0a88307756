import { describe, expect, it } from '@jest/globals';
import { drawnStage } from '../../../../test/builders/drawn-scores.js';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { fitRandomEffects } from './random-effects.js';
import { sheetDesign } from './sheet-design.js';

const parts = ['entry', 'judge', 'residual'] as const;

describe.each([
  ['judges fewer', { entries: 200, judges: 40, sheets: 5 }],
  ['entries fewer', { entries: 40, judges: 150, sheets: 18 }],
])('random effects by estimated traces (%s)', (_, size) => {
  const sheets = drawnStage(51, size);
  // Some pairs scored twice.
  const repeated = sheets.flatMap((sheet, at) =>
    at % 7 === 0 ? [sheet, { ...sheet, total: sheet.total + 0.3 }] : [sheet],
  );
  const design = sheetDesign(repeated);
  const exact = fitRandomEffects(design);
  const estimated = fitRandomEffects(design, { exactLimit: 10, probes: 32, seed: 3 });

  it('come within 1 % and three Monte-Carlo errors of the optimum', () => {
    for (const part of parts) {
      const distance = Math.abs(estimated.variance![part] - exact.variance![part]);
      expect(distance).toBeLessThan(0.01 * exact.variance![part]);
      expect(distance).toBeLessThan(3 * estimated.monteCarloError![part]);
    }
    expect(estimated).toMatchObject({ remlCriterion: null, limitation: null, convergence: { converged: true } });
    expect(estimated.convergence.gradient).toBeLessThanOrEqual(1e-7);
  });

  it('spread over seeds by the Monte-Carlo error', () => {
    const scores = Array.from({ length: 12 }, (__, seed) => {
      const fit = fitRandomEffects(design, { exactLimit: 10, probes: 16, seed });
      return parts.map((part) => ((fit.variance![part] - exact.variance![part]) / fit.monteCarloError![part]) ** 2);
    });
    for (const part of [0, 1, 2]) {
      const mean = scores.reduce((sum, squares) => sum + squares[part]!, 0) / scores.length;
      expect(mean).toBeGreaterThan(0.1);
      expect(mean).toBeLessThan(4);
    }
  });

  it('have the exact predictions and errors, nearly', () => {
    const spread = Math.sqrt(exact.variance!.entry);
    for (let entry = 0; entry < design.entries.length; entry += 1) {
      expect(Math.abs(estimated.estimate.scores[entry]! - exact.estimate.scores[entry]!)).toBeLessThan(0.01 * spread);
      const ratio = estimated.estimate.standardErrors[entry]! / exact.estimate.standardErrors[entry]!;
      expect(Math.abs(ratio - 1)).toBeLessThan(0.2);
      const other = (entry + 1) % design.entries.length;
      const difference =
        estimated.estimate.differenceError(entry, other) / exact.estimate.differenceError(entry, other);
      expect(Math.abs(difference - 1)).toBeLessThan(0.2);
    }
    exact.judgeErrors.forEach((error, judge) => {
      expect(Math.abs(estimated.judgeErrors[judge]! / error - 1)).toBeLessThan(0.25);
    });
    expect(estimated.estimate.differenceError(1, 1)).toBe(0);
  });

  it('draw errors of the exact variances', () => {
    const normal = standardNormal(seededRandom(7));
    const rounds = 300;
    const squares = new Float64Array(design.entries.length);
    for (let round = 0; round < rounds; round += 1) {
      const out = new Float64Array(design.entries.length);
      estimated.estimate.drawErrors!(normal, out);
      out.forEach((error, entry) => (squares[entry]! += error ** 2 / rounds));
    }
    const ratios = [...squares].map((square, entry) => square / exact.estimate.standardErrors[entry]! ** 2);
    expect(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length).toBeCloseTo(1, 1);
    for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeLessThan(0.4);
  });

  it('are the same for the same seed', () => {
    expect(fitRandomEffects(design, { exactLimit: 10, probes: 32, seed: 3 }).variance).toEqual(estimated.variance);
  });
});

describe('estimated traces near a boundary', () => {
  it('leave the exact fit of the other factor', () => {
    const design = sheetDesign(drawnStage(61, { entries: 200, judges: 40, sheets: 5 }, [1, 0, 1]));
    const exact = fitRandomEffects(design);
    const estimated = fitRandomEffects(design, { exactLimit: 10 });
    expect(estimated.variance!.judge === 0).toBe(exact.variance!.judge === 0);
    expect(estimated.variance!.entry).toBeCloseTo(exact.variance!.entry, 2);
  });
});
