import { describe, expect, it } from '@jest/globals';
import { criteriaOf, placesOf, sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import { tally } from './tally.js';
import type { TallyInput } from './tally-input.js';

describe('standardised', () => {
  const inputOf = (drawing: string, options?: TallyInput['options']): TallyInput => ({
    sheets: sheetsOf(drawing),
    criteria: criteriaOf('1'),
    method: 'standardised',
    options,
  });
  const warningsOf = (drawing: string) => tally(inputOf(drawing)).warnings;

  it('puts a hard and a mild judge on one scale', () => {
    expect(placesOf(inputOf('A j1 1\nB j1 2\nC j1 3\nA j2 90\nB j2 80\nC j2 70\nD j2 80'))).toBe(
      'A:1:0.112372436 B:2:0 D:2:0 C:4:-0.112372436',
    );
  });

  it('counts a judge without spread, or with one sheet, as average, and says so', () => {
    const drawing = 'A j1 6\nB j1 6\nC j1 6\nA j2 8\nB j2 6\nC j2 7\nC j3 1';
    // j2: 1, −1, 0; the others 0.
    expect(placesOf(inputOf(drawing))).toBe('A:1:0.5 C:2:0 B:3:-0.5');
    expect(warningsOf(drawing)).toEqual([
      { code: 'one-sheet-judge', entries: [], judges: ['j3'], details: {} },
      { code: 'zero-variance-judge', entries: [], judges: ['j1'], details: {} },
      { code: 'too-few-sheets-for-z', entries: [], judges: ['j1', 'j2', 'j3'], details: { below: 5 } },
    ]);
    const five = (judge: string) => [1, 2, 3, 4, 5].map((score) => `E${score} ${judge} ${score}`).join('\n');
    expect(warningsOf(`${five('j1')}\n${five('j2')}`)).toEqual([]);
  });

  it('takes scores that no double holds exactly for equal when they are', () => {
    const drawing = ['A', 'B', 'C'].map((entry) => `${entry} j1 0.1`).join('\n');
    expect(placesOf(inputOf(drawing))).toBe('A:1:0 B:1:0 C:1:0');
  });

  it('rescales to the mean of all sheets where no judge has any spread', () => {
    expect(placesOf(inputOf('A j1 6\nB j2 8', { rescale: true }))).toBe('A:1:7 B:1:7');
  });

  it('ranks and hashes scores of 9 decimals, and keeps the double beside', () => {
    const [first] = tally(inputOf('A j1 1\nB j1 2\nC j1 4')).entries;
    expect(first).toMatchObject({
      entry: 'C',
      score: '1.091089451',
      exact: { numerator: '1091089451', denominator: '1000000000' },
      standardError: null,
    });
    expect(first?.modelScore).toBeCloseTo(5 / Math.sqrt(21), 14);
  });
});
