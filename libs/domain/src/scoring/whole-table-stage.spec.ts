import { describe, expect, it } from '@jest/globals';
import { stageRules } from '../../../../test/builders/stage-rules.js';
import type { StageMethod, StageRules } from '../contest/stage-rules.js';
import { stageTally } from './stage-tally.js';
import type { TallySheet } from './tally-input.js';

/** One line a sheet: entry, judge, total (all of it given for innovation). */
const sheetsOf = (drawing: string): TallySheet[] =>
  drawing
    .trim()
    .split('\n')
    .map((line) => {
      const [entry = '', judge = '', innovation = ''] = line.trim().split(/\s+/);
      const scores = [
        { criterion: 'innovation', score: innovation },
        { criterion: 'market', score: '0' },
      ];
      return { entry, judge, scores };
    });

const rulesOf = (key: StageMethod['key'], changes: Partial<StageRules> = {}) =>
  stageRules({ method: { key, options: {} }, panel: { size: 3, floor: 2 }, tieLadder: ['shared'], ...changes });

/** Each beats the next 2:1; j4 and j5 saw two of them only. */
const circle = sheetsOf(`
  A j1 3
  B j1 2
  C j1 1
  A j2 1
  B j2 3
  C j2 2
  A j3 2
  B j3 1
  C j3 3
  A j4 1
  B j4 2
  A j5 2
  B j5 1`);

describe('a stage under a method on the whole table', () => {
  it('parts equal Copeland scores by the judges in favour before the tie ladder', () => {
    expect(stageTally(rulesOf('copeland'), circle).rows).toMatchObject([
      { entry: 'A', rank: 1, score: '1.00', tieBreak: '4', tie: { size: 2, resolvedBy: 'shared' } },
      { entry: 'B', rank: 1, score: '1.00', tieBreak: '4', tie: { size: 2, resolvedBy: 'shared' } },
      { entry: 'C', rank: 3, score: '1.00', tieBreak: '3', tie: null },
    ]);
  });

  it('does not use them beside another component, where equal scores are no equal panels', () => {
    const components: StageRules['components'] = [
      { key: 'experts', share: '0.5' },
      { key: 'previous-stage', share: '0.5' },
    ];
    const previousStageScores = { A: '4', B: '4', C: '4' };
    const { rows } = stageTally(rulesOf('copeland', { components }), circle, { previousStageScores });
    expect(rows.map(({ entry, rank, score }) => [entry, rank, score])).toEqual([
      ['A', 1, '2.50'],
      ['B', 1, '2.50'],
      ['C', 1, '2.50'],
    ]);
  });

  it('counts the sheets of an entry below the floor against the others, and does not rank it', () => {
    const sheets = sheetsOf('A j1 9\nB j1 5\nA j2 8\nB j2 9\nC j1 7');
    expect(stageTally(rulesOf('borda'), sheets, { entries: ['A', 'B', 'C', 'D'] }).rows).toMatchObject([
      // j1: 1 and 0 of two; j2: 0 and 1 of one.
      { entry: 'A', rank: 1, score: '0.50' },
      { entry: 'B', rank: 1, score: '0.50' },
      { entry: 'C', rank: null, reason: 'below-panel-floor' },
      { entry: 'D', rank: null, reason: 'below-panel-floor' },
    ]);
  });

  it('hashes no double that was not cut to 9 decimals', () => {
    const { rows } = stageTally(rulesOf('standardised', { rounding: {} }), circle);
    for (const { score, exact } of rows) {
      expect(score).toMatch(/^-?\d+(\.\d{1,9})?$/);
      expect(10 ** 9 % Number(exact?.denominator)).toBe(0);
    }
  });

  it('ranks nobody by points while a judge’s list is short, and says so', () => {
    const { rows, warnings } = stageTally(rulesOf('positional'), circle);
    for (const row of rows) expect(row).toMatchObject({ outcome: 'insufficient', reason: 'judge-lists-differ' });
    expect(warnings.map(({ code }) => code)).toEqual(['judge-lists-differ']);
  });
});
