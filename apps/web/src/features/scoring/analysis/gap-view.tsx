import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChartTable } from '../../../ui/chart-table.js';
import type { Column } from '../../../ui/data-table.js';
import { StateMark } from '../../../ui/state-mark.js';
import type { Analysis, Entries } from './analysis-types.js';
import { chartBands } from './chart-bands.js';
import { AxisHead, axisHeight, intervalAxis, Intervals, type Interval } from './interval-drawing.js';
import { RowChart } from './row-chart.js';
import { mostRows } from './shown-places.js';
import type { AnalysisPlace } from './use-analysis-place.js';
import { entryName } from './use-analysis-texts.js';
import { useNumberTexts } from './use-number-texts.js';
import { Withheld } from './withheld.js';

type Gaps = NonNullable<Analysis['open']['gaps']>;
type Gap = Gaps['entries'][number];

interface GapViewProps {
  readonly gaps: Gaps;
  readonly entries: Entries;
  readonly place: AnalysisPlace;
  readonly stageId: string;
}

/** Entries whose judges lie furthest apart, for a second look; nothing of how high they lie. */
export function GapView({ gaps, entries, place, stageId }: GapViewProps) {
  const { t } = useTranslation('analysis');
  const { fixed } = useNumberTexts();
  const { threshold, flagged } = gaps;
  const isByRange = threshold.value?.by === 'rules';
  const sizeOf = ({ range, standardDeviation }: Gap) => (isByRange ? Number(range) : standardDeviation);
  const rows = [...gaps.entries].sort((left, right) => sizeOf(right) - sizeOf(left) || left.entry - right.entry);
  const columns: Column<Gap>[] = [
    { key: 'entry', header: t('column.entry'), isRowHeader: true, cell: ({ entry }) => entryName(entries, entry) },
    {
      key: 'flag',
      header: t('column.finding'),
      cell: ({ isFlagged }) => t(isFlagged ? 'gaps.flagged' : 'gaps.usual'),
      show: ({ isFlagged }) =>
        isFlagged ? (
          <StateMark tone="flagged">{t('gaps.flagged')}</StateMark>
        ) : (
          <span className="muted">{t('gaps.usual')}</span>
        ),
    },
    { key: 'range', header: t('gaps.range'), isNumber: true, cell: ({ range }) => range },
    {
      key: 'deviation',
      header: t('column.standardDeviation'),
      isNumber: true,
      cell: ({ standardDeviation }) => standardDeviation,
      show: ({ standardDeviation }) => fixed(standardDeviation),
    },
    { key: 'sheets', header: t('column.sheets'), isNumber: true, cell: ({ sheets }) => sheets },
    {
      key: 'again',
      header: t('gaps.again'),
      cell: () => '',
      isScreenOnly: true,
      show: ({ entry, isFlagged }) => (isFlagged ? <ReReviewLink {...{ stageId, entry, entries }} /> : null),
    },
  ];
  const points = threshold.value ? fixed(threshold.value.points) : '';
  return (
    <ChartTable
      caption={t('gaps.caption', { count: flagged })}
      csv={`analysis-gaps-${stageId}`}
      columns={columns}
      rows={rows}
      rowKey={({ entry }) => String(entry)}
      pageSize={30}
      empty={t('gaps.none')}
      shownAs={place.shownAs}
      onShowAs={(as) => place.change('as', as === 'chart' ? null : as)}
      lead={
        <>
          <p className="analysis-lead">
            {threshold.value ? t(isByRange ? 'gaps.byRules' : 'gaps.byMedian', { points }) : t('gaps.lead')}
          </p>
          {threshold.value && flagged === 0 && rows.length > 0 ? (
            <p className="analysis-lead">{t('gaps.noneReached', { points })}</p>
          ) : null}
          {threshold.withheld ? <Withheld reason={threshold.withheld} /> : null}
          {rows.length > mostRows && place.shownAs === 'chart' ? (
            <p className="analysis-lead">{t('gaps.largest', { shown: mostRows, count: rows.length })}</p>
          ) : null}
        </>
      }
      chart={
        <>
          <GapChart {...{ gaps, entries, place, sizeOf }} rows={rows.slice(0, mostRows)} />
          {threshold.value ? <GapKey points={points} hasFlagged={flagged > 0} /> : null}
        </>
      }
    />
  );
}

function ReReviewLink({ stageId, entry, entries }: Pick<GapViewProps, 'stageId' | 'entries'> & { entry: number }) {
  const { t } = useTranslation('analysis');
  const number = entries[entry]?.number;
  if (number === undefined) return null;
  return (
    <Link to={`/organiser/stages/${stageId}/re-reviews?entry=${number}`} aria-label={t('gaps.orderOf', { number })}>
      {t('gaps.order')}
    </Link>
  );
}

/** What the dashed line and the colour say. */
function GapKey({ points, hasFlagged }: { points: string; hasFlagged: boolean }) {
  const { t } = useTranslation('analysis');
  return (
    <p className="chart-key">
      <span>
        <span className="chart-key-mark chart-key-from" aria-hidden="true" />
        {t('gaps.from', { points })}
      </span>
      {hasFlagged ? (
        <span>
          <span className="chart-key-mark chart-key-flagged" aria-hidden="true" />
          {t('gaps.flagged')}
        </span>
      ) : null}
    </p>
  );
}

interface GapChartProps extends Pick<GapViewProps, 'gaps' | 'entries' | 'place'> {
  readonly rows: readonly Gap[];
  readonly sizeOf: (gap: Gap) => number;
}

function GapChart({ gaps, entries, place, rows, sizeOf }: GapChartProps) {
  const { t } = useTranslation('analysis');
  const { fixed } = useNumberTexts();
  const bands = chartBands({ range: { from: 0, to: rows.length }, count: rows.length, lines: [] });
  const intervalOf = (index: number): Interval => {
    const row = rows[index];
    if (!row) return { value: null, low: null, high: null };
    return { value: sizeOf(row), low: 0, high: sizeOf(row), tone: row.isFlagged ? 'attention' : undefined };
  };
  const reference = gaps.threshold.value?.points ?? null;
  const axis = intervalAxis(
    rows.map((_, index) => intervalOf(index)),
    [0, ...(reference === null ? [] : [reference])],
  );
  const entryAt = (index: number) => rows[index]?.entry ?? -1;
  return (
    <RowChart
      bands={bands}
      label={t('gaps.caption', { count: gaps.flagged })}
      axisTitle={t(gaps.threshold.value?.by === 'rules' ? 'axis.range' : 'axis.deviation')}
      labelOf={(index) => ({
        key: entryAt(index),
        lead: null,
        text: entryName(entries, entryAt(index)),
        says: fixed(intervalOf(index).value ?? 0),
      })}
      picked={place.picked}
      onToggle={place.toggle}
      headHeightOf={() => axisHeight}
      head={(width) => <AxisHead axis={axis} width={width} />}
    >
      {(drawing) => (
        <Intervals
          {...{ drawing, bands, axis, intervalOf, reference }}
          isPicked={(index) => place.picked.includes(entryAt(index))}
          onToggle={(index) => place.toggle(entryAt(index))}
        />
      )}
    </RowChart>
  );
}
