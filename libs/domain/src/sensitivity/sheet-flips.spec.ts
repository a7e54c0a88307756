import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criteriaOf, sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import { tally } from '../scoring/tally.js';
import type { TallySheet } from '../scoring/tally-input.js';
import { awardChanges } from './award-standing.js';
import { type SheetFlipOptions, sheetFlips } from './sheet-flips.js';
import { totalChange } from './total-change.js';

type Method = 'mean' | 'median' | 'trimmed-mean';
const rankBy = (method: Method) => (sheets: readonly TallySheet[]) =>
  tally({ sheets, criteria: criteriaOf('1'), method, rounding: { total: 2 } }).entries;

const changeOn = (highest: string, step: string) =>
  totalChange<TallySheet>(
    { lowest: '0', highest, step },
    ({ scores }) => scores[0]?.score ?? '0',
    (sheet, score) => ({ ...sheet, scores: [{ criterion: 'a', score }] }),
  );

const flipsOf = (drawing: string, method: Method, options: SheetFlipOptions) =>
  sheetFlips(sheetsOf(drawing), rankBy(method), changeOn('10', '0.5'), options);

describe('changes of a single sheet that flip an award line', () => {
  const drawing = `
    A J1 9
    A J2 8
    A J3 8
    B J1 7
    B J2 8
    B J3 8.5
    C J1 3
    C J2 10
    C J3 3`;

  it('are found with the fewest steps, on every sheet that does it', () => {
    // Mean: A 8.33, B 7.83, C 5.33; 1.5 points, three steps, tie A and B.
    expect(flipsOf(drawing, 'mean', { places: [1] })).toEqual([
      {
        after: 1,
        steps: 3,
        flips: [
          { entry: 'A', judge: 'J1', steps: -3 },
          { entry: 'A', judge: 'J2', steps: -3 },
          { entry: 'A', judge: 'J3', steps: -3 },
          { entry: 'B', judge: 'J1', steps: 3 },
          { entry: 'B', judge: 'J2', steps: 3 },
          { entry: 'B', judge: 'J3', steps: 3 },
        ],
      },
    ]);
  });

  it('break a tie at the line with a single step', () => {
    const [line] = flipsOf('A J1 5\nB J1 5\nC J1 1', 'mean', { places: [1] });
    expect(line?.steps).toBe(1);
    expect(line?.flips).toHaveLength(4);
  });

  it('are none where the scale leaves no room, or the line has nobody below', () => {
    expect(flipsOf('A J1 10\nA J2 10\nB J1 0\nB J2 0', 'mean', { places: [1, 2] })).toEqual([
      { after: 1, steps: null, flips: [] },
      { after: 2, steps: null, flips: [] },
    ]);
  });

  it('are looked for within the reach of the line only', () => {
    const four = 'A J1 9\nB J1 8\nC J1 7\nD J1 1';
    const tried = new Set<string>();
    const change = changeOn('10', '0.5');
    sheetFlips(
      sheetsOf(four),
      rankBy('mean'),
      { ...change, moved: (sheet, steps) => (tried.add(sheet.entry), change.moved(sheet, steps)) },
      { places: [2], reach: 1 },
    );
    expect(tried).toEqual(new Set(['B', 'C']));
  });

  it.each(['mean', 'median', 'trimmed-mean'] as const)('are the same as trying every change, for the %s', (method) => {
    const rank = rankBy(method);
    const change = changeOn('4', '1');
    const tables = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 4 }), {
      minLength: 2,
      maxLength: 3,
    });
    fc.assert(
      fc.property(tables, (rows) => {
        const sheets = sheetsOf(
          rows.flatMap((cells, entry) => cells.map((cell, judge) => `E${entry} J${judge} ${cell}`)).join('\n'),
        );
        const before = rank(sheets);
        let least = Infinity;
        sheets.forEach((sheet, at) => {
          const { up, down } = change.roomOf(sheet);
          for (let steps = -down; steps <= up; steps += 1) {
            const then = rank(sheets.map((other, index) => (index === at ? change.moved(sheet, steps) : other)));
            if (awardChanges(before, then, [1])[0]?.changes.length) least = Math.min(least, Math.abs(steps));
          }
        });
        expect(sheetFlips(sheets, rank, change, { places: [1] })[0]?.steps).toBe(least === Infinity ? null : least);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the change of a total', () => {
  it('stays within the scale and exact', () => {
    const change = totalChange<string>(
      { lowest: '60', highest: '100', step: '0.1' },
      (total) => total,
      (_, total) => total,
    );
    expect(change.roomOf('99.85')).toEqual({ up: 1, down: 398 });
    expect(change.roomOf('100')).toEqual({ up: 0, down: 400 });
    expect(change.roomOf('101')).toEqual({ up: 0, down: 410 });
    expect(change.moved('70.2', 3)).toBe('70.5');
    expect(change.moved('70.2', -2)).toBe('70');
    expect(() => totalChange({ lowest: '0', highest: '1', step: '0' }, String, (_, total) => total)).toThrow(
      RangeError,
    );
  });
});
