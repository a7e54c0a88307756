import { useTranslation } from 'react-i18next';
import type { Column } from '../../../ui/data-table.js';
import type { PaperJudge } from './queries.js';

/** Who a judge is, as it stands on every paper. */
export function useJudgeColumns(): Column<PaperJudge>[] {
  const { t } = useTranslation(['judging', 'judges']);
  return [
    { key: 'name', header: t('papers.column.name'), isRowHeader: true, cell: ({ name }) => name ?? t('wall.nameless') },
    {
      ...{ key: 'kind', header: t('papers.column.kind') },
      cell: ({ kind }) => (kind === null ? '' : t(`judges:kind.${kind}`)),
      show: ({ kind }) => (kind === null ? '—' : t(`judges:kind.${kind}`)),
    },
    {
      ...{ key: 'employer', header: t('papers.column.employer') },
      cell: ({ employer }) => employer ?? '',
      show: ({ employer }) => <div className="judge-paper-employer">{employer ?? '—'}</div>,
    },
  ];
}
