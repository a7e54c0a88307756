import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table.js';
import { Moment } from '../../ui/moment.js';
import type { DrawMinute } from './queries.js';

/** Who was called in whose stead. */
export function CallTable({ minute: { calls, draw, lines } }: { minute: DrawMinute }) {
  const { t } = useTranslation(['draw', 'assignment']);
  if (calls.length === 0) return null;
  const names = new Map(lines.map(({ member, name }) => [member, name]));
  const nameOf = (name: string | null | undefined) => name ?? t('gone');
  return (
    <DataTable
      caption={t('calls.title')}
      csv={`draw-${draw.number}-calls`}
      rows={calls}
      rowKey={({ calledAt, left }) => `${calledAt} ${left}`}
      empty=""
      columns={[
        { key: 'called', header: t('calls.called'), cell: ({ called }) => nameOf(called), isRowHeader: true },
        { key: 'left', header: t('calls.left'), cell: ({ left }) => nameOf(left) },
        {
          key: 'absence',
          header: t('calls.absence'),
          cell: ({ absence }) => t(`absence.${absence}` as 'absence.declined'),
        },
        {
          key: 'passed',
          header: t('calls.passed'),
          cell: ({ passed }) => passed.map(({ judge }) => nameOf(names.get(judge))).join(t('assignment:listSeparator')),
        },
        {
          key: 'by',
          header: t('calls.by'),
          cell: ({ calledBy, calledAt }) => `${nameOf(calledBy)} ${calledAt}`,
          show: ({ calledBy, calledAt }) => (
            <>
              {nameOf(calledBy)} <Moment at={calledAt} />
            </>
          ),
        },
      ]}
    />
  );
}
