import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { StateMark } from '../../../ui/state-mark.js';
import type { Group } from './analysis-types.js';
import { csvName, type GroupView } from './group-view.js';
import { useAnalysisTexts } from './use-analysis-texts.js';
import { useNumberTexts } from './use-number-texts.js';

type Affinity = Group['affinity'][number];
type Finding = Affinity['tests'][number];

const reasons = [
  'too-few-entries',
  'too-few-judges',
  'too-few-judge-sheets',
  'too-few-sheets-on-a-side',
  'too-few-degrees-of-freedom',
  'no-residual-variance',
  'not-separable',
] as const;

function isReason(key: string): key is (typeof reasons)[number] {
  return (reasons as readonly string[]).includes(key);
}

/** Whether a judge scores entries of one country or region, or of one nominating body, above the others. */
export function AffinityTable({ affinity, view }: { affinity: Affinity; view: GroupView }) {
  const { t } = useTranslation('analysis');
  const text = useText();
  const texts = useAnalysisTexts();
  const { signed, fixed, pValue, percent } = useNumberTexts();
  const { attribute, rate, tests, untested } = affinity;
  const columns: Column<Finding>[] = [
    {
      ...{ key: 'judge', header: t('column.judge'), isRowHeader: true, isBrief: true },
      cell: ({ judge }) => texts.judge(judge),
    },
    { key: 'value', header: t(`affinity.${attribute}.value`), cell: ({ name }) => text(name) },
    {
      key: 'flag',
      header: t('column.finding'),
      cell: ({ isFlagged }) => t(isFlagged ? 'affinity.flagged' : 'affinity.unremarkable'),
      show: ({ isFlagged, estimate }) =>
        isFlagged ? (
          <StateMark tone="flagged">{t(estimate > 0 ? 'affinity.kinder' : 'affinity.harder')}</StateMark>
        ) : (
          <span className="muted">{t('affinity.unremarkable')}</span>
        ),
    },
    {
      key: 'estimate',
      header: t('column.points'),
      isNumber: true,
      cell: ({ estimate }) => estimate,
      show: ({ estimate }) => signed(estimate),
    },
    {
      key: 'error',
      header: t('column.standardError'),
      isNumber: true,
      cell: ({ standardError }) => standardError,
      show: ({ standardError }) => fixed(standardError),
    },
    { key: 'with', header: t('affinity.with'), isNumber: true, cell: ({ sheetsWith }) => sheetsWith },
    { key: 'without', header: t('affinity.without'), isNumber: true, cell: ({ sheetsWithout }) => sheetsWithout },
    {
      key: 'p',
      header: t('column.adjustedP'),
      isNumber: true,
      cell: ({ adjustedP }) => adjustedP,
      show: ({ adjustedP }) => pValue(adjustedP),
    },
  ];
  return (
    <DataTable
      caption={t(`affinity.${attribute}.caption`)}
      csv={csvName(view, `affinity-${attribute}`)}
      columns={columns}
      rows={tests}
      rowKey={({ judge, value }) => `${judge} ${value}`}
      pageSize={15}
      empty={t(untested.length > 0 ? 'affinity.nothingTested' : 'affinity.nothingToTest')}
      lead={
        <>
          {tests.length > 0 ? <p className="analysis-lead">{t('affinity.lead', { rate: percent(rate) })}</p> : null}
          {untested.length > 0 ? (
            <ul className="affinity-untested muted">
              {untested.map(({ reason, pairs }) => (
                <li key={reason}>
                  {t('affinity.untested', {
                    count: pairs,
                    reason: isReason(reason) ? t(`affinity.reason.${reason}`) : reason,
                  })}
                </li>
              ))}
            </ul>
          ) : null}
        </>
      }
    />
  );
}
