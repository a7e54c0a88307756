import { useTranslation } from 'react-i18next';
import { twoSidedQuantile } from '#domain/statistics/normal-distribution';
import { ChartTable } from '../../../ui/chart-table.js';
import type { Column } from '../../../ui/data-table.js';
import type { Group } from './analysis-types.js';
import { chartBands } from './chart-bands.js';
import { csvName, type GroupView } from './group-view.js';
import { AxisHead, axisHeight, intervalAxis, Intervals, type Interval } from './interval-drawing.js';
import { RowChart } from './row-chart.js';
import { outermost } from './outermost.js';
import { useAnalysisTexts } from './use-analysis-texts.js';
import { useNumberTexts } from './use-number-texts.js';
import { Withheld } from './withheld.js';

type Judge = Group['judges'][number];

/** Judges drawn at once: the most lenient and the most severe. */
const mostJudges = 40;

/** Each judge's leniency with its error, the most lenient first. */
export function JudgeEffects({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { signed, fixed, percent } = useNumberTexts();
  const { group, place } = view;
  const { confidence } = group.uncertainty;
  const factor = twoSidedQuantile(confidence);
  const known = group.judges.filter(({ effect }) => effect.value !== null);
  known.sort((left, right) => (right.effect.value?.estimate ?? 0) - (left.effect.value?.estimate ?? 0));
  const first = group.judges.find(({ effect }) => effect.withheld !== null);
  const columns: Column<Judge>[] = [
    {
      ...{ key: 'judge', header: t('column.judge'), isRowHeader: true, isBrief: true },
      cell: ({ judge }) => texts.judge(judge),
    },
    { key: 'sheets', header: t('column.sheets'), isNumber: true, cell: ({ sheets }) => sheets },
    {
      key: 'effect',
      header: t('column.effect'),
      isNumber: true,
      cell: ({ effect }) => effect.value?.estimate ?? null,
      show: ({ effect }) => (effect.value === null ? t('none') : signed(effect.value.estimate)),
    },
    {
      key: 'error',
      header: t('column.standardError'),
      isNumber: true,
      cell: ({ effect }) => effect.value?.standardError ?? null,
      show: ({ effect }) =>
        effect.value?.standardError === null || effect.value === null ? t('none') : fixed(effect.value.standardError),
    },
  ];
  const drawn = outermost(known, mostJudges);
  const intervalOf = (index: number): Interval => {
    const effect = drawn[index]?.effect.value;
    if (!effect) return { value: null, low: null, high: null };
    const { estimate, standardError: error } = effect;
    if (error === null) return { value: estimate, low: null, high: null };
    const [low, high] = [estimate - factor * error, estimate + factor * error];
    return { value: estimate, low, high, tone: low > 0 || high < 0 ? 'attention' : undefined };
  };
  const bands = chartBands({ range: { from: 0, to: drawn.length }, count: drawn.length, lines: [] });
  const axis = intervalAxis(
    drawn.map((_, index) => intervalOf(index)),
    [0],
  );
  return (
    <ChartTable
      caption={t('effects.caption')}
      csv={csvName(view, 'judge-effects')}
      columns={columns}
      rows={known}
      rowKey={({ judge }) => String(judge)}
      pageSize={25}
      empty={first?.effect.withheld ? texts.withheld(first.effect.withheld) : t('empty')}
      shownAs={place.shownAs}
      onShowAs={(as) => place.change('as', as === 'chart' ? null : as)}
      lead={
        known.length === 0 ? null : (
          <>
            <p className="analysis-lead">{t('effects.lead', { confidence: percent(confidence) })}</p>
            {drawn.length < known.length && place.shownAs === 'chart' ? (
              <p className="analysis-lead">{t('effects.outermost', { shown: drawn.length, count: known.length })}</p>
            ) : null}
            {first?.effect.withheld ? <Withheld reason={first.effect.withheld} /> : null}
          </>
        )
      }
      chart={
        <RowChart
          bands={bands}
          label={t('effects.caption')}
          axisTitle={t('axis.effect')}
          labelOf={(index) => ({
            key: drawn[index]?.judge ?? 0,
            lead: null,
            text: texts.judge(drawn[index]?.judge ?? 0),
            says: signed(drawn[index]?.effect.value?.estimate ?? 0),
          })}
          picked={[]}
          onToggle={() => undefined}
          headHeightOf={() => axisHeight}
          head={(width) => <AxisHead axis={axis} width={width} />}
        >
          {(drawing) => (
            <Intervals
              {...{ drawing, bands, axis, intervalOf }}
              reference={0}
              isPicked={() => false}
              onToggle={() => undefined}
            />
          )}
        </RowChart>
      }
    />
  );
}
