import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sheetDesign } from '../severity/sheet-design.js';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { estimateOfMeans } from './estimate-of-means.js';

/** Rows "A 8 9 - 7": an entry and its totals by judge 1, 2, …; `-` for none. */
function drawn(...rows: string[]) {
  return rows.flatMap((row) => {
    const [entry = '', ...totals] = row.split(' ');
    return totals.flatMap((total, judge) =>
      total === '-' ? [] : [{ entry, judge: `j${judge}`, total: Number(total) }],
    );
  });
}
const estimateOf = (...rows: string[]) => estimateOfMeans(sheetDesign(drawn(...rows)));

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}

const panel = fc.integer({ min: 2, max: 9 }).chain((size) => {
  const totals = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: size, maxLength: size });
  return fc.tuple(totals, totals).map((both) => both.map((values) => values.map((value) => value / 4)));
});
const sheets = fc.uniqueArray(
  fc.record({
    entry: fc.constantFrom(...'ABCDE'),
    judge: fc.constantFrom(...'123456'),
    total: fc.integer({ min: 0, max: 200 }).map((value) => value / 2),
  }),
  { selector: ({ entry, judge }) => entry + judge, minLength: 1, maxLength: 30 },
);

describe('errors of means', () => {
  it.each([
    // d = 1, 0, −1
    ['the paired formula on one panel', ['A 8 9 7', 'B 7 9 8'], 1 / Math.sqrt(3)],
    // s² = 1 and 4
    ['both variances on panels apart', ['A 7 8 9 - - -', 'B - - - 2 4 6'], Math.sqrt(1 / 3 + 4 / 3)],
    ['0 where every judge sees the same difference', ['A 90.1 85.3 70.7', 'B 87 82.2 67.6'], 0],
    // r_A = −1, 0, 1 and r_B = −1, 0, 1 of judges 1–3 and 3–5; only judge 3 is shared: (1 + 0 + (1 + 1)² + 0 + 1) / 6
    ['a shared judge once, the others on their own', ['A 7 8 9 - -', 'B - - 5 6 7'], 1],
    [
      'unequal panels',
      ['A 7 9 - -', 'B 5 6 6 7'],
      Math.sqrt((-1 / Math.sqrt(2) + 1 / Math.sqrt(12)) ** 2 + 1 / 2 + 1 / 12),
    ],
    ['nothing from a single sheet', ['A 7 - -', 'B 5 6 6'], NaN],
  ] as const)('of a difference are %s', (_name, rows, error) => {
    const { differenceError } = estimateOf(...rows);
    if (Number.isNaN(error)) expect(differenceError(0, 1)).toBeNaN();
    else expect(differenceError(0, 1)).toBeCloseTo(error, 12);
    expect(differenceError(1, 0)).toEqual(differenceError(0, 1));
    expect(differenceError(1, 1)).toBe(0);
    expect(differenceError(0, 2)).toBeNaN();
  });

  it('are s/√n each, and not known for a single sheet', () => {
    const { entries, scores, standardErrors } = estimateOf('B 7 8 9 -', 'A 2 4 4 6', 'C 5 - - -');
    expect(entries).toEqual(['A', 'B', 'C']);
    expect([...scores]).toEqual([4, 8, 5]);
    expect(standardErrors[0]).toBeCloseTo(Math.sqrt(8 / 3 / 4), 14);
    expect(standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 3), 14);
    expect(standardErrors[2]).toBeNaN();
  });

  it('are those of the paired and of the two-sample t test', () => {
    fc.assert(
      fc.property(panel, ([left = [], right = []]) => {
        const rows = [`A ${left.join(' ')}`, `B ${right.join(' ')}`];
        const differences = left.map((value, judge) => value - (right[judge] ?? 0));
        expect(estimateOf(...rows).differenceError(0, 1)).toBeCloseTo(
          Math.sqrt(varianceOf(differences) / left.length),
          10,
        );
        const apart = [`A ${left.join(' ')}`, `B ${'- '.repeat(left.length)}${right.join(' ')}`];
        expect(estimateOf(...apart).differenceError(0, 1)).toBeCloseTo(
          Math.sqrt(varianceOf(left) / left.length + varianceOf(right) / right.length),
          10,
        );
      }),
    );
  });

  it('do not depend on the order of sheets, nor on adding a constant to all of them', () => {
    fc.assert(
      fc.property(
        sheets.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const one = estimateOfMeans(sheetDesign(rows));
          const other = estimateOfMeans(sheetDesign(shuffled));
          const shifted = estimateOfMeans(sheetDesign(rows.map((row) => ({ ...row, total: row.total + 64 }))));
          expect(other.scores).toEqual(one.scores);
          expect(other.standardErrors).toEqual(one.standardErrors);
          for (let i = 0; i < one.entries.length; i += 1) {
            for (let j = 0; j < one.entries.length; j += 1) {
              expect(other.differenceError(i, j)).toEqual(one.differenceError(i, j));
              const change = shifted.differenceError(i, j) - one.differenceError(i, j);
              expect(Math.abs(change)).not.toBeGreaterThan(1e-9);
            }
          }
        },
      ),
    );
  });

  it('obey the triangle inequality, as errors of one joint distribution', () => {
    fc.assert(
      fc.property(sheets, (rows) => {
        const { entries, standardErrors, differenceError } = estimateOfMeans(sheetDesign(rows));
        const known = [...entries.keys()].filter((entry) => !Number.isNaN(standardErrors[entry]));
        const triples = known.flatMap((i) => known.flatMap((j) => known.map((k) => [i, j, k] as const)));
        for (const [i, j, k] of triples) {
          expect(differenceError(i, k)).toBeLessThanOrEqual(differenceError(i, j) + differenceError(j, k) + 1e-9);
        }
      }),
    );
  });

  it('are refused for two sheets of the same judge and entry', () => {
    const twice = [...drawn('A 7 8'), ...drawn('A 9')];
    expect(() => estimateOfMeans(sheetDesign(twice))).toThrow(RangeError);
  });
});

describe('joint draws of the errors of means', () => {
  it('have the variances of scores and differences, whatever judges the entries share', () => {
    const estimate = estimateOf('A 8 9 7 6 - -', 'B 7 9 8 6 - -', 'C - - 5 8 6 9', 'D - - - - 4 9');
    const normal = standardNormal(seededRandom(5));
    const draws = Array.from({ length: 20_000 }, () => {
      const out = new Float64Array(4);
      estimate.drawErrors?.(normal, out);
      return out;
    });
    for (let i = 0; i < 4; i += 1) {
      const own = draws.map((draw) => draw[i] ?? 0);
      expect(Math.sqrt(varianceOf(own)) / (estimate.standardErrors[i] ?? 0)).toBeCloseTo(1, 1.3);
      for (let j = 0; j < i; j += 1) {
        const differences = draws.map((draw) => (draw[i] ?? 0) - (draw[j] ?? 0));
        expect(Math.abs(Math.sqrt(varianceOf(differences)) / estimate.differenceError(i, j) - 1)).toBeLessThan(0.025);
      }
    }
  });

  it('leave out an entry whose error is not known, and add to what is there', () => {
    const out = new Float64Array([10, 20]);
    estimateOf('A 7 - -', 'B 5 5 5').drawErrors?.(() => 1, out);
    expect([...out]).toEqual([10, 20]);
  });
});

/** Share of intervals ±1.96 errors that hold the true difference of 1, among random contests. */
function coverage({ judges, severity, overlap }: { judges: number; severity: number; overlap: number }): number {
  const normal = standardNormal(seededRandom(11));
  let holds = 0;
  const repeats = 1500;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    const effects = Array.from({ length: 2 * judges }, () => severity * normal());
    const rows = [0, 1].flatMap((entry) =>
      Array.from({ length: judges }, (_, place) => {
        const judge = place + (entry === 0 ? 0 : judges - overlap);
        return { entry: `e${entry}`, judge: `j${judge}`, total: entry + (effects[judge] ?? 0) + normal() };
      }),
    );
    const { scores, differenceError } = estimateOfMeans(sheetDesign(rows));
    const miss = Math.abs((scores[1] ?? 0) - (scores[0] ?? 0) - 1);
    if (miss <= 1.959964 * differenceError(0, 1)) holds += 1;
  }
  return holds / repeats;
}

describe('an interval of a difference at 95 %, in simulated contests', () => {
  // A normal quantile over an estimated error holds as often as Student's t lies within ±1.96.
  it.each([
    [{ judges: 3, severity: 3, overlap: 3 }, 0.811],
    [{ judges: 5, severity: 3, overlap: 5 }, 0.878],
    [{ judges: 7, severity: 3, overlap: 7 }, 0.902],
    [{ judges: 30, severity: 3, overlap: 30 }, 0.94],
    [{ judges: 7, severity: 3, overlap: 0 }, 0.926],
  ])('of %j holds the truth about as often as the t distribution says', (contest, expected) => {
    expect(Math.abs(coverage(contest) - expected)).toBeLessThan(0.025);
  });

  it('is not too narrow where only some judges are shared', () => {
    for (const overlap of [2, 4, 6]) {
      expect(coverage({ judges: 7, severity: 3, overlap })).toBeGreaterThan(0.885);
    }
  });
});
