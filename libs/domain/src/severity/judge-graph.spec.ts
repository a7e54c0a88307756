import { describe, expect, it } from '@jest/globals';
import { drawnShapes, drawnSheets } from '../../../../test/builders/drawn-designs.js';
import { judgeGraph, weakConnectivity } from './judge-graph.js';
import { sheetDesign } from './sheet-design.js';

/** "A:xy B:x": entry A scored by x and y, B by x. */
const graphOf = (drawing: string) =>
  judgeGraph(
    sheetDesign(
      drawing.split(' ').flatMap((word) => {
        const [entry = '', judges = ''] = word.split(':');
        return [...judges].map((judge) => ({ entry, judge, total: 0 }));
      }),
    ),
  );

/** Smallest non-trivial eigenvalue by Jacobi rotations of the whole normalised matrix, one component at a time. */
function plainConnectivity(sheets: readonly { entry: string; judge: string }[], judges: readonly string[]): number {
  const entries = [...new Set(sheets.filter(({ judge }) => judges.includes(judge)).map(({ entry }) => entry))];
  const count = (entry: string, judge: string) =>
    sheets.filter((sheet) => sheet.entry === entry && sheet.judge === judge).length;
  const load = (judge: string) => sheets.filter((sheet) => sheet.judge === judge).length;
  const size = (entry: string) => sheets.filter((sheet) => sheet.entry === entry).length;
  const matrix = judges.map((left) =>
    judges.map((right) => {
      const met = entries.reduce((sum, e) => sum + (count(e, left) * count(e, right)) / size(e), 0);
      return (left === right ? 1 : 0) - met / Math.sqrt(load(left) * load(right));
    }),
  );
  return jacobiEigenvalues(matrix).sort((left, right) => left - right)[1] ?? 1;
}

function jacobiEigenvalues(matrix: number[][]): number[] {
  const a = matrix.map((row) => [...row]);
  for (let sweep = 0; sweep < 60; sweep += 1) {
    for (let p = 0; p < a.length; p += 1) {
      for (let q = p + 1; q < a.length; q += 1) {
        const angle = Math.atan2(2 * a[p]![q]!, a[q]![q]! - a[p]![p]!) / 2;
        const [c, s] = [Math.cos(angle), Math.sin(angle)];
        for (const row of a) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
        for (let k = 0; k < a.length; k += 1) {
          [a[p]![k], a[q]![k]] = [c * a[p]![k]! - s * a[q]![k]!, s * a[p]![k]! + c * a[q]![k]!];
        }
      }
    }
  }
  return a.map((row, i) => row[i]!);
}

describe('the judge graph', () => {
  it('names components by their first entry', () => {
    const { components } = graphOf('C:z B:xy A:x D:z');
    expect(components).toEqual([
      { entries: ['A', 'B'], judges: ['x', 'y'] },
      { entries: ['C', 'D'], judges: ['z'] },
    ]);
  });

  it('is connected perfectly when every judge scored every entry, and when no judges are to be compared', () => {
    expect(graphOf('A:xyz B:xyz').connectivity).toBeCloseTo(1, 12);
    expect(graphOf('A:x B:y').connectivity).toBe(1);
  });

  it('is weak along a chain of judges who share one entry with the next', () => {
    const chain = Array.from({ length: 12 }, (_, i) => `E${i}:${'abcdefghijklm'.slice(i, i + 2)}`).join(' ');
    expect(graphOf(chain).connectivity).toBeLessThan(weakConnectivity);
    expect(graphOf('A:xyz B:xy C:yz D:zx').connectivity).toBeGreaterThan(weakConnectivity);
  });

  it('has the connectivity that rotations of the whole matrix find', () => {
    for (const shape of drawnShapes) {
      for (let seed = 1; seed <= 40; seed += 1) {
        const sheets = drawnSheets(shape, seed);
        const graph = judgeGraph(sheetDesign(sheets));
        const expected = graph.components
          .filter(({ judges, entries }) => Math.min(judges.length, entries.length) > 1)
          .map(({ judges }) => plainConnectivity(sheets, judges));
        expect({ seed, connectivity: graph.connectivity }).toEqual({
          seed,
          connectivity: expect.closeTo(Math.min(1, ...expected), 8),
        });
      }
    }
  });
});

describe('bridges of the judge graph', () => {
  it('are single sheets between two groups', () => {
    expect(graphOf('A:xy B:xyz C:zw D:zw').bridges).toEqual([{ entry: 'B', judge: 'z' }]);
  });

  it('are none where two sheets connect the groups, or one pair was scored twice', () => {
    expect(graphOf('A:xyz B:xyz C:zw D:zw').bridges).toEqual([]);
    expect(graphOf('A:xy B:xyzz C:zw D:zw').bridges).toEqual([]);
  });

  it('are no only sheet of a judge, and no only sheet of an entry', () => {
    expect(graphOf('A:xyp B:xy C:x').bridges).toEqual([]);
  });

  it('are every inner sheet of a tree', () => {
    expect(graphOf('A:x B:xy C:yz D:z').bridges).toEqual([
      { entry: 'B', judge: 'x' },
      { entry: 'B', judge: 'y' },
      { entry: 'C', judge: 'y' },
      { entry: 'C', judge: 'z' },
    ]);
  });

  it('are the sheets whose removal adds a component with entries and judges on both sides', () => {
    for (const shape of drawnShapes) {
      for (let seed = 1; seed <= 40; seed += 1) {
        const sheets = drawnSheets(shape, seed);
        const { components, bridges } = judgeGraph(sheetDesign(sheets));
        const expected = sheets.filter((_, at) => {
          const rest = judgeGraph(sheetDesign(sheets.filter((_sheet, other) => other !== at))).components;
          const ids = ({ entries, judges }: (typeof rest)[number]) => entries.length + judges.length;
          const total = (all: typeof rest) => all.reduce((sum, part) => sum + ids(part), 0);
          // A leaf's removal takes its node along.
          return rest.length > components.length && total(rest) === total(components);
        });
        const names = (found: readonly { entry: string; judge: string }[]) =>
          new Set(found.map(({ entry, judge }) => `${entry} ${judge}`));
        expect(names(bridges)).toEqual(names(expected));
      }
    }
  });
});
