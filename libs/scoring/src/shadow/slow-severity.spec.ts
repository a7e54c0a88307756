import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tally, type TallyResult } from '#domain';
import { partsOf, type SheetTotal, slowSeverity } from './slow-severity.js';

/** Sheets of so many entries by four of twelve judges each; entries and judges differ, as do their sheets. */
function drawnSheets(entries: number): fc.Arbitrary<SheetTotal[]> {
  const points = fc.integer({ min: 0, max: 20 });
  return fc
    .record({
      levels: fc.array(points, { minLength: entries, maxLength: entries }),
      severities: fc.array(points, { minLength: 12, maxLength: 12 }),
      rest: fc.array(fc.tuple(points, fc.nat(11)), { minLength: entries * 4, maxLength: entries * 4 }),
    })
    .map(({ levels, severities, rest }) => {
      const sheets = new Map<string, SheetTotal>();
      rest.forEach(([noise, pick], i) => {
        const entry = Math.floor(i / 4);
        // Neighbours share judges, so that all are connected.
        const judge = i % 4 === 0 ? entry % 12 : i % 4 === 1 ? (entry + 1) % 12 : pick;
        const total = 50 + 2 * (levels[entry] ?? 0) + (severities[judge] ?? 0) / 2 + noise / 4;
        sheets.set(`${entry} ${judge}`, { entry: `E${entry}`, judge: `J${judge}`, total });
      });
      return [...sheets.values()];
    });
}

const tallyOf = (sheets: readonly SheetTotal[], effects: 'fixed' | 'random'): TallyResult =>
  tally({
    sheets: sheets.map(({ entry, judge, total }) => ({
      entry,
      judge,
      scores: [{ criterion: 'a', score: String(total) }],
    })),
    criteria: [{ key: 'a', factor: '1' }],
    method: 'severity-adjusted',
    options: { effects },
  });

describe('the slow way to scores adjusted for severity', () => {
  it.each([
    ['the plain solvers', 10],
    ['means in turn', 60],
  ])('by %s agrees with both models within 1e-7', (_name, entries) => {
    fc.assert(
      fc.property(drawnSheets(entries), fc.constantFrom('fixed' as const, 'random' as const), (sheets, effects) => {
        const result = tallyOf(sheets, effects);
        const slow = slowSeverity(sheets, { effects }, result.variance);
        expect(slow.size).toBe(entries);
        for (const { entry, modelScore } of result.entries) expect(slow.get(entry)).toBeCloseTo(modelScore ?? NaN, 7);
      }),
      { numRuns: 5 },
    );
  });

  it('numbers the parts that no judge connects', () => {
    const sheets = ['A j1', 'B j2', 'C j3', 'B j3', 'D j1', 'C j4'].map((pair) => {
      const [entry = '', judge = ''] = pair.split(' ');
      return { entry, judge, total: 1 };
    });
    const parts = partsOf(sheets);
    expect(parts.get('A')).toBe(parts.get('D'));
    expect(parts.get('B')).toBe(parts.get('C'));
    expect(parts.get('A')).not.toBe(parts.get('B'));
  });
});
