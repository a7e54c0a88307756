import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { Choice } from '../../../ui/choice.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { AnalysisClosed, AnalysisRun } from './analysis-state.js';
import { AnalysisTabs } from './analysis-tabs.js';
import type { Analysis, Group } from './analysis-types.js';
import { openViews, type AnalysisViewKey } from './analysis-views.js';
import { CoverageView } from './coverage-view.js';
import { GapView } from './gap-view.js';
import type { GroupView } from './group-view.js';
import { HeatMapView } from './heat-map-view.js';
import { JudgeView } from './judge-view.js';
import { LineView } from './line-view.js';
import { MethodView } from './method-view.js';
import { Picked } from './picked.js';
import { ScaleUseView } from './scale-use-view.js';
import { ScoreView } from './score-view.js';
import { SensitivityView } from './sensitivity-view.js';
import { useAnalysisPlace, type AnalysisPlace } from './use-analysis-place.js';

interface AnalysisBodyProps {
  readonly analysis: Analysis;
  readonly stageId: string;
  readonly slug: string | undefined;
}

/** The parts of an analysis that are open, one at a time. */
export function AnalysisBody({ analysis, stageId, slug }: AnalysisBodyProps) {
  const { entries } = analysis;
  const place = useAnalysisPlace(entries);
  const views = openViews(analysis);
  const view = views.find((one) => one === place.view) ?? views[0];
  return (
    <>
      <AnalysisClosed {...{ analysis, stageId, slug }} />
      <AnalysisRun analysis={analysis} />
      {view === undefined ? null : (
        <>
          <AnalysisTabs views={views} current={view} place={place} />
          <OpenView {...{ analysis, stageId, place, view }} />
        </>
      )}
    </>
  );
}

const groupViews = {
  lines: LineView,
  methods: MethodView,
  scores: ScoreView,
  judges: JudgeView,
  sensitivity: SensitivityView,
  'heat-map': HeatMapView,
} satisfies Partial<Record<AnalysisViewKey, React.ComponentType<{ view: GroupView }>>>;

interface OpenViewProps extends Pick<AnalysisBodyProps, 'analysis' | 'stageId'> {
  readonly place: AnalysisPlace;
  readonly view: AnalysisViewKey;
}

function OpenView({ analysis, stageId, place, view }: OpenViewProps) {
  const { entries, open, closed } = analysis;
  if (view === 'coverage') {
    return open.coverage ? <CoverageView coverage={open.coverage} {...{ entries, stageId }} /> : null;
  }
  if (view === 'gaps') return open.gaps ? <GapView gaps={open.gaps} {...{ entries, place, stageId }} /> : null;
  if (view === 'scale-use') return open.scaleUse ? <ScaleUseView scaleUse={open.scaleUse} stageId={stageId} /> : null;
  const use = open.scaleUse;
  const scale = use ? ([Number(use.lowestPossible), Number(use.highestPossible)] as const) : null;
  return <Groups groups={closed?.groups ?? []} {...{ entries, stageId, place, view, scale }} />;
}

interface GroupsProps extends Omit<GroupView, 'group'> {
  readonly groups: readonly Group[];
  readonly view: keyof typeof groupViews;
}

function Groups({ groups, entries, stageId, place, view, scale }: GroupsProps) {
  const { t } = useTranslation('analysis');
  const text = useText();
  const group = groups.find((one) => one.group === place.group) ?? groups[0];
  if (!group) return <EmptyState text={t('noEntries')} />;
  const View = groupViews[view];
  return (
    <>
      {groups.length > 1 ? (
        <div className="analysis-chooser">
          <Choice
            label={t('group')}
            value={group.group}
            options={groups.map((one) => ({ value: one.group, text: text(one.name) || t('wholeStage') }))}
            onChange={(key) => place.change('group', key)}
          />
        </div>
      ) : null}
      <Picked entries={entries} place={place} />
      <View key={group.group} view={{ stageId, group, entries, place, scale }} />
    </>
  );
}
