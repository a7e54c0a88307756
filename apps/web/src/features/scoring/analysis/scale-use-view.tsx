import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../ui/data-table.js';
import type { Analysis } from './analysis-types.js';
import { mostDecimals, withDecimals } from './even-decimals.js';
import { useAnalysisTexts } from './use-analysis-texts.js';
import { useNumberTexts } from './use-number-texts.js';

type Section = NonNullable<Analysis['open']['scaleUse']>;
type Judge = Section['judges'][number];
type Use = NonNullable<Judge['use']['value']>;

/** How each judge uses the scale, over the judge's own sheets and compared with nobody's result. */
export function ScaleUseView({ scaleUse, stageId }: { scaleUse: Section; stageId: string }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { fixed, percent } = useNumberTexts();
  const { lowestPossible, highestPossible, judges } = scaleUse;
  const decimals = mostDecimals(judges.flatMap(({ use }) => (use.value ? [use.value.lowest, use.value.highest] : [])));
  const figure = (
    key: string,
    header: string,
    cell: (use: Use) => string | number,
    show: (use: Use) => React.ReactNode,
  ): Column<Judge> => ({
    ...{ key, header, isNumber: true },
    cell: ({ use }) => (use.value ? cell(use.value) : use.withheld ? texts.withheld(use.withheld) : null),
    show: ({ use }) => (use.value ? show(use.value) : <span className="muted">{t('none')}</span>),
  });
  const columns: Column<Judge>[] = [
    {
      ...{ key: 'judge', header: t('column.judge'), isRowHeader: true, isBrief: true },
      cell: ({ judge }) => texts.judge(judge),
    },
    { key: 'sheets', header: t('column.sheets'), isNumber: true, cell: ({ sheets }) => sheets },
    {
      key: 'tenths',
      header: t('scale.tenths'),
      cell: ({ use }) => use.value?.tenths.join(' ') ?? (use.withheld ? texts.withheld(use.withheld) : null),
      show: ({ use }) =>
        use.value ? (
          <Tenths tenths={use.value.tenths} position={use.value.position} />
        ) : (
          <span className="muted figure-note">{use.withheld ? texts.withheld(use.withheld) : t('none')}</span>
        ),
    },
    figure(
      'range',
      t('scale.range'),
      ({ lowest, highest }) => `${lowest} – ${highest}`,
      ({ lowest, highest }) => `${withDecimals(lowest, decimals)} – ${withDecimals(highest, decimals)}`,
    ),
    figure(
      'position',
      t('scale.position'),
      ({ position }) => position,
      ({ position }) => percent(position),
    ),
    figure(
      'deviation',
      t('column.standardDeviation'),
      (use) => use.standardDeviation,
      (use) => fixed(use.standardDeviation),
    ),
    figure(
      'distinct',
      t('scale.distinct'),
      ({ distinct }) => distinct,
      ({ distinct }) => distinct,
    ),
    figure(
      'ends',
      t('scale.ends'),
      ({ endShare }) => endShare,
      ({ endShare }) => percent(endShare),
    ),
  ];
  return (
    <DataTable
      caption={t('scale.caption')}
      csv={`analysis-scale-use-${stageId}`}
      columns={columns}
      rows={judges}
      rowKey={({ judge }) => String(judge)}
      pageSize={20}
      empty={t('empty')}
      lead={
        <>
          <p className="analysis-lead">{t('scale.lead', { lowest: lowestPossible, highest: highestPossible })}</p>
          <p className="analysis-lead">{t('judgesUnnamed')}</p>
        </>
      }
    />
  );
}

const barWidth = 10;
const chartHeight = 28;

/** Sheets by tenths of the scale, with a tick where the mean lies. */
function Tenths({ tenths, position }: Pick<Use, 'tenths' | 'position'>) {
  const { t } = useTranslation('analysis');
  const most = tenths.reduce((a, b) => Math.max(a, b), 1);
  const width = tenths.length * barWidth;
  return (
    <svg
      width={width}
      height={chartHeight + 4}
      role="img"
      aria-label={t('scale.tenthsSay', { tenths: tenths.join(', ') })}
      className="tenths"
    >
      {tenths.map((count, index) => {
        const height = (count / most) * chartHeight;
        return (
          <rect
            key={index}
            x={index * barWidth + 1}
            y={chartHeight - height}
            width={barWidth - 2}
            height={height}
            className="tenths-bar"
          />
        );
      })}
      <line x1={0} x2={width} y1={chartHeight} y2={chartHeight} className="tenths-base" />
      <path d={`M${position * width} ${chartHeight - 1}l-4 5h8z`} className="tenths-mean" />
    </svg>
  );
}
