import { describe, expect, it } from '@jest/globals';
import { drawnShapes, drawnSheets } from '../../../../test/builders/drawn-designs.js';
import { drawnScores } from '../../../../test/builders/drawn-scores.js';
import { fitRandomEffects } from './random-effects.js';
import type { RandomEffectsFit } from './random-effects-fit.js';
import { separableFactors } from './separable-factors.js';
import { plainRandomEffects, type PlainRandomEffects } from './shadow/plain-random-effects.js';
import { type SheetDesign, sheetDesign } from './sheet-design.js';

/** Without a shape of their own, and of each shape. */
const counts = { drawn: 480, ofShape: 40 };
const designs = counts.drawn + counts.ofShape * drawnShapes.length;

/** By what each is drawn from; the plain solver takes the cube of its sheets. */
function* drawnDesigns(): Generator<readonly [string, SheetDesign]> {
  for (let seed = 1; seed <= counts.drawn; seed += 1) yield [String(seed), sheetDesign(drawnScores(seed, 18))];
  for (const shape of drawnShapes) {
    let left = counts.ofShape;
    for (let seed = 1; left > 0; seed += 1) {
      const sheets = drawnSheets(shape, seed);
      if (sheets.length < 4 || sheets.length > 20) continue;
      left -= 1;
      yield [`${shape} ${seed}`, sheetDesign(sheets)];
    }
  }
}

/** Largest differences from the oracle, in units of the totals' standard deviation. */
function distances(design: SheetDesign, fit: RandomEffectsFit, oracle: PlainRandomEffects) {
  const n = design.totals.length;
  const mean = design.totals.reduce((sum, total) => sum + total, 0) / n;
  const spread = Math.sqrt(design.totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / (n - 1));
  const farthest = (values: ArrayLike<number>, expected: readonly number[]) =>
    Math.max(...expected.map((value, at) => Math.abs(values[at]! - value) / spread));
  const variances = (['entry', 'judge', 'residual'] as const).map(
    (part) =>
      Math.abs(fit.variance![part] - oracle.variance[part]) / Math.max(oracle.variance[part], spread ** 2 / 1000),
  );
  const { scores, standardErrors, differenceError } = fit.estimate;
  const own = (i: number) => oracle.scoreErrors[i]![i]!;
  let differences = 0;
  design.entries.forEach((_, i) => {
    design.entries.forEach((__, j) => {
      const expected = own(i) + own(j) - 2 * oracle.scoreErrors[i]![j]!;
      const error = differenceError(i, j);
      // Of errors that are all but zero the squares agree, roots of rounding do not.
      const distance = Math.abs(error ** 2 - expected) / Math.max(Math.sqrt(Math.max(0, expected)), 1e-4 * spread);
      differences = Math.max(differences, distance / spread);
    });
  });
  return {
    variances: Math.max(...variances),
    predictions: Math.max(farthest(scores, oracle.scores), farthest(fit.judgeEffects, oracle.judgeEffects)),
    errors: Math.max(
      farthest(
        standardErrors,
        design.entries.map((_, i) => Math.sqrt(Math.max(0, own(i)))),
      ),
      farthest(fit.judgeErrors, oracle.judgeErrors),
      differences,
    ),
    criterion: Math.abs(fit.remlCriterion! - oracle.criterion),
  };
}

describe('random effects of hundreds of random designs', () => {
  const seen = new Map<string, number>();
  const worst = { variances: 0, predictions: 0, errors: 0, criterion: 0 };
  const unconverged: string[] = [];
  const incomparable: string[] = [];
  for (const [seed, design] of drawnDesigns()) {
    if (design.totals.length === 0) continue;
    const fit = fitRandomEffects(design);
    const zeros = fit.variance && `${fit.variance.entry > 0} ${fit.variance.judge > 0} ${fit.variance.residual > 0}`;
    for (const key of [fit.limitation ?? 'none', zeros ?? '']) seen.set(key, (seen.get(key) ?? 0) + 1);
    if (fit.remlCriterion === null) continue;
    if (!fit.convergence.converged) unconverged.push(seed);
    const factors = separableFactors(design).factors!;
    const sheets = { ...design, entries: design.entries.length, judges: design.judges.length };
    const oracle = plainRandomEffects(sheets, { entry: factors.includes('entry'), judge: factors.includes('judge') });
    const distance = distances(design, fit, oracle);
    // Where the plain solver stops short, or two optima are equally high, there is nothing to compare.
    if (oracle.gradient > 1e-8 || (distance.criterion < 1e-9 && distance.variances > 0.01)) {
      incomparable.push(seed);
      continue;
    }
    for (const key of Object.keys(worst) as (keyof typeof worst)[]) worst[key] = Math.max(worst[key], distance[key]);
  }

  it('end at the optimum', () => {
    expect(unconverged).toEqual([]);
  });

  it('have the variances and predictions of the plain solver, to 1e-7, and its errors, to 1e-6', () => {
    expect(incomparable.length).toBeLessThan(designs / 200);
    expect(worst.variances).toBeLessThan(1e-7);
    expect(worst.predictions).toBeLessThan(1e-7);
    expect(worst.errors).toBeLessThan(1e-6);
    expect(worst.criterion).toBeLessThan(1e-7);
  });

  it('reach every side: each variance zero or not', () => {
    for (const key of ['true true true', 'false true true', 'true false true', 'false false true', 'true true false']) {
      expect(seen.get(key)).toBeGreaterThan(20);
    }
    for (const limitation of ['no-residual', 'one-entry', 'one-judge', 'variances-not-separable', 'equal-totals']) {
      expect(seen.get(limitation)).toBeGreaterThan(0);
    }
  });
});
