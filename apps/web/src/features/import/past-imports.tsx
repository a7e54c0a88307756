import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../locales/formats.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import { Moment } from '../../ui/moment.js';
import { QueryView } from '../../ui/query-view.js';
import type { Schemas } from '../../api/client.js';
import { pastImportsQuery } from './queries.js';

type PastImport = Schemas['StoredImportDto'];

export function PastImports({ slug }: { slug: string }) {
  const { t } = useTranslation('import');
  const { beijing, count } = useFormats();
  const query = useQuery(pastImportsQuery(slug));
  const number = (key: 'new' | 'changed' | 'unchanged'): Column<PastImport> => ({
    ...{ key, header: t(`outcome.${key}`), isNumber: true },
    cell: ({ counts }) => counts?.[key] ?? 0,
    show: ({ counts }) => count(counts?.[key] ?? 0),
  });
  const columns: Column<PastImport>[] = [
    { key: 'file', header: t('file'), cell: ({ fileName }) => fileName, isRowHeader: true },
    { key: 'kind', header: t('kindLabel'), cell: ({ kind }) => t(`kind.${kind}`) },
    {
      key: 'at',
      header: t('appliedAt'),
      cell: ({ appliedAt }) => beijing(appliedAt ?? ''),
      show: ({ appliedAt }) => <Moment at={appliedAt ?? ''} />,
    },
    ...(['new', 'changed', 'unchanged'] as const).map(number),
  ];
  return (
    <QueryView query={query}>
      {({ imports }) => (
        <DataTable
          caption={t('past')}
          columns={columns}
          rows={imports}
          rowKey={({ publicId }) => publicId}
          empty={t('noPast')}
          pageSize={10}
        />
      )}
    </QueryView>
  );
}
