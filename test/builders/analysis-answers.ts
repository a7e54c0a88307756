import { type OpenableSection, stageAnalysis, type TallySheet } from '#domain';
import { shownGroup } from '../../libs/scoring/src/shown-group.js';
import type { AnalysisView, HeatMapView } from '../../libs/scoring/src/analysis-view.js';
import { AnalysisDto, HeatMapDto } from '../../apps/api/src/scoring/analysis.dto.js';
import { type DrawnStage, drawnStage, type StageShape } from './analysed-stage.js';

/** What the server answers about one drawn stage, before its list is frozen and after. */
export interface AnalysisAnswers {
  readonly frozen: AnalysisDto;
  readonly heatMap: HeatMapDto;
  /** As before the freeze, with these sections. */
  readonly open: (sections: readonly OpenableSection[]) => AnalysisDto;
}

const names = [
  ['潮汐', '自适应', '低空', '可降解', '边缘', '仿生', '零碳', '声学'],
  ['海缆', '温室', '物流', '包装', '视觉', '假肢', '水泥', '探伤'],
  ['监测网', '控制系统', '调度平台', '材料', '芯片', '关节', '产线', '机器人'],
] as const;

/** A title that nobody wears; every seventh is long and in Latin letters. */
export function titleOf(index: number): string {
  const [kind, thing, form] = names.map((list, at) => list[Math.floor(index / list.length ** at) % list.length] ?? '');
  if (index % 7 === 6) return `Self-calibrating river-turbine telemetry for remote island grids, line ${index + 1}`;
  return `${kind}${thing}${form}`;
}

/** One judge scores the entries of one country six points above what the judge otherwise would. */
function withKindJudge({ sheets, details, ...rest }: DrawnStage): DrawnStage {
  const country = details.attributes['country-or-region'];
  const kinder = (sheet: TallySheet): TallySheet =>
    sheet.judge !== 'judge-2' || country[sheet.entry] !== 'DE'
      ? sheet
      : { ...sheet, scores: sheet.scores.map((one) => (one.criterion === 'innovation' ? raised(one) : one)) };
  return { ...rest, details, sheets: sheets.map(kinder) };
}

function raised(one: TallySheet['scores'][number]): TallySheet['scores'][number] {
  return { ...one, score: Math.min(40, Number(one.score) + 6).toFixed(1) };
}

const tierNames = { first: { zh: '一等奖', en: 'First prize' }, second: { zh: '二等奖', en: 'Second prize' } };

/** Computed by the domain, put together as the server does. */
export function analysisAnswers(shape: StageShape): AnalysisAnswers {
  const { rules, sheets, context, details } = withKindJudge(drawnStage(shape));
  const { entries: ids, judges, open, closed } = stageAnalysis(rules, sheets, context, details);
  const entries = ids.map((_, index) => ({ number: index + 1, title: titleOf(index) }));
  const finishedAt = new Date('2026-11-23T10:00:00Z');
  const hash = 'ab12cd34'.repeat(8);
  const run = { fence: 3, finishedAt, inputsHash: hash, outputsHash: hash, sheets: sheets.length, isNewest: true };
  const groups = closed?.groups ?? [];
  const view = {
    ...{ state: 'ready', failure: null, run, computedAt: finishedAt, hash, entries, judges, closedReason: null },
    ...{ openedBy: 'frozen-list', sections: ['coverage', 'gaps', 'scale-use', 'closed'], open },
    closed: { groups: groups.map((group) => shownGroup(group, entries, tierNames)) },
  } satisfies AnalysisView;
  const heatMap: HeatMapView = { run, entries, judges, groups };
  return {
    frozen: AnalysisDto.from(view),
    heatMap: HeatMapDto.from(heatMap),
    open: (sections) =>
      AnalysisDto.from({
        ...view,
        ...{ openedBy: 'rules', sections, closed: null, closedReason: 'list-not-frozen' },
        open: {
          coverage: sections.includes('coverage') ? open.coverage : null,
          gaps: sections.includes('gaps') ? open.gaps : null,
          scaleUse: sections.includes('scale-use') ? open.scaleUse : null,
        },
      }),
  };
}
