import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tallyDesigns, tallySettings, understoodSettings } from '../../../../../test/builders/tally-designs.js';
import { DomainError } from '../../errors/domain-error.js';
import { scoringMethods } from '../scoring-methods.js';
import type { TallyInput } from '../tally-input.js';
import { arrangeSheets } from './arrange-sheets.js';
import { columnsOfSheets } from './columns-of-sheets.js';
import { type ColumnarTally, tallyColumns } from './tally-columns.js';

function tallied(input: TallyInput): ColumnarTally | null {
  try {
    return tallyColumns({ ...input, sheets: arrangeSheets(columnsOfSheets(input.sheets)) });
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

const near = (value: number) => expect.closeTo(value, 7);

describe('the estimate of a tally', () => {
  it('has the scores that are ranked, and their standard errors', () => {
    fc.assert(
      fc.property(tallyDesigns, tallySettings, (design, setting) => {
        const settings = understoodSettings(setting);
        const tally = tallied({ ...design, ...settings });
        if (tally === null) return;
        const { estimate } = tally.estimate();
        const indexOf = new Map(estimate.entries.map((entry, index) => [entry, index]));
        const isExact = scoringMethods[settings.method].kind === 'exact';
        tally.order.forEach((_, place) => {
          const { entry, score, standardError } = tally.rowAt(place);
          const index = indexOf.get(entry) ?? -1;
          if (score === null || index < 0) return;
          const size = 1 + Math.abs(Number(score));
          expect((estimate.scores[index] ?? NaN) / size).toEqual(near(Number(score) / size));
          const error = estimate.standardErrors[index] ?? NaN;
          if (isExact) expect(Number.isNaN(error)).toBe(standardError === null);
          if (standardError !== null && size < 1e6) expect(error).toEqual(near(standardError));
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each(['borda', 'positional', 'standardised'] as const)('of %s rests on what each sheet contributes', (method) => {
    const scores = { A: [9, 5, 7], B: [8, 8, 6], C: [2, 4, 7], D: [6, 7, 1] };
    const sheets = Object.entries(scores).flatMap(([entry, own]) =>
      own.map((score, at) => ({ entry, judge: `j${at}`, scores: [{ criterion: '', score: String(score) }] })),
    );
    const tally = tallied({ sheets, criteria: [{ key: '', factor: '1' }], method });
    const { estimate } = tally?.estimate() ?? {};
    expect(Array.from(estimate?.standardErrors ?? []).every((error) => error > 0)).toBe(true);
    expect(estimate?.differenceError(0, 1)).toBeGreaterThan(0);
  });
});
