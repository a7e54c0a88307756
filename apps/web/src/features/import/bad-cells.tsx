import { useTranslation } from 'react-i18next';
import { cellReference } from '#domain/score-file/cell-reference';
import { useText } from '../../locales/use-text.js';
import { DataTable, type Column } from '../../ui/data-table.js';
import type { BadCell, OpenImport } from './queries.js';

interface BadCellsProps {
  cells: readonly BadCell[];
  opened: OpenImport;
}

/** Every cell that keeps the file out; its CSV twin goes to whoever mends the file. */
export function BadCells({ cells, opened }: BadCellsProps) {
  const { t } = useTranslation('import');
  const text = useText();
  // A column is called what the step before called it.
  const fieldOf = ({ column, path }: BadCell) => {
    const at = opened.columns?.targets.findIndex((_, index) => cellReference(null, index + 1) === column) ?? -1;
    return text(opened.targets.find(({ key }) => key === opened.columns?.targets[at])?.label) || path;
  };
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
    { key: 'path', header: t('path'), cell: fieldOf },
  ];
  return (
    <DataTable
      caption={t('badCells')}
      csv={t('badCells')}
      columns={columns}
      rows={keyed}
      rowKey={({ index }) => String(index)}
      rowClass={() => 'import-bad-cell'}
      empty=""
      pageSize={50}
    />
  );
}
