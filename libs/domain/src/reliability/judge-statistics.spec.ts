import { describe, expect, it } from '@jest/globals';
import { judgeId, type SimulatedStage, simulatedSheets } from '../../../../test/builders/simulated-sheets.js';
import type { SeverityFit } from '../severity/severity-fit.js';
import { sheetDesign } from '../severity/sheet-design.js';
import { effectProjection } from './effect-projection.js';
import { judgeSheets } from './judge-sheets.js';
import { judgeStatistics } from './judge-statistics.js';
import { residualStatistics } from './residual-statistics.js';
import { sheetCovariate } from './sheet-covariate.js';

const stage: SimulatedStage = { seed: 1, entries: 40, judges: 9, load: [12, 30] };

function statisticsOf(changes: Partial<SimulatedStage> = {}) {
  const sheets = simulatedSheets({ ...stage, ...changes });
  const design = sheetDesign(sheets);
  const order = sheetCovariate(design, sheets, ({ place }) => 1000 + 60 * place);
  // Two sheets an hour from nine o'clock.
  const hours = sheetCovariate(design, sheets, ({ place }) => 9 + place / 2);
  return judgeStatistics({ design, fit: null, order, hours });
}

describe('residual statistics', () => {
  it('have weighted mean 1 over the judges, whatever the design', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const design = sheetDesign(simulatedSheets({ ...stage, seed, load: [1, 30] }));
      const projection = effectProjection(design);
      if (!projection) throw new Error('too large');
      let [infits, freedoms, outfits, counted] = [0, 0, 0, 0];
      for (const sheets of judgeSheets(design)) {
        const statistics = residualStatistics(projection, sheets);
        const free = [...sheets].map((sheet) => projection.freedoms[sheet] ?? 0).filter((freedom) => freedom >= 1e-9);
        const weight = free.reduce((sum, freedom) => sum + freedom, 0);
        infits += weight * (statistics?.infit ?? 0);
        outfits += free.length * (statistics?.outfit ?? 0);
        freedoms += weight;
        counted += free.length;
      }
      expect(infits / freedoms).toBeCloseTo(1, 9);
      // Its expectation is 1; a single stage lies near it.
      expect(Math.abs(outfits / counted - 1)).toBeLessThan(0.1);
    }
  });

  it('are high for an erratic judge and low for a follower', () => {
    const rows = statisticsOf({ load: [30, 40], spreadOf: (judge) => (judge === 2 ? 3 : judge === 5 ? 0.2 : 1) });
    const [erratic, follower] = [rows[2]?.fit.value, rows[5]?.fit.value];
    expect(erratic?.infit).toBeGreaterThan(3);
    expect(erratic?.outfit).toBeGreaterThan(3);
    expect(follower?.infit).toBeLessThan(0.5);
  });

  it('are not defined where every sheet alone determines an effect', () => {
    const projection = effectProjection(sheetDesign([{ entry: 'A', judge: 'X', total: 1 }]));
    expect(projection && residualStatistics(projection, Int32Array.of(0))).toBeNull();
  });
});

describe('drift', () => {
  it('of a judge who grows kinder by 0.1 a sheet is found, in points a sheet and points an hour', () => {
    const rows = statisticsOf({ load: [40, 40], biasOf: (judge, _, place) => (judge === 4 ? 0.1 * place : 0) });
    const found = rows[4];
    expect(found?.driftByPosition.value?.estimate).toBeCloseTo(0.1, 1);
    expect(found?.driftByPosition.value?.pValue).toBeLessThan(1e-4);
    // The same slope, as place and hour rise together.
    expect(found?.driftByTimeOfDay.value?.estimate).toBeCloseTo(2 * (found?.driftByPosition.value?.estimate ?? NaN), 9);
    expect(found?.driftByTimeOfDay.value?.pValue).toBeCloseTo(found?.driftByPosition.value?.pValue ?? NaN, 9);
  });

  it('is claimed no oftener than its p-value says where there is none, erratic judges or not', () => {
    for (const spreadOf of [undefined, (judge: number) => (judge % 3 === 0 ? 2 : 0.7)]) {
      const pValues: number[] = [];
      for (let seed = 1; seed <= 60; seed += 1) {
        for (const row of statisticsOf({ seed, spreadOf })) {
          if (row.driftByPosition.value) pValues.push(row.driftByPosition.value.pValue);
        }
      }
      const share = pValues.filter((p) => p <= 0.05).length / pValues.length;
      expect(pValues.length).toBeGreaterThan(500);
      expect(share).toBeLessThanOrEqual(0.05 + 2 * Math.sqrt((0.05 * 0.95) / pValues.length));
    }
  });

  it('counts the sequence only, ties sharing their mean place', () => {
    const sheets = simulatedSheets({ ...stage, load: [20, 20] });
    const design = sheetDesign(sheets);
    const driftOf = (orderOf: (place: number) => number | null) => {
      const order = sheetCovariate(design, sheets, ({ place }) => orderOf(place));
      return judgeStatistics({ design, fit: null, order })[0]?.driftByPosition;
    };
    const plain = driftOf((place) => place);
    expect(driftOf((place) => Math.exp(place))).toEqual(plain);
    expect(driftOf((place) => Math.floor(place / 2))?.value?.estimate).not.toBe(plain?.value?.estimate);
    expect(driftOf((place) => (place === 3 ? null : place))?.withheld?.reason).toBe('order-not-recorded');
    expect(driftOf(() => 5)?.withheld?.reason).toBe('order-not-recorded');
  });
});

describe('the statistics of a judge', () => {
  it('show the effect as the fit has it, and the use of the scale', () => {
    const totals = [6, 7, 7, 8, 9.5];
    const design = sheetDesign(
      ['X', 'Y', 'Z'].flatMap((judge) => totals.map((total, at) => ({ entry: `E${at}`, judge, total }))),
    );
    const fit = {
      judgeEffects: Float64Array.of(0.5, -0.25, -0.25),
      judgeErrors: Float64Array.of(0.1, 0.2, 0.3),
    } as Partial<SeverityFit> as SeverityFit;
    const [row] = judgeStatistics({ design, fit });
    expect(row).toMatchObject({
      judge: 'X',
      sheets: 5,
      effect: { value: { estimate: 0.5, standardError: 0.1 } },
      spread: { value: { lowest: 6, highest: 9.5, distinct: 4 } },
      fit: { withheld: { reason: 'too-few-entries', needed: 8, present: 5 } },
      driftByPosition: { withheld: { reason: 'order-not-recorded' } },
    });
    expect(row?.spread.value?.standardDeviation).toBeCloseTo(Math.sqrt(1.75), 12);
  });

  it('withhold what rests on too few sheets, judge by judge', () => {
    const rows = statisticsOf({ load: [4, 4], surely: (judge) => (judge === 0 ? [0, 1] : []) });
    expect(rows[0]).toMatchObject({
      judge: judgeId(0),
      effect: { withheld: { reason: 'too-few-judge-sheets', needed: 5, present: 4 } },
      spread: { withheld: { reason: 'too-few-judge-sheets' } },
      driftByTimeOfDay: { withheld: { reason: 'too-few-judge-sheets', needed: 10, present: 4 } },
    });
    expect(statisticsOf()[0]?.effect.withheld?.reason).toBe('variance-not-estimated');
  });

  it('say that nothing is left to judge by where all agree exactly', () => {
    const sheets = Array.from({ length: 40 }, (_, at) => ({
      entry: `E${at % 10}`,
      judge: `J${at % 4}`,
      total: at % 10,
    }));
    const full = sheets.flatMap(({ entry, total }) => ['A', 'B', 'C'].map((judge) => ({ entry, judge, total })));
    const design = sheetDesign(full.slice(0, 30));
    const order = Float64Array.from(design.totals, (_, at) => at);
    const [row] = judgeStatistics({ design, fit: null, order });
    expect(row?.fit.withheld?.reason).toBe('no-residual-variance');
    expect(row?.driftByPosition.withheld?.reason).toBe('too-few-degrees-of-freedom');
  });
});
