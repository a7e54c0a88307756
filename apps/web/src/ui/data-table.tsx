import { DownloadOutlined } from '@ant-design/icons';
import { useContext, useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadCsv, type Cell } from './csv.js';
import { DemoContext } from './demo-context.js';

export interface Column<Row> {
  key: string;
  header: string;
  /** What the CSV twin holds; shown too where there is no `show`. */
  cell: (row: Row) => Cell;
  show?: (row: Row) => ReactNode;
  isNumber?: boolean;
  isRowHeader?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  /** File name of the CSV twin, without its ending; none: no twin. */
  csv?: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
  empty: string;
}

/** A plain table with its CSV twin; on narrow screens the table scrolls inside its frame, never the page. */
export function DataTable<Row>({ caption, csv, columns, rows, rowKey, rowClass, empty }: DataTableProps<Row>) {
  const { t } = useTranslation();
  const id = useId();
  const isDemo = useContext(DemoContext);
  const download = () =>
    downloadCsv(isDemo ? `${t('demo')}-${csv}` : (csv ?? ''), [
      ...(isDemo ? [[t('demo')]] : []),
      columns.map(({ header }) => header),
      ...rows.map((row) => columns.map((c) => c.cell(row))),
    ]);
  return (
    <div className="data-table">
      <div className="data-table-head">
        <h2 id={id}>{caption}</h2>
        {csv !== undefined && rows.length > 0 ? (
          <button type="button" className="quiet-button" onClick={download} aria-label={t('csvOf', { caption })}>
            <DownloadOutlined aria-hidden="true" /> {t('csv')}
          </button>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : (
        // Keyboard users scroll a region only when it takes the focus.
        <div className="data-table-frame" tabIndex={0} role="region" aria-labelledby={id}>
          <table aria-labelledby={id}>
            <thead>
              <tr>
                {columns.map(({ key, header, isNumber }) => (
                  <th key={key} scope="col" className={isNumber ? 'number' : undefined}>
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={rowKey(row)} className={rowClass?.(row)}>
                  {columns.map((column) => (
                    <TableCell key={column.key} column={column} row={row} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function TableCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.show ? column.show(row) : column.cell(row);
  const className = column.isNumber ? 'number' : undefined;
  return column.isRowHeader ? (
    <th scope="row" className={className}>
      {content}
    </th>
  ) : (
    <td className={className}>{content}</td>
  );
}
