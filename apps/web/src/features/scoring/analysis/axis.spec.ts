import { describe, expect, it } from '@jest/globals';
import { axisFrom, axisOver } from './axis.js';

describe('an axis', () => {
  it('has round ticks around all values', () => {
    const { ticks, decimals, at } = axisOver([61.3, null, 92.7]);
    expect(ticks).toEqual([60, 70, 80, 90, 100]);
    expect(decimals).toBe(0);
    expect(at(80)).toBe(0.5);
  });

  it('has as many decimals as its ticks need', () => {
    expect(axisOver([0.1, 0.34])).toMatchObject({ ticks: [0.1, 0.15, 0.2, 0.25, 0.3, 0.35], decimals: 2 });
  });

  it('goes through zero where values lie on both sides', () => {
    expect(axisOver([-5.4, 3.2, 0]).ticks).toEqual([-6, -4, -2, 0, 2, 4]);
  });

  it('has room where all values are equal, and says nothing where there are none', () => {
    const { ticks, at } = axisOver([70]);
    expect(ticks.length).toBeGreaterThan(1);
    expect(at(70)).toBeGreaterThanOrEqual(0);
    expect(axisOver([null]).ticks).toEqual([]);
  });

  it('begins at the least that there is, and says so', () => {
    const { ticks, at } = axisFrom(1, axisOver([1, 16]));
    expect(ticks).toEqual([1, 5, 10, 15, 20]);
    expect([at(0), at(1), at(20)]).toEqual([0, 0, 1]);
    expect(axisFrom(1, axisOver([null])).ticks).toEqual([]);
  });

  it('keeps what lies outside at its ends', () => {
    const { at } = axisOver([0, 10]);
    expect([at(-3), at(30)]).toEqual([0, 1]);
  });
});
