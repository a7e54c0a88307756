import type { AnalysisDetails, StageRules, StageTallyContext, TallySheet } from '#domain';
import { seededRandom, standardNormal } from '../../libs/domain/src/statistics/seeded-random.js';
import { stageRules } from './stage-rules.js';

/** All that an analysis is made of. */
export interface DrawnStage {
  readonly rules: StageRules;
  readonly sheets: readonly TallySheet[];
  readonly context: StageTallyContext;
  readonly details: AnalysisDetails;
}

export interface StageShape {
  readonly entries: number;
  readonly judges: number;
  readonly seed: number;
  /** Judges an entry; all of them unless stated. */
  readonly panel?: number;
}

/** A stage whose entries differ, whose judges are severe or lenient, with lines after 3 and 8 places. */
export function drawnStage({ entries, judges, seed, panel = judges }: StageShape, rules = stageRules()): DrawnStage {
  const normal = standardNormal(seededRandom(seed));
  const entryIds = Array.from({ length: entries }, (_, index) => `entry-${String(index).padStart(5, '0')}`);
  const severities = Array.from({ length: judges }, () => 3 * normal());
  const sheets = entryIds.flatMap((entry, index) => {
    const quality = 75 + 6 * normal();
    return Array.from({ length: panel }, (_, seat) => {
      const judge = (index * panel + seat * (1 + (index % 3))) % judges;
      return { entry, judge, points: quality + (severities[judge] ?? 0) + 3 * normal() };
    });
  });
  const scored = [...new Map(sheets.map((sheet) => [`${sheet.entry} ${sheet.judge}`, sheet])).values()];
  const named = scored.map(({ entry, judge, points }) => ({ entry, judge: `judge-${judge}`, points }));
  return {
    rules,
    sheets: named.map(({ entry, judge, points }) => ({
      ...{ entry, judge },
      scores: [
        { criterion: 'innovation', score: onStep(points * 0.4, 40) },
        { criterion: 'market', score: onStep(points * 0.6, 60) },
      ],
    })),
    context: { entries: entryIds },
    details: {
      ...{ numbering: 'the key of a stage', inputsHash: 'c0ffee00'.repeat(8), wantsClosed: true, groupNames: {} },
      assignments: named.map(({ entry, judge }) => ({ entry, judge })),
      lines: {
        '': [
          { after: 3, kind: 'award-tier', key: 'first' },
          { after: 8, kind: 'award-tier', key: 'second' },
        ],
      },
      attributes: {
        'country-or-region': Object.fromEntries(entryIds.map((entry, at) => [entry, at % 4 === 0 ? 'DE' : 'CN'])),
        'nominating-body': {},
      },
      sheetTimes: named.map(({ entry, judge }, at) => ({ entry, judge, order: at, hour: 9 + (at % 8) })),
    },
  };
}

function onStep(points: number, maximum: number): string {
  return (Math.round(Math.min(maximum, Math.max(0, points)) * 2) / 2).toFixed(1);
}
