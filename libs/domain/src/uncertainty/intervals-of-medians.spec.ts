import { describe, expect, it } from '@jest/globals';
import { sheetDesign } from '../severity/sheet-design.js';
import { intervalsOfMedians } from './intervals-of-medians.js';

const designOf = (rows: Readonly<Record<string, readonly number[]>>) =>
  sheetDesign(
    Object.entries(rows).flatMap(([entry, totals]) => totals.map((total, j) => ({ entry, judge: `j${j}`, total }))),
  );

describe('intervals of medians', () => {
  it('are of each entry’s own totals, in any order of judges, and of none below six sheets', () => {
    const design = designOf({ A: [91, 74, 78, 80, 85, 71], B: [1, 2, 3, 4, 5], C: [9, 8, 9, 9, 9, 9, 9] });
    expect(intervalsOfMedians(design, 0.95)).toEqual([
      { lowest: 71, highest: 91, median: 79, coverage: 0.96875 },
      null,
      { lowest: 8, highest: 9, median: 9, coverage: 1 - 2 / 128 },
    ]);
  });
});
