import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparisonsOf } from '../../../../test/builders/drawn-sheets.js';
import type { PairsInput } from './pairs-input.js';
import { tallyPairs } from './tally-pairs.js';
import type { TallyResult } from './tally-result.js';

const resultOf = (drawing: string, input: Omit<PairsInput, 'comparisons'>) =>
  tallyPairs({ ...input, comparisons: comparisonsOf(drawing) });
const rowsOf = ({ entries }: TallyResult) =>
  entries.map(({ entry, rank, score, sheets }) => [entry, rank, score, sheets]);

describe('a tally of comparisons', () => {
  it('by copeland counts majorities, then comparisons in favour', () => {
    const result = resultOf('A B 2, B A 1, B C 1, A C 0.5, C A 0.5', { method: 'copeland' });
    expect(rowsOf(result)).toEqual([
      ['A', 1, '1.5', 4],
      ['B', 2, '1', 4],
      ['C', 3, '0.5', 2],
    ]);
    expect(result.entries.map(({ tieBreak }) => tieBreak)).toEqual(['2.5', '2', '0.5']);
    expect(result).toMatchObject({ components: [{ entries: ['A', 'B', 'C'], judges: [] }], judges: [], warnings: [] });
    expect(result.estimate).toBeUndefined();
  });

  it('by copeland names what nobody compared, the parts, and an entry that is in no comparison', () => {
    const result = resultOf('A B, C D', { method: 'copeland', entries: ['E'] });
    expect(rowsOf(result)).toEqual([
      ['A', 1, '1', 1],
      ['C', 1, '1', 1],
      ['B', 3, '0', 1],
      ['D', 3, '0', 1],
      ['E', null, null, 0],
    ]);
    expect(result.components.map(({ entries }) => entries)).toEqual([
      ['A', 'B'],
      ['C', 'D'],
    ]);
    expect(result.warnings).toEqual([
      { code: 'pair-not-compared', entries: ['A', 'C', 'D', 'B'], details: { pairs: 4 } },
      { code: 'entry-insufficient', entries: ['E'], details: {} },
    ]);
  });

  it('by bradley-terry gives log odds with their errors, and the estimate for all that follows', () => {
    const result = resultOf('A B 3, B A 1', { method: 'bradley-terry' });
    const [first, second] = result.entries;
    // ±½ ln 3; the difference has variance 1/3 + 1, each ability a quarter of it.
    expect(first).toMatchObject({ entry: 'A', rank: 1, score: '0.549306144', standardError: 0.577350269 });
    expect(first?.modelScore).toBeCloseTo(Math.log(3) / 2, 12);
    expect(second).toMatchObject({ entry: 'B', rank: 2, score: '-0.549306144' });
    expect(result.estimate?.differenceError(0, 1)).toBeCloseTo(Math.sqrt(4 / 3), 9);
  });

  it('by bradley-terry is refused where some only win, unless a prior is stated, which is then said', () => {
    const drawing = 'A B 2, B C 1, C B 1';
    expect(() => resultOf(drawing, { method: 'bradley-terry' })).toThrow(
      /pairs-separated .*"groups":\[\["A"\],\["B","C"\]\],"count":2/,
    );
    const result = resultOf(drawing, { method: 'bradley-terry', options: { prior: 1 } });
    expect(result.entries.map(({ entry, rank }) => [entry, rank])).toEqual([
      ['A', 1],
      ['C', 2],
      ['B', 3],
    ]);
    expect(result.warnings).toEqual([{ code: 'separation', entries: ['A', 'B'], details: { groups: 2 } }]);
  });

  it.each<[Omit<PairsInput, 'comparisons'>, string]>([
    [{ method: 'mean' }, 'method-takes-sheets'],
    [{ method: 'mode' as 'mean' }, 'value-not-allowed'],
    [{ method: 'copeland', options: { prior: 1 } }, 'option-unknown'],
    [{ method: 'bradley-terry', options: { prior: 0 } }, 'prior-not-positive'],
    [{ method: 'bradley-terry', options: { prior: Infinity } }, 'prior-not-positive'],
    [{ method: 'bradley-terry', rounding: { total: -1 } }, 'count-expected'],
  ])('refuses %j', (input, code) => {
    expect(() => resultOf('A B', input)).toThrow(
      expect.objectContaining({
        code: 'tally-option-invalid',
        details: { problems: [expect.objectContaining({ code })] },
      }),
    );
  });

  it.each(['copeland', 'bradley-terry'] as const)('by %s does not depend on the order of rows', (method) => {
    const names = ['A', 'B', 'C', 'D'];
    const drawn = fc
      .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3 }), fc.constantFrom(0.5, 1, 2)), { maxLength: 12 })
      .map((rows) =>
        rows.map(([winner, step, count]) => ({
          winner: names[winner] ?? '',
          loser: names[(winner + step) % 4] ?? '',
          count,
        })),
      );
    const options = method === 'bradley-terry' ? { prior: 1 } : {};
    fc.assert(
      fc.property(
        drawn.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const [one, other] = [rows, shuffled].map((comparisons) => tallyPairs({ comparisons, method, options }));
          expect(other?.entries).toEqual(one?.entries);
          expect(other?.warnings).toEqual(one?.warnings);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of nothing is nothing', () => {
    for (const method of ['copeland', 'bradley-terry'] as const) {
      expect(tallyPairs({ comparisons: [], method })).toEqual({
        entries: [],
        components: [],
        judges: [],
        warnings: [],
      });
    }
  });
});
