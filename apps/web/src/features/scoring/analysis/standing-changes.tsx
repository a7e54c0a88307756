import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../ui/data-table.js';
import { csvName, type GroupView } from './group-view.js';
import { standingChanges, type StandingChange } from './changes-of-standing.js';
import { entryName, useAnalysisTexts } from './use-analysis-texts.js';

/** Which awards another method would have given otherwise. */
export function StandingChanges({ view }: { view: GroupView }) {
  const { t } = useTranslation('analysis');
  const texts = useAnalysisTexts();
  const { group, entries } = view;
  const [declared] = group.methods;
  const rankOf = new Map(group.entries.map((entry, index) => [entry, declared?.ranks[index] ?? null]));
  const said = ({ from, to }: StandingChange) =>
    t('methods.change', { from: texts.standing(from), to: texts.standing(to) });
  const columns: Column<StandingChange>[] = [
    {
      key: 'line',
      header: t('column.line'),
      cell: ({ after }) => texts.linesAfter(group.lines, after),
      show: ({ after }) => <span className="nowrap">{texts.linesAfter(group.lines, after)}</span>,
    },
    { key: 'rank', header: t('column.rank'), isNumber: true, cell: ({ entry }) => rankOf.get(entry) ?? null },
    { key: 'entry', header: t('column.entry'), isRowHeader: true, cell: ({ entry }) => entryName(entries, entry) },
    {
      key: 'change',
      header: t('column.change'),
      cell: said,
      show: (change) => <span className="nowrap">{said(change)}</span>,
    },
    { key: 'methods', header: t('column.byMethod'), cell: ({ methods }) => methods.map(texts.method).join(t('comma')) },
  ];
  const rows = standingChanges(group.methods);
  return (
    <DataTable
      caption={t('methods.changes')}
      csv={csvName(view, 'award-changes')}
      columns={columns}
      rows={rows}
      rowKey={({ after, entry, to }) => `${after} ${entry} ${to}`}
      empty={t(group.lines.length === 0 ? 'noLine' : 'methods.noChanges')}
      pageSize={20}
      lead={rows.length > 0 ? <p className="analysis-lead">{t('methods.changesLead')}</p> : null}
    />
  );
}
