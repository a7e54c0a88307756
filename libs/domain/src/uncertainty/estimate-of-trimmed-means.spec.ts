import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Rational } from '../decimal/rational.js';
import { type SheetDesign, sheetDesign } from '../severity/sheet-design.js';
import { trimmedMean } from '../statistics/trimmed-mean.js';
import { estimateOfContributions } from './estimate-of-contributions.js';
import { estimateOfMeans } from './estimate-of-means.js';
import { estimateOfTrimmedMeans } from './estimate-of-trimmed-means.js';
import { estimateWithoutErrors } from './estimate-without-errors.js';

const panelOf = (rows: readonly (readonly number[])[], shift = 0): SheetDesign =>
  sheetDesign(
    rows.flatMap((totals, entry) =>
      totals.map((total, judge) => ({ entry: 'AB'.charAt(entry), judge: `j${judge + entry * shift}`, total })),
    ),
  );
const trimmed = (values: readonly number[], trim: number) =>
  trimmedMean(
    values.map((value) => Rational.of(value)),
    trim,
  ).toNumber();

/** √((n − 1)/n Σ (D_(−j) − mean)²), each trimmed mean computed anew without judge j. */
function jackknifeError(left: readonly number[], right: readonly number[], trim: number): number {
  const count = left.length;
  const without = (values: readonly number[], judge: number) => values.filter((_, index) => index !== judge);
  const differences = left.map(
    (_, judge) => trimmed(without(left, judge), trim) - trimmed(without(right, judge), trim),
  );
  const mean = differences.reduce((sum, value) => sum + value, 0) / count;
  return Math.sqrt(((count - 1) / count) * differences.reduce((sum, value) => sum + (value - mean) ** 2, 0));
}

const panels = fc.integer({ min: 1, max: 2 }).chain((trim) =>
  fc.integer({ min: 2 * trim + 3, max: 10 }).chain((size) => {
    const totals = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: size, maxLength: size });
    return fc.record({ trim: fc.constant(trim), left: totals, right: totals });
  }),
);

describe('errors of trimmed means', () => {
  it('are those of Tukey and McLaughlin each', () => {
    // Winsorised 3, 3, 4, 5, 6, 7, 7: mean 5, Σr² = 4 + 4 + 1 + 0 + 1 + 4 + 4 = 18, s = √3; / ((1 − 2/7) √7)
    const { scores, standardErrors } = estimateOfTrimmedMeans(panelOf([[4, 9, 3, 1, 7, 5, 6]]), { trim: 1 });
    expect(scores[0]).toBe(5);
    expect(standardErrors[0]).toBeCloseTo(Math.sqrt(3) / ((5 / 7) * Math.sqrt(7)), 14);
  });

  it('of a difference on one panel are those of deleting each judge from both entries', () => {
    fc.assert(
      fc.property(panels, ({ trim, left, right }) => {
        const estimate = estimateOfTrimmedMeans(panelOf([left, right]), { trim });
        expect(estimate.scores[0]).toBeCloseTo(trimmed(left, trim), 12);
        expect(estimate.differenceError(0, 1)).toBeCloseTo(jackknifeError(left, right, trim), 10);
      }),
    );
  });

  it('of a difference on panels apart join both entries’ own', () => {
    fc.assert(
      fc.property(panels, ({ trim, left, right }) => {
        const { standardErrors, differenceError } = estimateOfTrimmedMeans(panelOf([left, right], 10), { trim });
        expect(differenceError(0, 1)).toBeCloseTo(Math.hypot(standardErrors[0] ?? NaN, standardErrors[1] ?? NaN), 12);
      }),
    );
  });

  it('are those of means without trimming', () => {
    fc.assert(
      fc.property(panels, fc.nat({ max: 10 }), ({ left, right }, shift) => {
        const design = panelOf([left, right], shift);
        const means = estimateOfMeans(design);
        const untrimmed = estimateOfTrimmedMeans(design, { trim: 0 });
        for (const entry of [0, 1]) {
          expect(untrimmed.scores[entry]).toBeCloseTo(means.scores[entry] ?? NaN, 12);
          expect(untrimmed.standardErrors[entry]).toBeCloseTo(means.standardErrors[entry] ?? NaN, 12);
        }
        expect(untrimmed.differenceError(0, 1)).toBeCloseTo(means.differenceError(0, 1), 12);
      }),
    );
  });

  it('are withheld below 2k + 3 sheets, and the score below 2k + 1', () => {
    const of = (...totals: number[]) => estimateOfTrimmedMeans(panelOf([totals]), { trim: 1 });
    expect(of(1, 2, 3, 4, 5).standardErrors[0]).toBeGreaterThan(0);
    expect(of(1, 2, 3, 4).standardErrors[0]).toBeNaN();
    expect(of(1, 2, 3, 4).scores[0]).toBe(2.5);
    expect(of(1, 2).scores[0]).toBeNaN();
  });

  it('follow the declared fallback', () => {
    const design = panelOf([
      [4, 6],
      [5, 9],
    ]);
    const scores = new Float64Array([5, 7]);
    const estimate = estimateOfTrimmedMeans(design, { trim: 1, scores, errorTrim: () => 0 });
    expect(estimate.scores).toBe(scores);
    expect(estimate.differenceError(0, 1)).toBe(estimateOfMeans(design).differenceError(0, 1));
  });

  it.each([-1, 0.5, NaN])('are refused for a trim of %s', (trim) => {
    expect(() => estimateOfTrimmedMeans(panelOf([[1, 2, 3]]), { trim })).toThrow(RangeError);
  });
});

describe('joint draws of the errors of trimmed means', () => {
  it('move both entries of a panel as the error of their difference says', () => {
    fc.assert(
      fc.property(panels, ({ trim, left, right }) => {
        const estimate = estimateOfTrimmedMeans(panelOf([left, right]), { trim });
        // With one judge's number 1 and all others 0, squares of the change sum to the variance.
        let squares = 0;
        for (let judge = 0; judge < left.length; judge += 1) {
          const out = new Float64Array(2);
          let next = 0;
          estimate.drawErrors?.(() => (next++ === judge ? 1 : 0), out);
          squares += ((out[0] ?? 0) - (out[1] ?? 0)) ** 2;
        }
        expect(Math.sqrt(squares)).toBeCloseTo(estimate.differenceError(0, 1), 10);
      }),
    );
  });
});

describe('an estimate of contributions', () => {
  it('withholds the errors of an entry that its method withholds', () => {
    const design = panelOf([
      [1, 2, 4],
      [3, 3, 5],
    ]);
    const { standardErrors, differenceError } = estimateOfContributions(design, {
      errorTrim: (_count, entry) => (entry === 0 ? null : 0),
    });
    expect(standardErrors[0]).toBeNaN();
    expect(standardErrors[1]).toBeGreaterThan(0);
    expect(differenceError(0, 1)).toBeNaN();
  });

  it('has no score and no error for an entry without sheets', () => {
    const design: SheetDesign = { ...panelOf([[1, 2, 6]]), entries: ['A', 'Z'] };
    const { scores, standardErrors } = estimateOfContributions(design);
    expect([...scores]).toEqual([3, NaN]);
    expect(standardErrors[1]).toBeNaN();
  });
});

describe('an estimate without errors', () => {
  it('knows scores and nothing else', () => {
    const { standardErrors, differenceError, drawErrors } = estimateWithoutErrors(['A', 'B'], new Float64Array([1, 2]));
    expect([...standardErrors]).toEqual([NaN, NaN]);
    expect([differenceError(0, 1), differenceError(1, 1)]).toEqual([NaN, 0]);
    expect(drawErrors).toBeNull();
  });
});
