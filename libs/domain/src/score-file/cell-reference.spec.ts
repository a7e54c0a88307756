import { describe, expect, it } from '@jest/globals';
import { cellReference } from './cell-reference.js';

describe('the name of a cell', () => {
  it.each([
    [1, 1, 'A1'],
    [12, 3, 'C12'],
    [7, 26, 'Z7'],
    [7, 27, 'AA7'],
    [1, 52, 'AZ1'],
    [1, 53, 'BA1'],
    [1, 702, 'ZZ1'],
    [1_048_576, 703, 'AAA1048576'],
    [1, 16_384, 'XFD1'],
  ])('of row %i and column %i is %s', (row, column, name) => {
    expect(cellReference(row, column)).toBe(name);
  });

  it('is the column alone where there is no row', () => {
    expect(cellReference(null, 28)).toBe('AB');
  });

  it.each([
    [0, 1],
    [1, 0],
    [1, 1.5],
  ])('does not exist for row %d, column %d', (row, column) => {
    expect(() => cellReference(row, column)).toThrow(RangeError);
  });
});
