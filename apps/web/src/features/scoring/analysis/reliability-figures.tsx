import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../ui/data-table.js';
import type { Figure } from './analysis-types.js';
import { csvName, type GroupView } from './group-view.js';
import { useNumberTexts } from './use-number-texts.js';
import { useAnalysisTexts } from './use-analysis-texts.js';

interface Row {
  readonly key: 'singleJudge' | 'panel' | 'consistency' | 'judgesNeeded' | 'concordance' | 'variance';
  readonly value: string | null;
  readonly raw: string | number | null;
  readonly withheld: Figure<unknown>['withheld'];
}

/** Agreement of the judges: each figure with what it means, or why it is withheld. */
export function ReliabilityFigures({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const { fixed, percent, pValue } = useNumberTexts();
  const { withheld } = useAnalysisTexts();
  const { reliability } = view.group;
  const { singleJudge, panel, consistency, judgesNeeded, concordance, variance, target, sheetsPerEntry } = reliability;
  const share = (key: Row['key'], figure: Figure<number>): Row => ({
    ...{ key, withheld: figure.withheld, raw: figure.value },
    value: figure.value === null ? null : fixed(figure.value),
  });
  const total = variance.value ? variance.value.entry + variance.value.judge + variance.value.residual : 0;
  const part = (value: number) => percent(total === 0 ? 0 : value / total);
  const rows: Row[] = [
    share('singleJudge', singleJudge),
    share('panel', panel),
    share('consistency', consistency),
    {
      ...{ key: 'judgesNeeded', withheld: judgesNeeded.withheld, raw: judgesNeeded.value },
      value: judgesNeeded.value === null ? t('reliability.noNumber') : fixed(judgesNeeded.value, 0),
    },
    {
      ...{ key: 'concordance', withheld: concordance.withheld, raw: concordance.value?.w ?? null },
      value: concordance.value
        ? t('reliability.concordanceValue', { w: fixed(concordance.value.w), p: pValue(concordance.value.pValue) })
        : null,
    },
    {
      ...{ key: 'variance', withheld: variance.withheld },
      raw: variance.value ? `${variance.value.entry} / ${variance.value.judge} / ${variance.value.residual}` : null,
      value: variance.value
        ? t('reliability.varianceValue', {
            entry: part(variance.value.entry),
            judge: part(variance.value.judge),
            residual: part(variance.value.residual),
          })
        : null,
    },
  ];
  const meaning = ({ key }: Row) =>
    t(`reliability.${key}.means`, {
      target: fixed(target, 1),
      sheets: fixed(sheetsPerEntry, sheetsPerEntry % 1 === 0 ? 0 : 1),
    });
  const columns: Column<Row>[] = [
    { key: 'figure', header: t('column.figure'), isRowHeader: true, cell: ({ key }) => t(`reliability.${key}.label`) },
    {
      key: 'value',
      header: t('column.value'),
      cell: (row) => (row.withheld ? withheld(row.withheld) : row.raw),
      show: (row) =>
        row.withheld ? <span className="muted">{withheld(row.withheld)}</span> : <strong>{row.value}</strong>,
    },
    { key: 'means', header: t('column.means'), cell: meaning },
  ];
  return (
    <DataTable
      caption={t('reliability.caption')}
      csv={csvName(view, 'reliability')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      empty={t('empty')}
    />
  );
}
