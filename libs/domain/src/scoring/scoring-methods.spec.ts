import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { criteriaOf } from '../../../../test/builders/drawn-sheets.js';
import { methodKeysFor, scoringMethodKeys, scoringMethods } from './scoring-methods.js';
import { tally } from './tally.js';
import type { TallyInput, TallySheet } from './tally-input.js';
import type { TallyResult } from './tally-result.js';

const aggregates = scoringMethodKeys.filter((key) => scoringMethods[key].kind === 'exact');
const exact = methodKeysFor('sheets').filter((key) => scoringMethods[key].kind !== 'model');
const score = fc.integer({ min: 0, max: 40 }).map((quarters) => (quarters / 4).toString());
const row = fc.tuple(score, score);

const sheetsOf = (entries: readonly (readonly (readonly [string, string])[])[]): TallySheet[] =>
  entries.flatMap((rows, entry) =>
    rows.map(([a, b], judge) => ({
      entry: `E${entry}`,
      judge: `J${judge}`,
      scores: [
        { criterion: 'a', score: a },
        { criterion: 'b', score: b },
      ],
    })),
  );
const size = { minLength: 1, maxLength: 6 };
const uneven = fc.array(fc.array(row, { minLength: 1, maxLength: 7 }), size).map(sheetsOf);
/** Every judge scores every entry. */
const full = fc
  .integer({ min: 1, max: 6 })
  .chain((judges) => fc.array(fc.array(row, { minLength: judges, maxLength: judges }), { ...size, minLength: 2 }))
  .map(sheetsOf);
const tablesFor = (method: TallyInput['method']) => (method === 'positional' ? full : uneven);

const tableInput = (
  method: TallyInput['method'],
  sheets: readonly TallySheet[],
  factors = ['0.7', '0.3'],
): TallyInput => ({
  sheets,
  criteria: criteriaOf(...factors),
  method,
  rounding: { total: 2 },
});
/** The result without its functions, which are equal to nothing but themselves. */
const plain = ({ estimate, ...result }: TallyResult) => ({ ...result, scores: estimate?.scores });
const withScore = (sheets: readonly TallySheet[], same: string) =>
  sheets.map((sheet) => ({ ...sheet, scores: sheet.scores.map((one) => ({ ...one, score: same })) }));

const settings = [
  ...methodKeysFor('sheets').map((method) => [method, {}] as const),
  ['standardised', { ddof: 0, rescale: true }] as const,
  ['severity-adjusted', { effects: 'fixed' }] as const,
];

describe.each(settings)('%s with %j', (method, options) => {
  const tables = tablesFor(method);
  const inputOf = (sheets: readonly TallySheet[], factors?: string[]) => ({
    ...tableInput(method, sheets, factors),
    options,
  });

  it('gives the same result for rows, scores and criteria in any order', () => {
    fc.assert(
      fc.property(
        tables.chain((sheets) =>
          fc.tuple(fc.constant(sheets), fc.shuffledSubarray(sheets, { minLength: sheets.length })),
        ),
        ([sheets, shuffled]) => {
          const turned = shuffled.map((sheet) => ({ ...sheet, scores: [...sheet.scores].reverse() }));
          expect(plain(tally(inputOf(turned)))).toEqual(plain(tally(inputOf(sheets))));
        },
      ),
      { numRuns: 30 },
    );
  });

  it('names entries and judges otherwise and gives each the same score and rank', () => {
    const renamed = (name: string) => `${name.startsWith('E') ? 'F' : 'K'}${9 - Number(name.slice(1))}`;
    fc.assert(
      fc.property(tables, (sheets) => {
        const others = sheets.map((sheet) => ({ ...sheet, entry: renamed(sheet.entry), judge: renamed(sheet.judge) }));
        const places = (rows: readonly TallySheet[], name: (entry: string) => string) =>
          new Map(tally(inputOf(rows)).entries.map((entry) => [name(entry.entry), [entry.rank, entry.score]]));
        expect(places(others, (name) => name)).toEqual(places(sheets, renamed));
      }),
      { numRuns: 30 },
    );
  });

  it('ranks all entries first when all scores are equal', () => {
    fc.assert(
      fc.property(full, score, (sheets, same) => {
        for (const { rank } of tally(inputOf(withScore(sheets, same))).entries) expect(rank).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  it('follows the one judge’s own order when there is one', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), (rows) => {
        const sheets = sheetsOf(rows.map((one) => [one]));
        const total = new Map(
          rows.map(([a, b], index) => [`E${index}`, Math.round((0.7 * Number(a) + 0.3 * Number(b)) * 1000)]),
        );
        const { entries } = tally({ ...inputOf(sheets), rounding: {} });
        const inOrder = entries.map(({ entry }) => total.get(entry) ?? 0);
        expect(inOrder).toEqual([...inOrder].sort((left, right) => right - left));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the ranks when all weights are doubled', () => {
    fc.assert(
      fc.property(tables, (sheets) => {
        const ranks = (factors: string[]) =>
          tally({ ...inputOf(sheets, factors), rounding: {} }).entries.map(({ entry, rank }) => [entry, rank]);
        expect(ranks(['1.4', '0.6'])).toEqual(ranks(['0.7', '0.3']));
      }),
      { numRuns: 30 },
    );
  });

  it('of no sheets is nothing, and shows an entry without a sheet as insufficient', () => {
    expect(tally({ ...inputOf([]), entries: ['A'] }).entries).toMatchObject([
      { entry: 'A', outcome: 'insufficient', score: null, rank: null, sheets: 0 },
    ]);
  });
});

describe.each(aggregates)('%s', (method) => {
  it('stays within the scores given, and of equal scores is that score', () => {
    fc.assert(
      fc.property(uneven, score, (sheets, same) => {
        for (const { score: total } of tally(tableInput(method, sheets)).entries) {
          expect(Number(total)).toBeGreaterThanOrEqual(0);
          expect(Number(total)).toBeLessThanOrEqual(10);
        }
        for (const entry of tally(tableInput(method, withScore(sheets, same))).entries) {
          expect(entry).toMatchObject({ rank: 1 });
          expect(Number(entry.score)).toBe(Number(same));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe.each(exact)('%s', (method) => {
  it('never lowers an entry whose score rises', () => {
    fc.assert(
      fc.property(tablesFor(method), fc.nat(), (sheets, pick) => {
        const chosen = sheets[pick % sheets.length] as TallySheet;
        const raised = sheets.map((sheet) =>
          sheet === chosen ? { ...sheet, scores: [{ criterion: 'a', score: '10' }, ...sheet.scores.slice(1)] } : sheet,
        );
        const rankIn = (rows: readonly TallySheet[]) =>
          tally(tableInput(method, rows)).entries.find(({ entry }) => entry === chosen.entry)?.rank ?? Infinity;
        expect(rankIn(raised)).toBeLessThanOrEqual(rankIn(sheets));
      }),
      { numRuns: 60 },
    );
  });
});

describe('scores by rank', () => {
  it('lie between 0 and 1 in borda, between 0 and the other entries in copeland, and share out all points', () => {
    fc.assert(
      fc.property(full, (sheets) => {
        const scoresOf = (method: TallyInput['method']) =>
          tally({ ...tableInput(method, sheets), rounding: {} }).entries.map((entry) => Number(entry.score));
        const [entries, judges] = [scoresOf('mean').length, sheets.length / scoresOf('mean').length];
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        // Of each pair one point is given, whoever wins it.
        expect(sum(scoresOf('borda'))).toBeCloseTo(entries / 2, 9);
        expect(sum(scoresOf('copeland'))).toBe((entries * (entries - 1)) / 2);
        expect(sum(scoresOf('positional'))).toBeCloseTo(judges * sum([12, 10, 8, 7, 6, 5].slice(0, entries)), 9);
        for (const share of scoresOf('borda')) expect(Math.abs(share - 0.5)).toBeLessThanOrEqual(0.5);
        for (const wins of scoresOf('copeland')) expect(wins).toBeLessThanOrEqual(entries - 1);
      }),
      { numRuns: 60 },
    );
  });
});
