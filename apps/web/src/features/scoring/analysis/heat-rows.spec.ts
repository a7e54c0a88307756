import { describe, expect, it } from '@jest/globals';
import { heatColumns, heatOf, heatRows, mostJudges } from './heat-rows.js';

const cells = {
  group: '',
  entry: [0, 0, 1],
  judge: [7, 2, 2],
  total: ['80', '71.5', '64'],
  z: [1, -1, null],
};

describe('the rows of the heat map', () => {
  it('stand in the order of the entries, with their sheets in the order of the judges', () => {
    const rows = heatRows(cells, [1, 0]);
    expect(rows.map(({ entry }) => entry)).toEqual([1, 0]);
    expect(rows[1]?.cells.map(({ judge, total }) => [judge, total])).toEqual([
      [2, '71.5'],
      [7, '80'],
    ]);
  });

  it('say how far the judges of an entry lie apart, in their own scales', () => {
    const [first, second] = heatRows(cells, [0, 1]);
    expect(first?.apart).toBeCloseTo(Math.SQRT2, 12);
    expect(second?.apart).toBeNull();
  });

  it('have a column for each judge, unless these are too many', () => {
    expect(heatColumns(heatRows(cells, [0, 1]))).toEqual([2, 7]);
    const many = Array.from({ length: mostJudges + 1 }, (_, index) => index + 1);
    const wide = { group: '', entry: many.map(() => 0), judge: many, total: many.map(String), z: many.map(() => 0) };
    expect(heatColumns(heatRows(wide, [0]))).toBeNull();
  });

  it('are coloured by how far a sheet lies from its judge’s mean, up to a full colour', () => {
    expect([null, 0, 1.25, 9, -9].map(heatOf)).toEqual([0, 0, 0.5, 1, -1]);
  });
});
