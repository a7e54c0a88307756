import { describe, expect, it } from '@jest/globals';
import { mapRows, mostColumns, nextCell } from './map-rows.js';

const entry = (number: number, ...cells: [string, 'draft' | 'submitted'][]) => ({
  ...{ number, title: 'A quiet pump', cells: cells.map(([judge, state]) => ({ judge, state })) },
});
const judges = [
  { id: 'b', name: '白' },
  { id: 'a', name: null },
  { id: 'c', name: '陈' },
];
const map = { judges, entries: [entry(1, ['c', 'draft'], ['b', 'submitted']), entry(2, ['a', 'draft'])] };

describe('the map of judges and entries', () => {
  it('has a column for each judge, by name, and a gap where the judge has not the entry', () => {
    const { judges: heads, rows } = mapRows(map, 'erased');
    expect(heads).toEqual(['白', 'erased', '陈']);
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.state ?? null))).toEqual([
      ['submitted', null, 'draft'],
      [null, 'draft', null],
    ]);
  });

  it('has the judges of each entry side by side where they are too many, in rows of one length', () => {
    const many = Array.from({ length: mostColumns + 1 }, (_, index) => ({ id: String(index), name: `J${index}` }));
    const { judges: heads, rows } = mapRows(
      { judges: many, entries: [entry(1, ['7', 'draft'], ['2', 'submitted']), entry(2)] },
      'erased',
    );
    expect(heads).toBeNull();
    expect(rows.map(({ cells }) => cells.map((cell) => cell?.judge ?? null))).toEqual([
      ['J2', 'J7'],
      [null, null],
    ]);
  });

  it('is walked by keys from cell to cell, over the gaps, and not beyond the edge', () => {
    const { rows } = mapRows(map, 'erased');
    expect(nextCell(rows, [0, 0], 'ArrowRight')).toEqual([0, 2]);
    expect(nextCell(rows, [0, 2], 'ArrowLeft')).toEqual([0, 0]);
    expect(nextCell(rows, [0, 0], 'ArrowDown')).toEqual([0, 0]);
    expect(nextCell(rows, [0, 0], 'End')).toEqual([0, 2]);
    expect(nextCell(rows, [0, 2], 'Home')).toEqual([0, 0]);
    expect(nextCell(rows, [0, 0], 'x')).toEqual([0, 0]);
  });
});
