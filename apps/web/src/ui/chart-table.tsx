import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from './data-table.js';
import './chart-table.css';

export type ChartOrTable = 'chart' | 'table';

type ChartTableProps<Row> = Omit<Parameters<typeof DataTable<Row>>[0], 'chart' | 'actions'> & {
  chart: ReactNode;
  shownAs: ChartOrTable;
  onShowAs: (choice: ChartOrTable) => void;
  /** Beside the choice. */
  acts?: ReactNode;
};

/** A drawing and its table twin, one at a time; the CSV twin is beside both. */
export function ChartTable<Row>({ chart, shownAs, onShowAs, acts, ...table }: ChartTableProps<Row>) {
  const { t } = useTranslation();
  const choices = [
    { key: 'chart', label: t('asChart') },
    { key: 'table', label: t('asTable') },
  ] as const;
  return (
    <DataTable
      {...table}
      {...(shownAs === 'chart' ? { chart } : {})}
      actions={
        <>
          <div className="chart-or-table" role="group" aria-label={`${t('chartOrTable')}: ${table.caption}`}>
            {choices.map(({ key, label }) => (
              <button key={key} type="button" aria-pressed={shownAs === key} onClick={() => onShowAs(key)}>
                {label}
              </button>
            ))}
          </div>
          {acts}
        </>
      }
    />
  );
}
