import { DownloadOutlined } from '@ant-design/icons';
import { useContext, useId, useState, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadCsv, type Cell } from './csv.js';
import { DemoContext } from './demo-context.js';
import { Pager } from './pager.js';

export interface Column<Row> {
  key: string;
  header: string;
  /** What the CSV twin holds; shown too where there is no `show`. */
  cell: (row: Row) => Cell;
  show?: (row: Row) => ReactNode;
  isNumber?: boolean;
  isRowHeader?: boolean;
  /** Of a row header: a name of a word or two, which needs no room for more. */
  isBrief?: boolean;
  /** Filled in by hand on paper, where it is as wide as a signature. */
  isByHand?: boolean;
  /** Stands in the CSV twin alone. */
  isCsvOnly?: boolean;
  /** Stands on the page alone: acts, which a file has no use for. */
  isScreenOnly?: boolean;
}

interface DataTableProps<Row> {
  caption: string;
  /** File name of the CSV twin, without its ending; none: no twin. */
  csv?: string | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
  empty: string;
  /** Rows a page, for long tables; the CSV twin has them all. */
  pageSize?: number;
  /** Beside the caption. */
  actions?: ReactNode;
  /** Between the caption and the table. */
  lead?: ReactNode;
  /** Below the last row, and on paper at the foot of every page: lines to sign on. */
  foot?: ReactNode;
  /** Stands in the table's place: its drawing. */
  chart?: ReactNode;
  /** Stands there as long as it is not known whether there are rows: a fault, or the shape of what is coming. */
  instead?: ReactNode;
  /** Whether other rows than these are on their way. */
  isBusy?: boolean;
  /** For the focus, where an act has taken away the row that had it. */
  headingRef?: Ref<HTMLHeadingElement>;
}

/**
 * A plain table with its CSV twin. Where it is wider than its frame it scrolls inside it, never the page, and its edge says
 * so; on phones each row becomes a small card, and the roles keep it a table for screen readers.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, csv, actions, lead, chart, instead, empty, headingRef, ...table } = props;
  const { t } = useTranslation();
  const id = useId();
  const isDemo = useContext(DemoContext);
  const { rows } = table;
  const filed = table.columns.filter(({ isScreenOnly }) => !isScreenOnly);
  const download = () =>
    downloadCsv(isDemo ? `${t('demo')}-${csv}` : (csv ?? ''), [
      ...(isDemo ? [[t('demo')]] : []),
      filed.map(({ header }) => header),
      ...rows.map((row) => filed.map((c) => c.cell(row))),
    ]);
  return (
    <div className="data-table">
      <div className="data-table-head">
        <h2 id={id} ref={headingRef} tabIndex={headingRef ? -1 : undefined}>
          {caption}
        </h2>
        <div className="data-table-actions">
          {rows.length > 0 ? actions : null}
          {csv !== undefined && rows.length > 0 ? (
            <button type="button" className="quiet-button" onClick={download} aria-label={t('csvOf', { caption })}>
              <DownloadOutlined aria-hidden="true" /> {t('csv')}
            </button>
          ) : null}
        </div>
      </div>
      {lead}
      {instead ?? <TableBody {...{ empty, chart }} labelledBy={id} {...table} />}
    </div>
  );
}

type TableFrameProps<Row> = Pick<
  DataTableProps<Row>,
  'columns' | 'rows' | 'rowKey' | 'rowClass' | 'pageSize' | 'foot' | 'isBusy'
> & { labelledBy: string };

type TableBodyProps<Row> = TableFrameProps<Row> & Pick<DataTableProps<Row>, 'empty' | 'chart'>;

function TableBody<Row>({ empty, chart, ...table }: TableBodyProps<Row>) {
  if (table.rows.length > 0) return chart ?? <TableFrame {...table} />;
  return (
    <>
      <p className="muted">{empty}</p>
      {table.foot}
    </>
  );
}

function TableFrame<Row>({
  labelledBy,
  rows,
  rowKey,
  rowClass,
  foot,
  isBusy = false,
  pageSize = Infinity,
  ...table
}: TableFrameProps<Row>) {
  const columns = table.columns.filter(({ isCsvOnly }) => !isCsvOnly);
  const [page, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const current = Math.min(page, pages);
  const shown = pages === 1 ? rows : rows.slice((current - 1) * pageSize, current * pageSize);
  return (
    <>
      {/* Keyboard users scroll a region only when it takes the focus. */}
      <div className="data-table-frame" tabIndex={0} role="region" aria-labelledby={labelledBy} aria-busy={isBusy}>
        <table role="table" aria-labelledby={labelledBy}>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <th key={column.key} role="columnheader" scope="col" className={cellClass(column)}>
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <tr role="row" key={rowKey(row)} className={rowClass?.(row)}>
                {columns.map((column) => (
                  <TableCell key={column.key} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
          {foot === undefined ? null : (
            <tfoot role="rowgroup">
              <tr role="row">
                <td role="cell" colSpan={columns.length}>
                  {foot}
                </td>
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {pages > 1 ? <Pager page={current} pages={pages} onChange={setPage} /> : null}
    </>
  );
}

function cellClass<Row>({ isNumber, isRowHeader, isBrief, isByHand }: Column<Row>): string | undefined {
  if (isByHand) return 'by-hand';
  if (isRowHeader) return isBrief ? 'row-head row-head-brief' : 'row-head';
  return isNumber ? 'number' : undefined;
}

function TableCell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.show ? column.show(row) : column.cell(row);
  return column.isRowHeader ? (
    <th role="rowheader" scope="row" className={cellClass(column)}>
      {content}
    </th>
  ) : (
    <td role="cell" data-label={column.header} className={cellClass(column)}>
      <div>{content}</div>
    </td>
  );
}
