import { describe, expect, it } from '@jest/globals';
import { type DrawnStage, drawnStage } from '../../../../test/builders/analysed-stage.js';
import { stageRules } from '../../../../test/builders/stage-rules.js';
import type { StageRules } from '../contest/stage-rules.js';
import { stageTally } from '../scoring/stage-tally.js';
import { analysedGroup } from './analysed-group.js';
import { analysedStage } from './analysed-stage.js';
import type { UncertaintySection } from './closed-analysis.js';
import { declaredUncertainty } from './declared-uncertainty.js';
import { panelEstimate } from './panel-estimate.js';

/** Nothing is rounded, so that a figure can be computed anew to the last digits. */
const unrounded = (method: StageRules['method'], changes: Partial<StageRules> = {}) =>
  stageRules({ ...changes, method, rounding: {}, rankOn: 'exact', panel: { size: 7, floor: 3 } });
const finale = (rules: StageRules) => drawnStage({ entries: 12, judges: 7, seed: 9 }, rules);
/** With the rows it is about. */
function uncertaintyOf({ rules, sheets, context, details }: DrawnStage) {
  const stage = analysedStage(rules, sheets, context, details);
  const group = analysedGroup(stage, stageTally(rules, sheets, context).rows, '');
  const uncertainty: UncertaintySection = declaredUncertainty(stage, panelEstimate(stage), group);
  return { ...uncertainty, rows: group.rows };
}

function scoresOf({ rules, sheets, context }: DrawnStage): Map<string, number> {
  const { rows } = stageTally(rules, sheets, context);
  return new Map(rows.map(({ entry, score }) => [entry, Number(score)]));
}

/** Error of a difference by tallying the stage once without each judge. */
function jackknife(stage: DrawnStage, scale: number, [left, right]: readonly [string, string]): number {
  const judges = [...new Set(stage.sheets.map(({ judge }) => judge))];
  const differences = judges.map((gone) => {
    const without = scoresOf({ ...stage, sheets: stage.sheets.filter(({ judge }) => judge !== gone) });
    return scale * ((without.get(left) ?? NaN) - (without.get(right) ?? NaN));
  });
  const n = differences.length;
  const mean = differences.reduce((sum, value) => sum + value, 0) / n;
  const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(((n - 1) / n) * squares);
}

const trimmed = { trim: 1, trimMinimum: 5, trimFallback: 'mean' } as const;

describe('the errors of a stage’s declared method', () => {
  it.each<[string, StageRules['method'], number]>([
    ['mean', { key: 'mean', options: {} }, 1],
    ['trimmed-mean by sheet', { key: 'trimmed-mean', options: { ...trimmed, trimBy: 'sheet' } }, 1],
    ['trimmed-mean by criterion', { key: 'trimmed-mean', options: { ...trimmed, trimBy: 'criterion' } }, 1],
    ['borda', { key: 'borda', options: {} }, 1],
    ['standardised', { key: 'standardised', options: {} }, 1],
    // A sum over six of seven judges is that much smaller.
    ['positional', { key: 'positional', options: {} }, 7 / 6],
  ])('of %s are those of leaving out each judge from both entries at a line', (_name, method, scale) => {
    const stage = finale(unrounded(method));
    const { lines, standardErrors, rankIntervals, scoreIntervals, rows } = uncertaintyOf(stage);
    for (const line of lines.value ?? []) {
      const expected = jackknife(stage, scale, [rows[line.after - 1]?.entry ?? '', rows[line.after]?.entry ?? '']);
      expect(line.standardError).toBeCloseTo(expected, 7);
      expect(line.probabilityReversed).toBeGreaterThan(0);
    }
    expect(lines.value).toHaveLength(2);
    expect(standardErrors.every((error) => error !== null && error > 0)).toBe(true);
    expect(rankIntervals.value?.lowest).toHaveLength(12);
    expect(scoreIntervals).toBeNull();
  });

  it.each(['fixed', 'random'] as const)('of severity-adjusted by %s effects are those of the fit', (effects) => {
    const stage = finale(unrounded({ key: 'severity-adjusted', options: { effects } }));
    const { rows, standardErrors } = uncertaintyOf(stage);
    standardErrors.forEach((error, at) => expect(error).toBeCloseTo(rows[at]?.standardError ?? NaN, 8));
  });

  it('of copeland are withheld, and so are those of the median, which has exact intervals instead', () => {
    const copeland = uncertaintyOf(finale(unrounded({ key: 'copeland', options: {} })));
    expect(copeland.expectedRanks.withheld?.reason).toBe('error-unknown');
    expect(copeland.scoreIntervals).toBeNull();
    const stage = finale(unrounded({ key: 'median', options: {} }));
    const { standardErrors, scoreIntervals, expectedRanks, lines, rows } = uncertaintyOf(stage);
    expect(standardErrors.every((error) => error === null)).toBe(true);
    expect(expectedRanks.withheld?.reason).toBe('error-unknown');
    expect(lines.value?.map(({ standardError }) => standardError)).toEqual([null, null]);
    // Of seven sheets the lowest and the highest: 1 − 2/2⁷.
    expect(new Set(scoreIntervals?.coverage)).toEqual(new Set([1 - 2 / 128]));
    const totals = stage.sheets
      .filter(({ entry }) => entry === rows[0]?.entry)
      .map(({ scores }) => scores.reduce((sum, { score }) => sum + Number(score), 0));
    expect(scoreIntervals?.lowest[0]).toBeCloseTo(Math.min(...totals), 9);
    expect(scoreIntervals?.highest[0]).toBeCloseTo(Math.max(...totals), 9);
  });

  it('beside a score that was published before are the panel’s, by its share', () => {
    const components = [
      { key: 'experts', share: '0.8' },
      { key: 'previous-stage', share: '0.2' },
    ] as const;
    const median = { key: 'median', options: {} } as const;
    const alone = finale(unrounded({ key: 'mean', options: {} }));
    const previousStageScores = Object.fromEntries((alone.context.entries ?? []).map((entry) => [entry, '80']));
    const beside = (stage: DrawnStage): DrawnStage => ({
      ...stage,
      rules: { ...stage.rules, components },
      context: { ...stage.context, previousStageScores },
    });
    const errors = uncertaintyOf(alone).standardErrors;
    uncertaintyOf(beside(alone)).standardErrors.forEach((error, at) => {
      expect(error).toBeCloseTo(0.8 * (errors[at] ?? NaN), 8);
    });
    const whole = uncertaintyOf({ ...alone, rules: unrounded(median) }).scoreIntervals;
    const part = uncertaintyOf(beside({ ...alone, rules: unrounded(median) })).scoreIntervals;
    expect(part?.lowest[3]).toBeCloseTo(0.8 * (whole?.lowest[3] ?? NaN) + 16, 8);
  });

  it('stand beside the published scores where the rules rank on those: equal ones are a tie at the line', () => {
    const stage = drawnStage({ entries: 12, judges: 7, seed: 9 }, stageRules({ rounding: { total: 0 } }));
    const lines = [1, 2, 3, 4, 5, 6, 7, 8].map((after) => ({ after, kind: 'award-tier' as const, key: 'first' }));
    const { rows, lines: drawn } = uncertaintyOf({ ...stage, details: { ...stage.details, lines: { '': lines } } });
    const gaps = drawn.value?.map(({ gap }) => gap);
    expect(gaps).toEqual(lines.map(({ after }) => Number(rows[after - 1]?.score) - Number(rows[after]?.score)));
    expect(gaps).toContain(0);
  });
});
