import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table.js';
import type { BadCell } from './queries.js';

/** Every cell that keeps the file out; its CSV twin goes to whoever mends the file. */
export function BadCells({ cells }: { cells: readonly BadCell[] }) {
  const { t } = useTranslation('import');
  const place = ({ row, column }: BadCell) => (column === null ? t('rowOnly', { row }) : `${column}${row}`);
  const keyed = cells.map((cell, index) => ({ ...cell, index }));
  const columns: Column<(typeof keyed)[number]>[] = [
    { key: 'cell', header: t('cell'), cell: place, isRowHeader: true },
    {
      key: 'value',
      header: t('value'),
      cell: ({ value }) => value,
      show: ({ value }) => (value === '' ? <span className="muted">{t('emptyCell')}</span> : value),
    },
    { key: 'detail', header: t('reason'), cell: ({ detail }) => detail },
    { key: 'path', header: t('path'), cell: ({ path }) => path, show: ({ path }) => <code>{path}</code> },
  ];
  return (
    <DataTable
      caption={t('badCells')}
      csv={t('badCells')}
      columns={columns}
      rows={keyed}
      rowKey={({ index }) => String(index)}
      empty=""
      pageSize={50}
    />
  );
}
