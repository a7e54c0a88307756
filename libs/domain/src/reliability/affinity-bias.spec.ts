import { describe, expect, it } from '@jest/globals';
import { entryId, judgeId, type SimulatedStage, simulatedSheets } from '../../../../test/builders/simulated-sheets.js';
import { sheetDesign } from '../severity/sheet-design.js';
import { affinityBias } from './affinity-bias.js';

/** 60 entries, 15 from each of four countries; 20 judges score 30 to 60 each, partial ones all 60. */
const stage: SimulatedStage = { seed: 1, entries: 60, judges: 20, load: [30, 60] };
const countries = (entries: number, count: number) =>
  new Map(Array.from({ length: entries }, (_, entry) => [entryId(entry), `country ${entry % count}`]));
const everyEntry = Array.from({ length: 60 }, (_, entry) => entry);

/** The first judges are each 1.5 residual standard deviations kinder to a country of their own. */
const planted = (judges: number): Partial<SimulatedStage> => ({
  surely: (judge) => (judge < judges ? everyEntry : []),
  biasOf: (judge, entry) => (judge < judges && entry % 4 === judge ? 1.5 : 0),
});

const erratic = (judge: number) => (judge % 3 === 1 ? 2 : 0.67);

interface Shares {
  /** Mean share of false among all accusations, and its Monte-Carlo standard error. */
  readonly falseShare: number;
  readonly standardError: number;
  /** Share of the planted that are found. */
  readonly found: number;
}

function sharesOver(changes: Partial<SimulatedStage>, judges: number, repeats: number): Shares {
  const falseShares: number[] = [];
  let found = 0;
  for (let seed = 1; seed <= repeats; seed += 1) {
    const { tests } = affinityBias(sheetDesign(simulatedSheets({ ...stage, ...changes, seed })), countries(60, 4));
    const flagged = tests.filter(({ isFlagged }) => isFlagged);
    const right = flagged.filter(
      ({ judge, attribute, estimate }) =>
        estimate > 0 && [...Array(judges).keys()].some((at) => judge === judgeId(at) && attribute === `country ${at}`),
    );
    found += right.length;
    falseShares.push(flagged.length > 0 ? (flagged.length - right.length) / flagged.length : 0);
  }
  const falseShare = falseShares.reduce((sum, share) => sum + share, 0) / repeats;
  const squares = falseShares.reduce((sum, share) => sum + (share - falseShare) ** 2, 0);
  return { falseShare, standardError: Math.sqrt(squares / (repeats - 1) / repeats), found: found / (repeats * judges) };
}

describe('affinity bias', () => {
  it('finds a judge 1.5 residual standard deviations kinder to one country on 15 sheets', () => {
    const { tests, rate } = affinityBias(sheetDesign(simulatedSheets({ ...stage, ...planted(1) })), countries(60, 4));
    expect(rate).toBe(0.05);
    expect(tests.length).toBeGreaterThan(60);
    expect(tests[0]).toMatchObject({ judge: judgeId(0), attribute: 'country 0', sheetsWith: 15, isFlagged: true });
    expect(Math.abs((tests[0]?.estimate ?? NaN) - 1.5)).toBeLessThan(2 * (tests[0]?.standardError ?? NaN));
  });

  it.each([
    ['one judge is partial', planted(1), 1, 0.85, 100],
    ['three are, to three countries', planted(3), 3, 0.85, 40],
    ['one is, and every third judge is three times as erratic', { ...planted(1), spreadOf: erratic }, 1, 0.6, 40],
  ] as const)(
    'keeps the mean share of false accusations within the rate where %s',
    (_name, changes, judges, power, repeats) => {
      const { falseShare, standardError, found } = sharesOver(changes, judges, repeats);
      expect(falseShare).toBeLessThanOrEqual(0.05 + 2 * standardError);
      expect(found).toBeGreaterThan(power);
    },
  );

  it('accuses no oftener than the rate where judges are erratic and nobody is partial', () => {
    const { falseShare, standardError } = sharesOver({ spreadOf: erratic }, 0, 40);
    expect(falseShare).toBeLessThanOrEqual(0.05 + 2 * standardError);
  });
});

describe('the tests of affinity', () => {
  const sheets = simulatedSheets({ ...stage, ...planted(1) });
  const result = affinityBias(sheetDesign(sheets), countries(60, 4));

  it('do not depend on the order of the sheets', () => {
    expect(affinityBias(sheetDesign([...sheets].reverse()), countries(60, 4))).toEqual(result);
  });

  it('grow stricter where they may depend in any way', () => {
    const strict = affinityBias(sheetDesign(sheets), countries(60, 4), { dependence: 'any' });
    expect(strict.tests[0]?.adjustedP).toBeGreaterThan(result.tests[0]?.adjustedP ?? NaN);
    expect(() => affinityBias(sheetDesign(sheets), countries(60, 4), { rate: 2 })).toThrow(RangeError);
  });

  it('call a judge of two kinds of entries partial to one, not harsh to the other as well', () => {
    const halves = new Map(
      [...countries(60, 4)].map(([entry, country]) => [entry, country === 'country 0' ? 'own' : 'other']),
    );
    const { tests, withheld } = affinityBias(sheetDesign(sheets), halves);
    expect(tests[0]).toMatchObject({ judge: judgeId(0), attribute: 'own', isFlagged: true });
    expect(tests[0]?.estimate).toBeGreaterThan(0);
    expect(tests.some(({ isFlagged, attribute }) => isFlagged && attribute === 'other')).toBe(false);
    expect(withheld).toContainEqual(
      expect.objectContaining({
        judge: judgeId(0),
        attribute: 'other',
        withheld: expect.objectContaining({ reason: 'not-separable' }) as unknown,
      }),
    );
  });

  it('are withheld, with the smaller count, where a side has too few sheets; entries of no kind count as others', () => {
    const few = new Map([...countries(60, 4)].filter(([, country]) => country === 'country 1').slice(0, 7));
    const { tests, withheld } = affinityBias(sheetDesign(sheets), few);
    expect(tests).toEqual([]);
    expect(new Set(withheld.map(({ attribute }) => attribute))).toEqual(new Set(['country 1']));
    expect(withheld[0]?.withheld).toMatchObject({ reason: 'too-few-sheets-on-a-side', needed: 8 });
    const small = simulatedSheets({ seed: 1, entries: 12, judges: 7, load: [12, 12] });
    expect(affinityBias(sheetDesign(small), countries(12, 2)).withheld[0]?.withheld.reason).toBe('too-few-entries');
  });
});
