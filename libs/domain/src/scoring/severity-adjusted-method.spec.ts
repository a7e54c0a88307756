import { describe, expect, it } from '@jest/globals';
import { criterion, stageRules } from '../../../../test/builders/stage-rules.js';
import { criteriaOf, placesOf, sheetsOf } from '../../../../test/builders/drawn-sheets.js';
import { stageTally } from './stage-tally.js';
import { tally } from './tally.js';
import type { TallyInput } from './tally-input.js';

const inputOf = (drawing: string, options?: TallyInput['options']): TallyInput => ({
  sheets: sheetsOf(drawing),
  criteria: criteriaOf('1'),
  method: 'severity-adjusted',
  options,
});
/** j1 gives A and B 3 and 2 points more than j2; C saw j2 alone. */
const mild = 'A j1 8\nA j2 5\nB j1 6\nB j2 4\nC j2 7';
/** Two panels that share no judge. */
const severed = 'A j1 7\nB j1 8\nA j2 6\nB j2 9\nC j3 5\nD j3 6\nC j4 7\nD j4 9';

describe('severity-adjusted by fixed effects', () => {
  it('takes off what the judges of an entry give more than others, with its errors', () => {
    const result = tally(inputOf(mild, { effects: 'fixed' }));
    // Effects ±1.25; σ² = ¼ with one degree of freedom.
    expect(result.entries).toMatchObject([
      { entry: 'C', rank: 1, score: '8.25', standardError: 0.559016994, sheets: 1 },
      { entry: 'A', rank: 2, score: '6.5', standardError: 0.353553391, sheets: 2 },
      { entry: 'B', rank: 3, score: '5', standardError: 0.353553391, sheets: 2 },
    ]);
    expect(result.judges).toMatchObject([
      { judge: 'j1', sheets: 2, meanTotal: '7', effect: 1.25, standardError: 0.25 },
      { judge: 'j2', sheets: 3, effect: -1.25, standardError: 0.25 },
    ]);
    expect(result).not.toHaveProperty('variance');
    expect(result).not.toHaveProperty('intercept');
  });

  it('hands on its estimate, with the errors of differences on shared judges', () => {
    const { estimate } = tally(inputOf(mild, { effects: 'fixed' }));
    expect(estimate?.entries).toEqual(['A', 'B', 'C']);
    expect(estimate?.differenceError(0, 2)).toBeCloseTo(Math.sqrt(0.4375), 12);
    expect(estimate?.differenceError(0, 1)).toBeCloseTo(0.5, 12);
  });

  it('gives scores without errors where nothing is left to estimate them from', () => {
    const [first] = tally(inputOf('A j1 8\nB j1 6\nB j2 4\nC j2 7', { effects: 'fixed' })).entries;
    expect(first).toMatchObject({ entry: 'C', score: '8', standardError: null });
  });
});

describe('severity-adjusted by random effects', () => {
  it('draws scores towards the general mean and tells variances, mean and criterion', () => {
    const drawing = 'A j1 9\nB j1 7\nC j1 5\nA j2 7\nB j2 6\nC j2 2\nA j3 8\nB j3 8\nC j3 5';
    const result = tally(inputOf(drawing));
    // Balanced: σ² is the residual mean square, the others a third of what theirs exceed it by.
    const meanSquares = { entry: 13, judge: 4, residual: 0.5 };
    expect(result.variance?.residual).toBeCloseTo(meanSquares.residual, 7);
    expect(result.variance?.entry).toBeCloseTo((meanSquares.entry - meanSquares.residual) / 3, 7);
    expect(result.variance?.judge).toBeCloseTo((meanSquares.judge - meanSquares.residual) / 3, 7);
    expect(result.intercept).toBeCloseTo(57 / 9, 9);
    expect(result.remlCriterion).toBeGreaterThan(0);
    const [first] = result.entries;
    expect(first?.entry).toBe('A');
    expect(first?.modelScore).toBeCloseTo(57 / 9 + (1 - meanSquares.residual / meanSquares.entry) * (8 - 57 / 9), 7);
    expect(result.judges.map(({ effect }) => Math.sign(effect ?? 0))).toEqual([1, -1, 1]);
  });

  it('says why it tells less where the sheets cannot tell variances apart', () => {
    const result = tally(inputOf('A j1 7\nB j1 8\nC j1 9'));
    expect(placesOf(inputOf('A j1 7\nB j1 8\nC j1 9'))).toBe('C:1:9 B:2:8 A:3:7');
    expect(result.warnings).toEqual([
      { code: 'severity-limited', entries: [], details: { limitation: 'variances-not-separable' } },
    ]);
  });
});

describe.each(['fixed', 'random'] as const)(
  'with sheets that fall into parts, severity-adjusted by %s effects',
  (effects) => {
    it('shows scores, names the parts and ranks nobody', () => {
      const result = tally({ ...inputOf(severed, { effects }), entries: ['E'] });
      expect(result.entries.map(({ entry, outcome, rank }) => [entry, outcome, rank])).toEqual([
        ['A', 'not-comparable', null],
        ['B', 'not-comparable', null],
        ['C', 'not-comparable', null],
        ['D', 'not-comparable', null],
        ['E', 'insufficient', null],
      ]);
      expect(Number(result.entries[0]?.score)).toBeGreaterThan(0);
      expect(result.components.map(({ judges }) => judges)).toEqual([
        ['j1', 'j2'],
        ['j3', 'j4'],
      ]);
      expect(result.warnings).toContainEqual({
        code: 'components-not-comparable',
        entries: ['A', 'C'],
        details: { components: 2 },
      });
    });

    const rules = stageRules({
      rubric: { maximumTotal: '40', criteria: [criterion('a', '40')] },
      method: { key: 'severity-adjusted', options: { effects } },
      panel: { size: 2, floor: 2 },
    });

    it('ranks within groups that lie in one part', () => {
      const groups = { A: 'p1', B: 'p1', C: 'p2', D: 'p2' };
      const { rows, judges } = stageTally(rules, sheetsOf(severed), { groups });
      expect(rows.map(({ group, entry, rank }) => `${group} ${entry} ${rank}`)).toEqual([
        'p1 B 1',
        'p1 A 2',
        'p2 D 1',
        'p2 C 2',
      ]);
      expect(judges[0]).toHaveProperty('effect');
    });

    it('leaves a stage that lies in several without a ranking, and says why', () => {
      const { rows, outputsHash } = stageTally(rules, sheetsOf(severed));
      for (const row of rows) {
        expect(row).toMatchObject({ outcome: 'insufficient', reason: 'components-not-comparable', score: null });
      }
      expect(outputsHash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('ranks the others when what lies apart is below the floor anyway', () => {
      const { rows } = stageTally(rules, sheetsOf('A j1 7\nB j1 8\nA j2 6\nB j2 9\nC j3 5'));
      expect(rows.map(({ entry, rank, reason }) => [entry, rank, reason])).toEqual([
        ['B', 1, null],
        ['A', 2, null],
        ['C', null, 'below-panel-floor'],
      ]);
    });
  },
);
