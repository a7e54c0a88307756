import { useTranslation } from 'react-i18next';
import { useText } from '../../../locales/use-text.js';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { StateMark } from '../../../ui/state-mark.js';
import type { Group } from './analysis-types.js';
import { csvName, type GroupView } from './group-view.js';
import { useAnalysisTexts } from './use-analysis-texts.js';

type Warning = Group['warnings'][number];

/** What the methods warn of, and what can be done about it. */
export function Warnings({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const text = useText();
  const texts = useAnalysisTexts();
  const declared = view.group.methods[0]?.id;
  const columns: Column<Warning>[] = [
    {
      key: 'method',
      header: t('column.method'),
      cell: ({ method }) => texts.method(method),
      show: ({ method }) => (
        <StateMark tone={method === declared ? 'flagged' : 'idle'}>{texts.method(method)}</StateMark>
      ),
    },
    { key: 'says', header: t('warnings.says'), cell: ({ says }) => text(says) },
    { key: 'advice', header: t('warnings.advice'), cell: ({ advice }) => text(advice) },
    { key: 'code', header: t('warnings.code'), isCsvOnly: true, cell: ({ code }) => code },
  ];
  return (
    <DataTable
      caption={t('warnings.caption', { count: view.group.warnings.length })}
      csv={csvName(view, 'warnings')}
      columns={columns}
      rows={view.group.warnings}
      rowKey={({ method, code, entries, judges }) => `${method} ${code} ${entries.join()} ${judges.join()}`}
      empty={t('warnings.none')}
    />
  );
}
