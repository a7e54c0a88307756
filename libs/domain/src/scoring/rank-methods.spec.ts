import { describe, expect, it } from '@jest/globals';
import { criteriaOf, placesOf, sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import { tally } from './tally.js';
import type { TallyInput } from './tally-input.js';

const inputOf = (drawing: string, method: TallyInput['method'], options?: TallyInput['options']): TallyInput => ({
  sheets: sheetsOf(drawing),
  criteria: criteriaOf('1'),
  method,
  options,
});
const entriesOf = (input: TallyInput) =>
  tally(input).entries.map(({ entry, rank, exact, tieBreak }) => [
    entry,
    rank,
    exact && `${exact.numerator}/${exact.denominator}`,
    ...(tieBreak === undefined ? [] : [tieBreak]),
  ]);

describe('borda', () => {
  it('counts half for a tie and divides by the judge’s own list', () => {
    // j1: A beats 2 of 2, B and C tie below it; j2 ranks two entries only.
    const input = inputOf('A j1 9\nB j1 5\nC j1 5\nB j2 7\nC j2 6', 'borda');
    expect(entriesOf(input)).toEqual([
      ['A', 1, '1/1'],
      ['B', 2, '5/8'],
      ['C', 3, '1/8'],
    ]);
    expect(tally(input).warnings).toEqual([]);
  });

  it('leaves out a judge of one entry, and says so; an entry with no other sheet is insufficient', () => {
    const input = inputOf('A j1 9\nB j1 5\nA j2 1\nC j3 7', 'borda');
    expect(entriesOf(input)).toEqual([
      ['A', 1, '1/1'],
      ['B', 2, '0/1'],
      ['C', null, null],
    ]);
    expect(tally(input).warnings).toEqual([
      { code: 'judge-left-out', entries: [], judges: ['j2', 'j3'], details: {} },
      { code: 'entry-insufficient', entries: ['C'], details: {} },
    ]);
  });

  it('is exact where lists of many lengths meet', () => {
    const lists = [3, 4, 6, 8].flatMap((length, judge) =>
      Array.from({ length }, (_, place) => `${place === 1 ? 'X' : `E${judge}${place}`} j${judge} ${90 - place}`),
    );
    // 1/2 + 2/3 + 4/5 + 6/7, over 4
    expect(entriesOf(inputOf(lists.join('\n'), 'borda'))).toContainEqual(['X', expect.anything(), '593/840']);
  });
});

describe('positional', () => {
  it('shares the points of the places that a tie covers, as exact fractions', () => {
    const drawing = 'A j1 9\nB j1 9\nC j1 9\nD j1 1\nA j2 1\nB j2 2\nC j2 3\nD j2 4';
    // j1: (12 + 10 + 8)/3 each; j2: D 12, C 10, B 8, A 7.
    expect(entriesOf(inputOf(drawing, 'positional'))).toEqual([
      ['C', 1, '20/1'],
      ['D', 2, '19/1'],
      ['B', 3, '18/1'],
      ['A', 4, '17/1'],
    ]);
    // A tie over the end of the list: (3 + 2 + 0)/3.
    expect(entriesOf(inputOf(drawing, 'positional', { points: ['3', '2'] }))).toEqual([
      ['C', 1, '11/3'],
      ['D', 2, '3/1'],
      ['A', 3, '5/3'],
      ['B', 3, '5/3'],
    ]);
  });

  it('gives nothing beyond the list', () => {
    expect(entriesOf(inputOf('A j1 3\nB j1 2\nC j1 1', 'positional', { points: ['2.5'] }))).toEqual([
      ['A', 1, '5/2'],
      ['B', 2, '0/1'],
      ['C', 2, '0/1'],
    ]);
  });

  it('is refused unless every judge ranked the same entries', () => {
    const input = inputOf('A j1 9\nB j1 5\nA j2 1', 'positional');
    expect(entriesOf(input)).toEqual([
      ['A', null, null],
      ['B', null, null],
    ]);
    expect(tally(input).warnings).toEqual([
      { code: 'judge-lists-differ', entries: ['B'], judges: ['j2'], details: { sheets: 1 } },
    ]);
  });
});

describe('copeland', () => {
  it('counts majorities of the judges who scored both, then the judges in favour', () => {
    // A beats B 2:1 and ties with C 1:1; B beats C 1:0.
    const input = inputOf('A j1 9\nB j1 5\nC j1 4\nA j2 8\nB j2 7\nA j3 3\nB j3 6\nA j4 1\nC j4 2', 'copeland');
    expect(entriesOf(input)).toEqual([
      ['A', 1, '3/2', '3'],
      ['B', 2, '1/1', '2'],
      ['C', 3, '1/2', '1'],
    ]);
    expect(tally(input).warnings).toEqual([]);
  });

  it('parts equal scores by the judges in favour, and shows a tie that this leaves', () => {
    // A beats B, B beats C, C beats A, 2:1 each.
    const circle = 'A j1 3\nB j1 2\nC j1 1\nA j2 1\nB j2 3\nC j2 2\nA j3 2\nB j3 1\nC j3 3';
    expect(entriesOf(inputOf(circle, 'copeland'))).toEqual([
      ['A', 1, '1/1', '3'],
      ['B', 1, '1/1', '3'],
      ['C', 1, '1/1', '3'],
    ]);
    const uneven = `${circle}\nA j4 1\nB j4 2\nA j5 2\nB j5 1`;
    expect(entriesOf(inputOf(uneven, 'copeland'))).toEqual([
      ['A', 1, '1/1', '4'],
      ['B', 1, '1/1', '4'],
      ['C', 3, '1/1', '3'],
    ]);
  });

  it('counts nothing for a pair that nobody compared, and says so', () => {
    const input = inputOf('A j1 9\nB j1 5\nC j2 7\nD j2 1', 'copeland');
    expect(placesOf(input)).toBe('A:1:1 C:1:1 B:3:0 D:3:0');
    expect(tally(input).warnings).toEqual([
      { code: 'pair-not-compared', entries: ['A', 'B', 'C', 'D'], details: { pairs: 4 } },
    ]);
  });
});
