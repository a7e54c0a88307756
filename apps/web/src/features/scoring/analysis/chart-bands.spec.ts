import { describe, expect, it } from '@jest/globals';
import { chartBands, rowHeight, stripHeight } from './chart-bands.js';

const kinds = (chart: ReturnType<typeof chartBands>) => chart.bands.map(({ kind }) => kind);

describe('the rows of a chart', () => {
  it('have a line between the places that it parts, and none below the last', () => {
    const chart = chartBands({ range: { from: 0, to: 3 }, count: 3, lines: [1, 3] });
    expect(kinds(chart)).toEqual(['row', 'line', 'row', 'row']);
    expect(chart.rowAt(1)).toBe(rowHeight + stripHeight + rowHeight / 2);
    expect(chart.height).toBe(3 * rowHeight + stripHeight);
  });

  it('have strips for the places before and after those shown', () => {
    const chart = chartBands({ range: { from: 10, to: 12 }, count: 20, lines: [] });
    expect(kinds(chart)).toEqual(['before', 'row', 'row', 'after']);
    expect(chart.placeAt(3)).toBe(stripHeight / 2);
    expect(chart.placeAt(11)).toBe(chart.rowAt(11));
    expect(chart.placeAt(15)).toBe(chart.height - stripHeight / 2);
    expect([9, 10, 11, 12].map(chart.isShown)).toEqual([false, true, true, false]);
  });

  it('end with entries that have rows of their own outside the range', () => {
    const chart = chartBands({ range: { from: 0, to: 2 }, count: 9, lines: [], extras: [7] });
    expect(kinds(chart)).toEqual(['row', 'row', 'after', 'row']);
    expect(chart.rowAt(7)).toBe(chart.height - rowHeight / 2);
    expect(chart.placeAt(7)).toBeLessThan(chart.rowAt(7) ?? 0);
  });
});
