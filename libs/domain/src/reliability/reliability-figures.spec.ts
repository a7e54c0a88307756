import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sheetDesign } from '../severity/sheet-design.js';
import { interRaterReliability } from './inter-rater-reliability.js';
import {
  harmonicMeanSheets,
  panelConsistency,
  panelReliability,
  singleJudgeReliability,
} from './intraclass-correlation.js';
import { judgesNeeded } from './judges-needed.js';
import { kendallsW } from './kendalls-w.js';
import { twoWayMeanSquares } from './two-way-mean-squares.js';

/** One row an entry, one column a judge; "-" where there is no sheet. */
function designOf(table: string) {
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  return sheetDesign(
    rows.flatMap((cells, entry) =>
      cells.flatMap((cell, judge) =>
        cell === '-' ? [] : [{ entry: `E${entry}`.padStart(4), judge: `J${judge}`, total: Number(cell) }],
      ),
    ),
  );
}

/** Six targets and four judges of Shrout and Fleiss (1979), table 2. */
const shroutFleiss = designOf(`
  9 2 5 8
  6 1 3 2
  8 4 6 8
  7 1 2 6
  10 5 6 9
  6 2 4 7`);

/** Variances of a crossed design by the method of moments: those of REML where none is negative. */
function variancesOf(design: ReturnType<typeof designOf>) {
  const squares = twoWayMeanSquares(design);
  if (!squares) throw new Error('not crossed');
  const { entries, judges, meanSquareEntries, meanSquareJudges, meanSquareResidual } = squares;
  return {
    entry: (meanSquareEntries - meanSquareResidual) / judges,
    judge: (meanSquareJudges - meanSquareResidual) / entries,
    residual: meanSquareResidual,
  };
}

describe('intraclass correlations', () => {
  it('give the published figures of Shrout and Fleiss', () => {
    const variance = variancesOf(shroutFleiss);
    expect(singleJudgeReliability(variance)).toBeCloseTo(0.29, 2);
    expect(panelReliability(variance, 4)).toBeCloseTo(0.62, 2);
    expect(panelConsistency(shroutFleiss)).toBeCloseTo(0.91, 2);
    const squares = twoWayMeanSquares(shroutFleiss);
    expect(squares?.meanSquareEntries).toBeCloseTo(11.24, 2);
    expect(squares?.meanSquareJudges).toBeCloseTo(32.49, 2);
    expect(squares?.meanSquareResidual).toBeCloseTo(1.02, 2);
  });

  it('do not depend on the unit or the origin of the scale', () => {
    const scaled = { ...shroutFleiss, totals: shroutFleiss.totals.map((total) => 12.5 * total - 40) };
    expect(singleJudgeReliability(variancesOf(scaled))).toBeCloseTo(
      singleJudgeReliability(variancesOf(shroutFleiss)),
      12,
    );
    expect(panelConsistency(scaled)).toBeCloseTo(panelConsistency(shroutFleiss) ?? NaN, 12);
  });

  it('take the harmonic mean of the entries’ sheets as the size of the panel', () => {
    expect(harmonicMeanSheets(shroutFleiss)).toBe(4);
    const uneven = designOf(`
      1 2 3 4
      5 6 - -
      7 - - -`);
    expect(harmonicMeanSheets(uneven)).toBeCloseTo(3 / (1 / 4 + 1 / 2 + 1), 14);
    expect(panelConsistency(uneven)).toBeNull();
    expect(twoWayMeanSquares(uneven)).toBeNull();
  });

  it('rise with the panel, from ICC(2,1) at one judge', () => {
    const variance = { entry: 2, judge: 1, residual: 3 };
    expect(panelReliability(variance, 1)).toBe(singleJudgeReliability(variance));
    expect(panelReliability(variance, 5)).toBeCloseTo(2 / (2 + 4 / 5), 14);
    expect(singleJudgeReliability({ entry: 0, judge: 1, residual: 3 })).toBe(0);
    expect(singleJudgeReliability({ entry: 0, judge: 0, residual: 0 })).toBeNaN();
  });

  it('are not defined where all entries have the same mean', () => {
    expect(panelConsistency(designOf('1 2\n2 1'))).toBeNull();
  });
});

describe('judges needed', () => {
  it.each([
    [1, 1],
    [0.8, 1],
    [0.7999, 2],
    [0.5, 4],
    [0.4, 6],
    [0.3999, 7],
    [0.2, 16],
    [0.1, 36],
    [0.05, 76],
    [0.04, 96],
    [0.01, 396],
  ])('at an ICC of %d are %d for a reliability of 0.8', (icc, needed) => expect(judgesNeeded(icc)).toBe(needed));

  it('are exact where the quotient is whole, for any whole number of judges', () => {
    // 4(1 − ICC)/ICC = n at ICC = 4/(n + 4): one step of 1e-9 lower needs one judge more.
    for (let n = 1; n <= 2000; n += 1) {
      const above = Math.ceil((4 / (n + 4)) * 1e9) / 1e9;
      expect(judgesNeeded(above)).toBe(n);
      if (Math.abs(above - 4 / (n + 4)) < 1e-12) expect(judgesNeeded(above - 1e-9)).toBe(n + 1);
    }
  });

  it('follow another target, and have no number where judges do not tell entries apart', () => {
    expect(judgesNeeded(0.5, 0.9)).toBe(9);
    expect(judgesNeeded(0.3, 0.7)).toBe(6);
    for (const none of [0, -0.2, 1e-12, NaN]) expect(judgesNeeded(none)).toBeNull();
    for (const target of [0, 1, 1.2, NaN]) expect(() => judgesNeeded(0.5, target)).toThrow(RangeError);
  });
});

describe('Kendall’s W', () => {
  /** Ranks given by three judges, as columns: totals are their negatives. */
  const ofRanks = (table: string) => {
    const design = designOf(table);
    return { ...design, totals: design.totals.map((rank) => -rank) };
  };

  it('without ties gives the published figure of Siegel (1956), page 231', () => {
    const applicants = ofRanks(`
      1 1 6
      6 5 3
      3 6 2
      2 4 5
      5 2 4
      4 3 1`);
    expect(kendallsW(applicants)?.w).toBeCloseTo(0.16, 2);
  });

  it('with ties gives the published figure of Kendall (1948), S = 591 and W = 0.828', () => {
    const tied = ofRanks(`
      1 2.5 2
      4.5 1 1
      2 2.5 4.5
      4.5 4.5 4.5
      3 4.5 4.5
      7.5 8 4.5
      6 9 8
      9 6.5 8
      7.5 10 8
      10 6.5 10`);
    const concordance = kendallsW(tied);
    expect(concordance?.w).toBeCloseTo(591 / 714, 12);
    expect(concordance?.chiSquare).toBeCloseTo((3 * 9 * 591) / 714, 10);
    expect(concordance?.pValue).toBeCloseTo(0.007837043634552069, 12);
  });

  it('is 1 where all agree, 0 where two are opposed, and not defined where all tie', () => {
    expect(kendallsW(designOf('3 30\n2 20\n1 10'))?.w).toBe(1);
    expect(kendallsW(designOf('3 10\n2 20\n1 30'))).toMatchObject({ w: 0, chiSquare: 0, pValue: 1 });
    expect(kendallsW(designOf('5 5\n5 5'))).toBeNull();
    expect(kendallsW(designOf('1 2\n3 -'))).toBeNull();
  });

  it('lies from 0 to 1 and depends on each judge’s order only', () => {
    const row = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 9 }), (rows) => {
        const design = designOf(rows.map((cells) => cells.join(' ')).join('\n'));
        const concordance = kendallsW(design);
        const stretched = kendallsW({ ...design, totals: design.totals.map((total) => total ** 3 + 7) });
        expect(stretched?.w ?? null).toBe(concordance?.w ?? null);
        if (!concordance) return;
        expect(concordance.w).toBeGreaterThanOrEqual(0);
        expect(concordance.w).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('the reliability of a stage', () => {
  const finals = designOf(
    Array.from({ length: 12 }, (_, entry) =>
      [0, 1, 2, 3, 4].map((judge) => entry + ((entry * judge) % 3)).join(' '),
    ).join('\n'),
  );

  it('shows every figure of a crossed stage above the floors', () => {
    const reliability = interRaterReliability(finals, { entry: 4, judge: 1, residual: 1 });
    expect(reliability.singleJudge.value).toBeCloseTo(2 / 3, 12);
    expect(reliability.panel.value).toBeCloseTo(4 / 4.4, 12);
    expect(reliability.judgesNeeded.value).toBe(2);
    expect(reliability.consistency.value).toBeGreaterThan(0.9);
    expect(reliability.concordance.value?.degreesOfFreedom).toBe(11);
  });

  it('withholds each below its floor, and says which count is short', () => {
    const reliability = interRaterReliability(shroutFleiss, { entry: 4, judge: 1, residual: 1 });
    const short = { value: null, withheld: { reason: 'too-few-entries', needed: 10, present: 6 } };
    expect(reliability).toMatchObject({ singleJudge: short, panel: short, consistency: short, judgesNeeded: short });
    expect(reliability.concordance.withheld).toEqual({ reason: 'too-few-entries', needed: 8, present: 6 });
  });

  it('withholds what needs variances or one shared panel where there are none', () => {
    const reason = ({ withheld }: { readonly withheld: { readonly reason: string } | null }) => withheld?.reason;
    expect(reason(interRaterReliability(finals, null).singleJudge)).toBe('variance-not-estimated');
    const none = interRaterReliability(finals, { entry: 0, judge: 0, residual: 0 });
    expect(reason(none.panel)).toBe('no-differences');
    const sheets = finals.entryOf.length - 1;
    const gap = {
      ...finals,
      entryOf: finals.entryOf.subarray(0, sheets),
      judgeOf: finals.judgeOf.subarray(0, sheets),
      totals: finals.totals.subarray(0, sheets),
    };
    expect(reason(interRaterReliability(gap, null).consistency)).toBe('panels-not-crossed');
    expect(reason(interRaterReliability(gap, null).concordance)).toBe('panels-not-crossed');
    const equal = { ...finals, totals: finals.totals.map(() => 5) };
    expect(reason(interRaterReliability(equal, null).concordance)).toBe('no-differences');
  });
});
