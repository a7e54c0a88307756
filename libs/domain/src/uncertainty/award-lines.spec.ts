import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ScoreEstimate } from '../scoring/score-estimate.js';
import { sheetDesign } from '../severity/sheet-design.js';
import { seededRandom, standardNormal } from '../statistics/seeded-random.js';
import { awardLines } from './award-lines.js';
import { entriesAtRisk } from './entries-at-risk.js';
import { estimateOfMeans } from './estimate-of-means.js';
import { estimateWithoutErrors } from './estimate-without-errors.js';

/** Entries A, B, C … with these scores and independent errors. */
function independent(scores: readonly number[], errors: readonly number[]): ScoreEstimate {
  return {
    entries: scores.map((_, index) => 'ABCDEFGHIJKL'.charAt(index)),
    scores: Float64Array.from(scores),
    standardErrors: Float64Array.from(errors),
    differenceError: (i, j) => (i === j ? 0 : Math.hypot(errors[i] ?? NaN, errors[j] ?? NaN)),
    drawErrors: null,
  };
}
/** Every difference has the error 1. */
const evenly = (...scores: number[]): ScoreEstimate => ({
  ...independent(
    scores,
    scores.map(() => 1),
  ),
  differenceError: (i, j) => (i === j ? 0 : 1),
});
const line = (estimate: ScoreEstimate, after: number) => awardLines(estimate, [after])[0];
const drawn = (estimate: ScoreEstimate, after: number) => line(estimate, after)?.candidates?.join('');

const estimates = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 12 })
  .map((rows) =>
    independent(
      rows.map(([score]) => score),
      rows.map(([, error]) => error),
    ),
  );

describe('an award line', () => {
  it('knows gap, error, and how likely the order is reversed', () => {
    const [first, second] = awardLines(evenly(9, 6, 8, 5), [2, 1]);
    expect(first).toMatchObject({ after: 2, gap: 2, standardError: 1 });
    expect(first?.probabilityReversed).toBeCloseTo(0.02275013194817921, 14);
    expect(second).toMatchObject({ after: 1, gap: 1, standardError: 1 });
    expect(second?.probabilityReversed).toBeCloseTo(0.15865525393145705, 14);
  });

  it.each([
    // Whoever is at most 1.96 below the line could belong above.
    ['is not significantly below the line', [9, 8, 7, 6.05, 6.03], 2, 'ABCD'],
    ['stands above by score', [9, 8, 4, 3], 2, 'AB'],
    ['ties at the line', [9, 8, 8, 8, 1], 2, 'ABCD'],
    ['reaches a line at the first place', [9, 8, 7.1, 6], 1, 'ABC'],
  ])('names as candidate who %s', (_name, scores, after, candidates) => {
    expect(drawn(evenly(...scores), after)).toBe(candidates);
  });

  it('has more candidates at more confidence', () => {
    const estimate = evenly(9, 8, 7, 6, 5);
    const at = (confidence: number) => awardLines(estimate, [1], confidence)[0]?.candidates?.join('');
    expect([at(0.5), at(0.9), at(0.99), at(0.999)]).toEqual(['A', 'AB', 'ABC', 'ABCD']);
  });

  it('that cuts a tie is even, whatever the error', () => {
    expect(line(independent([9, 8, 8, 7], [0, 0, 0, 0]), 2)).toEqual({
      after: 2,
      gap: 0,
      standardError: 0,
      probabilityReversed: 0.5,
      candidates: ['A', 'B', 'C'],
    });
    // Of the pairs across the line the least certain one counts, so that ids part nobody.
    expect(line(independent([8, 8, 8], [3, 4, 0]), 1)).toMatchObject({
      gap: 0,
      standardError: 5,
      probabilityReversed: 0.5,
    });
    expect(line(independent([9, 7, 7], [0, 2, 4]), 1)).toMatchObject({ gap: 2, standardError: 4 });
  });

  it('without error is certain where scores differ', () => {
    expect(line(independent([9, 8], [0, 0]), 1)).toMatchObject({ probabilityReversed: 0, candidates: ['A'] });
  });

  it('below which nobody stands has all as candidates and no gap', () => {
    for (const after of [3, 8]) {
      expect(line(evenly(9, 8, 7), after)).toEqual({
        after,
        gap: null,
        standardError: null,
        probabilityReversed: null,
        candidates: ['A', 'B', 'C'],
      });
    }
    expect(line(evenly(9, NaN, 7), 2)?.gap).toBeNull();
  });

  it('keeps its gap where errors are withheld', () => {
    const estimate = estimateWithoutErrors(['A', 'B'], new Float64Array([6, 8]));
    expect(line(estimate, 1)).toEqual({
      after: 1,
      gap: 2,
      standardError: null,
      probabilityReversed: null,
      candidates: null,
    });
  });

  it('says nothing of an entry below whose error is withheld', () => {
    expect(drawn(independent([9, 8, 7.9, 7.8], [1, 1, 1, NaN]), 1)).toBe('ABC');
    expect(drawn(independent([9, 8, 7.9, 7.8], [NaN, 1, 1, 1]), 2)).toBe('ABCD');
  });

  it('is refused after no place, and without a confidence', () => {
    for (const after of [0, -1, 1.5, NaN]) expect(() => awardLines(evenly(1, 2), [after])).toThrow(RangeError);
    expect(() => awardLines(evenly(1, 2), [1], 95)).toThrow(RangeError);
  });

  it('on one panel uses the paired error', () => {
    const panel = { A: [8, 9, 7], B: [7, 9, 7], C: [3, 1, 2] };
    const rows = Object.entries(panel).flatMap(([entry, totals]) =>
      totals.map((total, judge) => ({ entry, judge: `j${judge}`, total })),
    );
    const found = line(estimateOfMeans(sheetDesign(rows)), 1);
    expect(found?.gap).toBeCloseTo(1 / 3, 12);
    expect(found?.standardError).toBeCloseTo(1 / 3, 12);
    expect(found?.candidates).toEqual(['A', 'B']);
  });
});

describe('award lines and entries at risk', () => {
  it('have at least the awarded as candidates, and do not depend on ids', () => {
    fc.assert(
      fc.property(estimates, fc.integer({ min: 1, max: 12 }), (estimate, after) => {
        const found = line(estimate, after);
        const size = estimate.scores.length;
        expect(found?.candidates?.length).toBeGreaterThanOrEqual(Math.min(after, size));
        const order = [...estimate.scores.keys()].reverse();
        const renamed: ScoreEstimate = {
          ...estimate,
          entries: order.map((entry) => estimate.entries[entry] ?? ''),
          scores: Float64Array.from(order, (entry) => estimate.scores[entry] ?? NaN),
          standardErrors: Float64Array.from(order, (entry) => estimate.standardErrors[entry] ?? NaN),
          differenceError: (i, j) => estimate.differenceError(order[i] ?? 0, order[j] ?? 0),
        };
        const other = line(renamed, after);
        expect({ ...other, candidates: null }).toEqual({ ...found, candidates: null });
        expect(new Set(other?.candidates)).toEqual(new Set(found?.candidates));
      }),
    );
  });

  it('name who above could belong below', () => {
    expect(entriesAtRisk(evenly(9, 8, 7, 6.05), 2)).toEqual(['B']);
    expect(entriesAtRisk(evenly(9, 7.9, 7.8, 6), 3)).toEqual(['B', 'C']);
    expect(entriesAtRisk(evenly(9, 8), 2)).toEqual([]);
    expect(entriesAtRisk(estimateWithoutErrors(['A', 'B'], new Float64Array([6, 8])), 1)).toEqual([]);
    expect(entriesAtRisk(independent([9, 8, 8], [0, 0, 0]), 2)).toEqual(['B']);
  });

  it('rarely miss who truly belongs above, in simulated contests of seven judges', () => {
    const normal = standardNormal(seededRandom(9));
    const truths = [3, 2.5, 2, 1.9, 1.5, 1, 0.5, 0];
    let missed = 0;
    const repeats = 400;
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      const severities = Array.from({ length: 7 }, normal);
      const rows = truths.flatMap((truth, entry) =>
        severities.map((severity, judge) => ({
          entry: `${entry}`,
          judge: `${judge}`,
          total: truth + severity + normal(),
        })),
      );
      const candidates = line(estimateOfMeans(sheetDesign(rows)), 3)?.candidates ?? [];
      missed += ['0', '1', '2'].filter((entry) => !candidates.includes(entry)).length;
    }
    expect(missed / (3 * repeats)).toBeLessThan(0.05);
  });
});
