import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type SheetDesign, sheetDesign } from '../severity/sheet-design.js';
import { addedEffect, addedVariable } from './added-effect.js';
import { adopt, extendedModel, remaining } from './adopted-effects.js';
import { effectProjection } from './effect-projection.js';
import { judgeSheets } from './judge-sheets.js';
import { sheetCovariate } from './sheet-covariate.js';

const dot = (left: readonly number[], right: readonly number[]) =>
  left.reduce((sum, value, at) => sum + value * (right[at] ?? 0), 0);

/** Orthonormal columns that span the given ones: Gram and Schmidt, twice over, on dense columns. */
function basisOf(columns: readonly (readonly number[])[]): number[][] {
  const basis: number[][] = [];
  for (const column of columns) {
    let rest = [...column];
    for (let pass = 0; pass < 2; pass += 1) {
      for (const one of basis) {
        const along = dot(one, rest);
        rest = rest.map((value, at) => value - along * (one[at] ?? 0));
      }
    }
    const length = Math.sqrt(dot(rest, rest));
    if (length > 1e-8 * Math.sqrt(dot(column, column))) basis.push(rest.map((value) => value / length));
  }
  return basis;
}

function effectColumns({ entries, judges, entryOf, judgeOf }: SheetDesign): number[][] {
  return [
    ...entries.map((_, entry) => Array.from(entryOf, (of) => Number(of === entry))),
    ...judges.map((_, judge) => Array.from(judgeOf, (of) => Number(of === judge))),
  ];
}

const residualOf = (basis: readonly (readonly number[])[], values: readonly number[]) =>
  basis.reduce<number[]>(
    (rest, one) => {
      const along = dot(one, rest);
      return rest.map((value, at) => value - along * (one[at] ?? 0));
    },
    [...values],
  );

/** Connected or not, with single sheets and bridges, wider and taller. */
const designs = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 100 }))
  .chain(([entries, judges, density]) =>
    fc
      .array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.double({ min: 0, max: 100, noNaN: true })), {
        minLength: entries * judges,
        maxLength: entries * judges,
      })
      .map((cells) =>
        cells.flatMap(([draw, total], at) =>
          draw < density || at === 0 ? [{ entry: `E${Math.floor(at / judges)}`, judge: `J${at % judges}`, total }] : [],
        ),
      ),
  );

function projectionOf(design: SheetDesign) {
  const projection = effectProjection(design);
  if (!projection) throw new Error('too large');
  return projection;
}

const expectNear = (values: Iterable<number>, expected: Iterable<number>, tolerance: number) => {
  const others = [...expected];
  [...values].forEach((value, at) => expect(Math.abs(value - (others[at] ?? NaN))).toBeLessThanOrEqual(tolerance));
};

describe('the projection off entry and judge effects', () => {
  it('agrees with dense least squares on random designs: residuals, their variances, degrees of freedom', () => {
    fc.assert(
      fc.property(designs, (sheets) => {
        const design = sheetDesign(sheets);
        const basis = basisOf(effectColumns(design));
        const projection = projectionOf(design);
        expect(projection.degreesOfFreedom).toBe(design.totals.length - basis.length);
        expectNear(projection.residuals, residualOf(basis, [...design.totals]), 1e-9);
        const diagonal = Array.from(
          design.totals,
          (_, at) =>
            1 -
            dot(
              basis.map((one) => one[at] ?? 0),
              basis.map((one) => one[at] ?? 0),
            ),
        );
        expectNear(projection.freedoms, diagonal, 1e-10);
      }),
      { numRuns: 150 },
    );
  });

  it('gives what least squares gives for one variable more, and again beside a second', () => {
    fc.assert(
      fc.property(designs, fc.infiniteStream(fc.integer({ min: 0, max: 3 })), (sheets, stream) => {
        const design = sheetDesign(sheets);
        const projection = projectionOf(design);
        const lists = judgeSheets(design);
        const [one, other] = [lists[0], lists.at(-1)].map((list = new Int32Array()) => {
          const values = Float64Array.from(list, () => Number(stream.next().value));
          return addedVariable(projection, list, values);
        });
        if (!one || !other) return;
        const column = ({ sheets: at, values }: typeof one) =>
          Array.from(design.totals, (_, sheet) => values[at.indexOf(sheet)] ?? 0);
        const basis = basisOf(effectColumns(design));
        const left = residualOf(basis, column(one));
        const square = dot(left, left);
        expect(Math.abs(one.square - square)).toBeLessThan(1e-9);
        if (square < 1e-6) return;
        const model = adopt(extendedModel(projection), one);
        const wider = [...basis, left.map((value) => value / Math.sqrt(square))];
        expectNear(model.residuals, residualOf(wider, [...design.totals]), 1e-8);
        const direction = model.directions[0] ?? new Float64Array();
        const beside = residualOf(wider, column(other));
        const rest = remaining(other, direction);
        expectNear(
          rest.left,
          Array.from(other.sheets, (sheet) => beside[sheet] ?? NaN),
          1e-9,
        );
        expect(Math.abs(rest.square - dot(beside, beside))).toBeLessThan(1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps entries where they are fewer than judges, with the same result', () => {
    const sheets = Array.from({ length: 24 }, (_, at) => ({
      entry: `E${at % 4}`,
      judge: `J${at % 6}`,
      total: (at * 7) % 11,
    }));
    const turned = sheets.map(({ entry, judge, total }) => ({ entry: judge, judge: entry, total }));
    const [one, other] = [sheetDesign(sheets), sheetDesign(turned)].map(projectionOf);
    expect(one?.residualSquares).toBeCloseTo(other?.residualSquares ?? NaN, 10);
    expect(one?.degreesOfFreedom).toBe(other?.degreesOfFreedom);
  });
});

describe('totals that entries and judges explain exactly', () => {
  it.each([0, 1e5])('leave nothing, not even what is rounded off (from %d points)', (points) => {
    const sheets = Array.from({ length: 60 }, (_, at) => ({
      ...{ entry: `E${at % 12}`, judge: `J${Math.floor(at / 12)}` },
      total: points + (at % 12) / 3 + Math.floor(at / 12) / 7,
    }));
    const { residuals, residualSquares } = projectionOf(sheetDesign(sheets));
    expect(residualSquares).toBe(0);
    expect(residuals.every((residual) => residual === 0)).toBe(true);
  });
});

describe('the effect of one further variable', () => {
  /** Two judges agree but for an interaction, a third is erratic. */
  const design = sheetDesign(
    Array.from({ length: 30 }, (_, entry) => {
      const noise = (by: number) => ((entry * by) % 7) - 3;
      return [
        { entry: `E${String(entry).padStart(2, '0')}`, judge: 'A', total: entry + 0.1 * noise(3) + (entry % 2) },
        { entry: `E${String(entry).padStart(2, '0')}`, judge: 'B', total: entry + 0.1 * noise(5) },
        { entry: `E${String(entry).padStart(2, '0')}`, judge: 'C', total: entry + 2 * noise(4) },
      ];
    }).flat(),
  );
  const projection = projectionOf(design);
  const odd = (judge: number) => {
    const sheets = judgeSheets(design)[judge] ?? new Int32Array();
    return addedVariable(
      projection,
      sheets,
      Float64Array.from(sheets, (sheet) => (design.entryOf[sheet] ?? 0) % 2),
    );
  };

  it('takes the judge’s own residual variance where it is above the pooled one, else the pooled one', () => {
    const basis = basisOf(effectColumns(design));
    for (const judge of [0, 1, 2]) {
      const variable = odd(judge);
      const column = Array.from(design.totals, (_, sheet) => variable.values[variable.sheets.indexOf(sheet)] ?? 0);
      const wider = basisOf([...basis, column]);
      const residuals = residualOf(wider, [...design.totals]);
      const pooled = dot(residuals, residuals) / (design.totals.length - wider.length);
      let [own, freedom] = [0, 0];
      for (const sheet of variable.sheets) {
        own += (residuals[sheet] ?? 0) ** 2;
        freedom +=
          1 -
          dot(
            wider.map((one) => one[sheet] ?? 0),
            wider.map((one) => one[sheet] ?? 0),
          );
      }
      const effect = addedEffect(projection, variable).value;
      const variance = (effect?.standardError ?? NaN) ** 2 * variable.square;
      expect(variance).toBeCloseTo(Math.max(pooled, own / freedom), 9);
      expect(effect?.degreesOfFreedom).toBeCloseTo(
        own / freedom > pooled ? freedom : design.totals.length - wider.length,
        9,
      );
      expect(own / freedom > pooled).toBe(judge === 2);
    }
  });

  it('is withheld where it cannot be told apart, or nothing varies beside it', () => {
    const sheets = judgeSheets(design)[0] ?? new Int32Array();
    const constant = addedVariable(projection, sheets, new Float64Array(sheets.length).fill(2));
    expect(addedEffect(projection, constant).withheld?.reason).toBe('not-separable');
    const flat = projectionOf({ ...design, totals: design.totals.map((_, at) => design.entryOf[at] ?? 0) });
    expect(addedEffect(flat, odd(0)).withheld?.reason).toBe('no-residual-variance');
    const four = projectionOf(
      sheetDesign(
        ['AX', 'AY', 'BX', 'BY'].map((id, total) => ({ entry: id.charAt(0), judge: id.charAt(1), total: total ** 2 })),
      ),
    );
    const one = addedVariable(four, Int32Array.of(0, 2), Float64Array.of(1, 0));
    expect(addedEffect(four, one).withheld?.reason).toBe('too-few-degrees-of-freedom');
  });

  it('reads numbers of sheets in any order into that of the design', () => {
    const sheets = [
      { entry: 'B', judge: 'Y', total: 1, hour: 9.5 },
      { entry: 'A', judge: 'X', total: 2, hour: null },
      { entry: 'B', judge: 'X', total: 3, hour: 10 },
    ];
    expect([...sheetCovariate(sheetDesign(sheets), sheets, ({ hour }) => hour)]).toEqual([NaN, 10, 9.5]);
  });
});
