import { describe, expect, it } from '@jest/globals';
import { stageRules } from '../../../../test/builders/stage-rules.js';
import { hashJson } from '../hashing/hash-json.js';
import { compareCodePoints } from '../identifier/compare-code-points.js';
import { type DrawnStage, drawnStage } from '../../../../test/builders/analysed-stage.js';
import { stageTally } from '../scoring/stage-tally.js';
import type { StageAnalysis } from './analysis-document.js';
import type { GroupAnalysis } from './closed-analysis.js';
import { stageAnalysis } from './stage-analysis.js';

const known = new Map<DrawnStage, StageAnalysis>();
function analysed(stage: DrawnStage): StageAnalysis {
  const { rules, sheets, context, details } = stage;
  const analysis = known.get(stage) ?? stageAnalysis(rules, sheets, context, details);
  known.set(stage, analysis);
  return analysis;
}
const only = (stage: DrawnStage): GroupAnalysis => {
  const [group, ...others] = analysed(stage).closed?.groups ?? [];
  if (!group || others.length > 0) throw new RangeError('not one group');
  return group;
};
const openOf = (stage: DrawnStage) => analysed({ ...stage, details: { ...stage.details, wantsClosed: false } }).open;
const finale = drawnStage({ entries: 20, judges: 7, seed: 4 });

describe('the open part', () => {
  it('counts sheets beside those to come, by entry and by judge', () => {
    const { sheets, details } = finale;
    const open = openOf({ ...finale, sheets: sheets.slice(0, -5) });
    expect(open.coverage).toMatchObject({ sheets: 135, expected: 140, panelSize: 5, panelFloor: 3 });
    expect(open.coverage.entries.filter(({ sheets: n, expected }) => n < expected)).toEqual([
      { entry: 19, sheets: 2, expected: 7, isBelowFloor: true },
    ]);
    expect(open.coverage.entriesBelowFloor).toBe(1);
    expect(open.coverage.judges.map(({ judge }) => judge)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(details.assignments).toHaveLength(140);
  });

  it('flags the entries whose judges differ, by the rules or by the median, in an order that says nothing', () => {
    const sheets = finale.sheets.map((sheet, at) =>
      at === 0 ? { ...sheet, scores: sheet.scores.map((score) => ({ ...score, score: '0' })) } : sheet,
    );
    const { gaps } = openOf({ ...finale, sheets });
    expect(gaps.threshold.value?.by).toBe('median');
    expect(gaps.entries.find(({ isFlagged }) => isFlagged)?.entry).toBe(0);
    expect(gaps.entries.map(({ entry }) => entry)).toEqual(finale.context.entries?.map((_, index) => index));
    expect(Object.keys(gaps.entries[0] ?? {}).sort(compareCodePoints)).toEqual([
      'entry',
      'isFlagged',
      'range',
      'sheets',
      'standardDeviation',
    ]);
    const rules = stageRules({ analysis: { openBeforeFreeze: ['gaps'], gapThreshold: '60' } });
    const byRules = openOf({ ...finale, rules, sheets }).gaps;
    expect(byRules.threshold).toEqual({ value: { by: 'rules', points: 60 }, withheld: null });
    expect(byRules.entries.filter(({ isFlagged }) => isFlagged).map(({ entry }) => entry)).toEqual([0]);
  });

  it('shows how each judge uses the scale, above the floor of sheets', () => {
    const { scaleUse } = openOf(finale);
    expect(scaleUse).toMatchObject({ lowestPossible: '0', highestPossible: '100' });
    for (const { sheets, use } of scaleUse.judges) {
      expect(use.value?.tenths.reduce((sum, n) => sum + n, 0)).toBe(sheets);
      expect(use.value?.position).toBeGreaterThan(0);
    }
    const few = openOf(drawnStage({ entries: 4, judges: 3, seed: 1 })).scaleUse.judges[0];
    expect(few?.use.withheld).toMatchObject({ reason: 'too-few-judge-sheets', needed: 5 });
  });
});

describe('the closed part', () => {
  it('is not computed unless it is wanted', () => {
    expect(analysed({ ...finale, details: { ...finale.details, wantsClosed: false } }).closed).toBeNull();
  });

  it('sets the declared ranking first and other methods beside it', () => {
    const group = only(finale);
    const { rows } = stageTally(finale.rules, finale.sheets, finale.context);
    const entries = finale.context.entries ?? [];
    expect(group.entries.map((entry) => entries[entry])).toEqual(rows.map(({ entry }) => entry));
    expect(group.methods[0]).toMatchObject({
      ...{ id: 'trimmed-mean', isDeclared: true, largestRankChange: 0, agreement: 1 },
      scores: rows.map(({ score }) => score),
      ranks: rows.map(({ rank }) => rank),
    });
    expect(group.methods.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['trimmed-mean', 'mean', 'median', 'standardised', 'borda', 'copeland']),
    );
    for (const { refusal, ranks } of group.methods) {
      expect(refusal).toBeNull();
      expect(ranks).toHaveLength(20);
    }
  });

  it('says of each line how sure it is, in both languages, and what it hangs on', () => {
    const group = only(finale);
    expect(group.uncertainty.lines.value?.map(({ after }) => after)).toEqual([3, 8]);
    for (const { text, candidates } of group.uncertainty.lines.value ?? []) {
      expect(text.zh).toMatch(/第 [38] 名/);
      expect(text.en).toMatch(/differ|same/);
      expect(candidates?.length).toBeGreaterThanOrEqual(3);
    }
    expect(group.uncertainty.expectedRanks.value).toHaveLength(20);
    const { lowest, highest } = group.uncertainty.rankIntervals.value ?? { lowest: [], highest: [] };
    lowest.forEach((rank, at) => expect(rank).toBeLessThanOrEqual(highest[at] ?? 0));
    expect(group.sensitivity.margins.map(({ after }) => after)).toEqual([3, 8]);
    expect(group.sensitivity.withoutJudge.value).toHaveLength(7);
    const [flip] = group.sensitivity.sheetFlips.value ?? [];
    expect(flip?.flips.every(({ points }) => points.replace('-', '') === flip.points)).toBe(true);
  });

  it('holds reliability, judges and the heat map, and nobody’s id but those of entries', () => {
    const group = only(finale);
    expect(group.reliability.concordance.value?.w).toBeGreaterThan(0);
    expect(group.reliability.panel.value).toBeGreaterThan(0);
    expect(group.judges.map(({ judge }) => judge)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(group.heatMap.total).toHaveLength(140);
    expect(JSON.stringify(analysed(finale))).not.toContain('judge-');
  });

  it('sets each judge’s plain deviation beside the fitted effect, and the declared method’s own where it has one', () => {
    const plain = only(finale).judges;
    const deviations = plain.map(({ deviation }) => deviation.value ?? NaN);
    // All judges have as many sheets.
    expect(deviations.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 7);
    plain.forEach(({ deviation, effect, declaredEffect }) => {
      expect(declaredEffect).toBeNull();
      expect(Math.sign(effect.value?.estimate ?? NaN)).toBe(Math.sign(deviation.value ?? NaN));
      expect(Math.abs(effect.value?.estimate ?? NaN)).toBeLessThan(Math.abs(deviation.value ?? NaN));
    });
    const method = { key: 'severity-adjusted', options: { effects: 'fixed' } } as const;
    const rules = stageRules({ method, rounding: {} });
    only({ ...finale, rules, details: { ...finale.details, lines: {} } }).judges.forEach(({ declaredEffect }, at) => {
      // Where all judges saw all entries, least squares says what the means say.
      expect(declaredEffect?.value?.estimate).toBeCloseTo(deviations[at] ?? NaN, 7);
      expect(declaredEffect?.value?.standardError).toBeGreaterThan(0);
    });
    const few = only(drawnStage({ entries: 4, judges: 3, seed: 1 }, rules)).judges[0];
    expect(few?.deviation.withheld?.reason).toBe('too-few-judge-sheets');
    expect(few?.declaredEffect?.withheld?.reason).toBe('too-few-judge-sheets');
  });

  it('withholds what so few entries and judges cannot tell, with the floor', () => {
    const group = only(drawnStage({ entries: 6, judges: 2, seed: 2 }, stageRules({ panel: { size: 2, floor: 2 } })));
    expect(group.uncertainty.lines.withheld).toEqual({ reason: 'too-few-judges', needed: 3, present: 2 });
    expect(group.uncertainty.rankIntervals.withheld?.reason).toBe('too-few-judges');
    expect(group.reliability.singleJudge.withheld?.reason).toBe('too-few-entries');
    expect(group.sensitivity.withoutJudge.withheld?.reason).toBe('too-few-judges');
    expect(group.affinity.flatMap(({ tests }) => tests)).toEqual([]);
  });

  it('takes groups apart', () => {
    const groups = Object.fromEntries((finale.context.entries ?? []).map((entry, at) => [entry, at < 12 ? 'a' : 'b']));
    const lines = { a: [{ after: 2, kind: 'advancement' as const, key: null }] };
    const { closed } = analysed({
      ...finale,
      context: { ...finale.context, groups },
      details: { ...finale.details, lines, groupNames: { a: { zh: '甲', en: 'A' } } },
    });
    expect(closed?.groups.map(({ group, name, entries }) => [group, name?.zh, entries.length])).toEqual([
      ['a', '甲', 12],
      ['b', undefined, 8],
    ]);
    expect(closed?.groups[1]?.uncertainty.lines.withheld?.reason).toBe('no-line');
  });
});

describe('the document', () => {
  it('is the same whatever the order of sheets, entries and assignments', () => {
    const { sheets, context, details } = finale;
    const turned = {
      ...finale,
      sheets: [...sheets].reverse(),
      context: { ...context, entries: [...(context.entries ?? [])].reverse() },
      details: {
        ...details,
        assignments: [...details.assignments].reverse(),
        sheetTimes: [...details.sheetTimes].reverse(),
      },
    };
    expect(hashJson(analysed(turned))).toBe(hashJson(analysed(finale)));
  });

  it('is plain JSON', () => {
    const document = analysed(finale);
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});
